import type { NoticeView } from '../app/views.js';
import type { CorrectedWords } from '../domain/correction.js';
import type { Words } from '../words/catalogue.js';
import { momentText } from './moment.js';
import { shorten } from './text.js';

const changesShown = 3;
const wordsShown = 60;

type PlanningNotice = Extract<
  NoticeView,
  {
    what:
      | 'reopened-now'
      | 'reminding'
      | 'planned'
      | 'appointment-cancelled'
      | 'no-appointment'
      | 'nothing-to-correct'
      | 'nothing-corrected'
      | 'correction-overtaken'
      | 'correction-refused'
      | 'corrected'
      | 'retried';
  }
>;

/** What became of what a facilitator wanted with a draft that is published. */
export function planningNoticeText(
  view: PlanningNotice,
  words: Words,
  safe: (text: string) => string,
): string {
  const texts = words.all.notice;
  switch (view.what) {
    case 'reopened-now':
      return words.say('notice.reopenedNow', { intended: view.intended });
    case 'reminding':
      return texts.reminding;
    case 'planned':
      return plannedText(view, words);
    case 'appointment-cancelled':
      return texts.cancelled[view.appointment];
    case 'no-appointment':
      return texts.noAppointment[view.appointment];
    case 'nothing-to-correct':
      return texts.nothingToCorrect;
    case 'nothing-corrected':
      return texts.nothingCorrected;
    case 'correction-overtaken':
      return texts.correctionOvertaken;
    case 'correction-refused':
      return words.say('notice.correctionRefused', { changes: changesText(view.changes, words, safe) });
    case 'corrected':
      return texts.corrected;
    case 'retried':
      return words.say('notice.retried', { count: view.count });
  }
}

function plannedText(
  { appointment, at, reminder }: Extract<NoticeView, { what: 'planned' }>,
  words: Words,
): string {
  const planned = words.say(`notice.planned.${appointment}`, { moment: momentText(at, words) });
  if (reminder === undefined) return planned;
  return `${planned} ${words.say('notice.plannedReminder', { moment: momentText(reminder, words) })}`;
}

function changesText(
  changes: readonly CorrectedWords[],
  words: Words,
  safe: (text: string) => string,
): string {
  const quoted = (text: string): string =>
    safe(shorten(text.trim(), wordsShown)) || words.all.correction.nothing;
  const shown = changes
    .slice(0, changesShown)
    .map(({ before, after }) =>
      words.say('notice.refusedChange', { before: quoted(before), after: quoted(after) }),
    );
  const left = changes.length - shown.length;
  return [...shown, ...(left > 0 ? [words.say('announcement.changesMore', { count: left })] : [])].join('; ');
}
