import type { Charter } from '../../domain/charter.js';
import { given } from '../../domain/given.js';
import { feedbackLimits, type FollowUp, type Theme } from '../../domain/theme.js';
import { writtenText } from '../comments/written-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { isCalendarDay } from './calendar-day.js';
import { causedBy, draftsOf } from './caused-changes.js';
import { findTheme, findToAnswer, subjectOf } from './find-theme.js';
import { themesOf } from './show-themes.js';
import type { AnswerFormView } from './views.js';

type Saving = Extract<Intent, { kind: 'save-answer' }>;

/** The form, with the answer that stands. */
export async function showAnswerForm(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'answer-theme' }>,
): Promise<View> {
  const charter = await findToAnswer(ports, speaker, intent.charter, intent);
  if (charter.kind === 'instead') return charter.view;
  const theme = await findTheme(ports, charter.it, intent.number);
  if (theme.kind === 'instead') return theme.view;
  const { answer } = theme.it;
  return formFor(ports, charter.it, theme.it, answer ?? {});
}

/** Keeps an answer, or puts another in its place. Everybody reads one that was told before at once as it is now. */
export async function saveAnswer(ports: Ports, speaker: Speaker, intent: Saving): Promise<View> {
  const search = await findToAnswer(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const charter = search.it;
  const theme = await findTheme(ports, charter, intent.number);
  if (theme.kind === 'instead') return theme.view;
  const reason = writtenText(intent.reason);
  const followUp = followUpOf(intent);
  const problem = problemWith(intent, reason, followUp);
  const { status } = intent;
  if (problem !== undefined || status === undefined)
    return formFor(ports, charter, theme.it, { ...given({ status }), reason, followUp }, problem);
  const { number, toldAt } = theme.it;
  const at = ports.clock.now().toISOString();
  const { what, owner, due } = followUp;
  const kept: FollowUp | undefined =
    what === '' ? undefined : { what, owner, ...given({ due: due === '' ? undefined : due }) };
  const answer = { charter: charter.name, number, status, reason, ...given({ followUp: kept }), at };
  if (!(await ports.themes.answer(answer)))
    return themesOf(ports, charter, { just: { did: 'no-such-theme' } });
  const did = toldAt === undefined ? 'answered' : 'answered-anew';
  return themesOf(ports, charter, { just: { did, number } });
}

function followUpOf({ followUp = {} }: Saving): AnswerFormView['followUp'] {
  const { what, owner, due } = followUp;
  const line = (text: string | undefined): string => writtenText(text).replace(/\s+/g, ' ');
  return { what: line(what), owner: line(owner), due: line(due) };
}

function problemWith(
  { status }: Saving,
  reason: string,
  { what, owner, due }: AnswerFormView['followUp'],
): AnswerFormView['problem'] {
  if (status === undefined) return 'unanswered';
  if (reason === '') return 'no-reason';
  if (reason.length > feedbackLimits.reason) return 'reason-too-long';
  if ((what === '') !== (owner === '') || (what === '' && due !== '')) return 'follow-up-incomplete';
  if (what.length > feedbackLimits.title || owner.length > feedbackLimits.owner) return 'follow-up-too-long';
  return due === '' || isCalendarDay(due) ? undefined : 'due-unreadable';
}

async function formFor(
  ports: Ports,
  charter: Charter,
  theme: Theme,
  {
    status,
    reason = '',
    followUp,
  }: Partial<Pick<AnswerFormView, 'status' | 'reason'>> & { readonly followUp?: Partial<FollowUp> },
  problem?: AnswerFormView['problem'],
): Promise<AnswerFormView> {
  const caused = causedBy(await draftsOf(ports, charter.name));
  return {
    kind: 'answer-form',
    subject: await subjectOf(ports, charter),
    theme,
    changes: caused.get(theme.number) ?? [],
    ...given({ status, problem }),
    reason,
    followUp: { what: followUp?.what ?? '', owner: followUp?.owner ?? '', due: followUp?.due ?? '' },
  };
}
