import { randomUUID } from 'node:crypto';
import type { Charter } from '../../domain/charter.js';
import { given } from '../../domain/given.js';
import { feedbackLimits, type OutsideId } from '../../domain/theme.js';
import { writtenText } from '../comments/written-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { localDay } from '../zoned-time.js';
import { findToAnswer, subjectOf } from './find-theme.js';
import { isCalendarDay } from './calendar-day.js';
import { themesOf } from './show-themes.js';
import type { OutsideFormView } from './views.js';

type Saving = Extract<Intent, { kind: 'save-outside' }>;

/** The form for feedback that came by mail, in a meeting or elsewhere. */
export async function showOutsideForm(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'outside' }>,
): Promise<View> {
  const charter = await findToAnswer(ports, speaker, intent.charter, intent);
  return charter.kind === 'instead' ? charter.view : formFor(ports, charter.it, {});
}

/** Keeps it, marked with its source; it counts neither as a rating nor as a comment. */
export async function saveOutside(ports: Ports, speaker: Speaker, intent: Saving): Promise<View> {
  const search = await findToAnswer(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const charter = search.it;
  const problem = problemWith(intent, today(ports, charter));
  if (problem !== undefined) return formFor(ports, charter, intent, problem);
  const { source = 'other', label, text, people, day = today(ports, charter), press } = intent;
  const latest = await ports.drafts.latest(charter.name);
  const kept = await ports.themes.addOutside({
    id: randomUUID() as OutsideId,
    charter: charter.name,
    ...given({ draft: latest?.id }),
    source,
    label: writtenText(label).replace(/\s+/g, ' '),
    ...(typeof people === 'number' ? { people } : {}),
    day,
    text: writtenText(text),
    press: press ?? randomUUID(),
  });
  if (!kept) return formFor(ports, charter, intent, 'not-kept');
  return themesOf(ports, charter, { just: { did: 'outside-kept' } });
}

/** Takes one away again, by its id or the first characters of it. */
export async function dropOutside(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'drop-outside' }>,
): Promise<View> {
  const search = await findToAnswer(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const charter = search.it;
  const { outside: mark = '' } = intent;
  const all = await ports.themes.outside(charter.name);
  const [named, ...others] = all.filter(({ id }) => mark.length >= shortestMark && id.startsWith(mark));
  if (named === undefined || others.length > 0) return formFor(ports, charter, {}, 'no-such-outside');
  await ports.themes.removeOutside({ charter: charter.name, id: named.id });
  return { ...(await formFor(ports, charter, {})), just: 'removed' };
}

/** The least that is typed of an id. */
const shortestMark = 6;

function today({ clock }: Ports, { timeZone }: Charter): string {
  return localDay(clock.now(), timeZone);
}

function problemWith(
  { source, label, text, people, day }: Saving,
  latest: string,
): OutsideFormView['problem'] {
  const { outside, label: labelMost } = feedbackLimits;
  if (writtenText(text) === '') return 'empty';
  if (writtenText(text).length > outside) return 'too-long';
  if (writtenText(label).length > labelMost) return 'label-too-long';
  if (source === undefined) return 'unsourced';
  if (people === 'unreadable') return 'people-unreadable';
  if (day === undefined) return undefined;
  if (!isCalendarDay(day)) return 'day-unreadable';
  return day > latest ? 'day-ahead' : undefined;
}

async function formFor(
  ports: Ports,
  charter: Charter,
  { source, label = '', people, day, text = '', press }: Partial<Saving>,
  problem?: OutsideFormView['problem'],
): Promise<OutsideFormView> {
  return {
    kind: 'outside-form',
    subject: await subjectOf(ports, charter),
    ...given({ source, problem, people: typeof people === 'number' ? people : undefined }),
    label,
    day: day ?? today(ports, charter),
    text,
    entered: await ports.themes.outside(charter.name),
    press: press ?? randomUUID(),
  };
}
