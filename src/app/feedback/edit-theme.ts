import { randomUUID } from 'node:crypto';
import type { Charter } from '../../domain/charter.js';
import { given } from '../../domain/given.js';
import type { Theme } from '../../domain/theme.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { belongingOf, type Chosen } from './belonging.js';
import { findTheme, findToAnswer, subjectOf } from './find-theme.js';
import type { ThemeFormView } from './views.js';

/** The form of a theme, or of a new one. */
export async function showThemeForm(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'edit-theme' }>,
): Promise<View> {
  const charter = await findToAnswer(ports, speaker, intent.charter, intent);
  if (charter.kind === 'instead') return charter.view;
  const page = given({ page: intent.page });
  if (intent.number === undefined) return themeForm(ports, charter.it, undefined, page);
  const theme = await findTheme(ports, charter.it, intent.number);
  return theme.kind === 'instead' ? theme.view : themeForm(ports, charter.it, theme.it, page);
}

export async function themeForm(
  ports: Ports,
  charter: Charter,
  theme: Theme | undefined,
  {
    title = theme?.title ?? '',
    chosen,
    page = 1,
    press = randomUUID(),
    ...more
  }: Partial<Pick<ThemeFormView, 'title' | 'problem' | 'just' | 'page' | 'press'>> & { chosen?: Chosen },
): Promise<ThemeFormView> {
  return {
    kind: 'theme-form',
    subject: await subjectOf(ports, charter),
    ...given({ theme }),
    title,
    ...given(more),
    all: await belongingOf(ports, charter.name, theme, chosen),
    page,
    press,
  };
}
