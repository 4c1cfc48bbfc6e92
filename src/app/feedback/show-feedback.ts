import { given } from '../../domain/given.js';
import { findCharter } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { feedbackOf } from './feedback-of.js';
import { themeOf } from './show-theme.js';

/** What was asked, what was said, what was done: for everybody. */
export async function showFeedback(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'feedback' }>,
): Promise<View> {
  const search = await findCharter(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const address = await ports.addresses.feedback(search.it);
  return { ...(await feedbackOf(ports, search.it)), address, page: intent.page ?? 1 };
}

export async function showTheme(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'theme' }>,
): Promise<View> {
  const search = await findCharter(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const theme = await themeOf(ports, search.it, intent.number);
  if (theme !== undefined) return { ...theme, ...given({ page: intent.page }) };
  const address = await ports.addresses.feedback(search.it);
  return { ...(await feedbackOf(ports, search.it)), address, just: 'no-such-theme' };
}
