import type { About, ValueRef } from '../app/about.js';
import type { Intent, LocalTime, PauseEnd } from '../app/intent.js';
import type { QuietHours } from '../domain/place.js';
import type { Fields } from './action-fields.js';
import { revisionFields } from './revision/revision-data.js';
import { isRevision } from '../app/revision/respond.js';
import { feedbackFields } from './feedback/feedback-data.js';
import { isFeedback } from '../app/feedback/respond.js';
import { adoptionFields } from './adoption/adoption-data.js';
import { isAdoption } from '../app/adoption/respond.js';
import { peopleFields } from './people/people-data.js';
import { isPeople } from '../app/people/respond.js';
import { blogFields } from './blog/blog-data.js';
import { isBlog } from '../app/blog/respond.js';
import { commentFields } from './comments/comment-data.js';
import { processFields } from './process/process-data.js';

/** Written into every button, so that a later version can read what an earlier one sent. */
export const actionVersion = 1;

/**
 * What a button sends back. The client merges the card's inputs into it: `answer`, `value`, `charter`, `source`, `name`,
 * `audience`, `date` and `time`, `pauseDate`, `quietFrom` and `quietUntil`.
 */
export type ActionData = Readonly<Record<string, string | number | boolean>>;

/** The data of the button that asks for `intent`. `teams/card-action.ts` reads it back. */
export function dataFor(intent: Intent): ActionData {
  const { kind } = intent;
  if (isRevision(intent))
    return data(kind, revisionFields(intent), 'about' in intent ? intent.about : undefined, valueIn(intent));
  if (isFeedback(intent)) return data(kind, feedbackFields(intent));
  if (isAdoption(intent))
    return data(kind, adoptionFields(intent), 'about' in intent ? intent.about : undefined, valueIn(intent));
  if (isPeople(intent)) return data(kind, peopleFields(intent));
  if (isBlog(intent)) return data(kind, blogFields(intent));
  switch (intent.kind) {
    case 'help':
    case 'status':
    case 'settings':
    case 'resume':
    case 'unknown':
    case 'outdated':
    case 'import-failed':
    case 'import':
      return data(kind, {});
    case 'values':
      return data(kind, { number: intent.number }, intent.about);
    case 'considerations':
    case 'ballot':
      return data(kind, { page: intent.page }, intent.about, intent.value);
    case 'background':
    case 'answers':
      return data(kind, { page: intent.page }, intent.about);
    case 'rate':
      return data(kind, { press: intent.press, ...answer(intent) }, intent.about, intent.value);
    case 'results':
      return data(kind, { number: intent.number, page: intent.page }, intent.about);
    case 'subscribe':
    case 'unsubscribe':
    case 'new-draft':
    case 'preview':
    case 'correct':
    case 'propose-correction':
    case 'appointments':
      return data(kind, { charter: intent.charter });
    case 'import-report':
      return data(kind, { charter: intent.charter, page: intent.page });
    case 'publish': {
      const { charter, revision, audience } = intent;
      return data(kind, { charter, revision, audience, ...time(intent.at) });
    }
    case 'close':
      return data(kind, { confirmed: intent.confirmed, ...time(intent.at) }, intent.about);
    case 'withdraw':
    case 'remind':
      return data(kind, { confirmed: intent.confirmed }, intent.about);
    case 'reopen':
      return data(kind, { confirmed: intent.confirmed, audience: intent.audience }, intent.about);
    case 'cancel-appointment':
      return data(kind, { charter: intent.charter, appointment: intent.appointment });
    case 'apply-correction':
      return data(kind, { correction: intent.correction });
    case 'retry':
    case 'deliveries':
      return data(kind, { charter: intent.charter, announcement: intent.announcement });
    case 'pause':
      return data(kind, pauseEnd(intent.until));
    case 'quiet':
      return data(kind, quietHours(intent.hours));
    case 'group':
    case 'decline':
    case 'privacy':
      return data(kind, processFields(intent), intent.about);
    case 'process':
    case 'rules':
    case 'change-rules':
    case 'seal':
    case 'my-data':
    case 'forget-me':
      return data(kind, processFields(intent));
    case 'comment':
    case 'send-comment':
      return data(kind, commentFields(intent), intent.about, intent.draft.value);
    case 'comments':
      return data(kind, commentFields(intent), intent.about, intent.value);
    case 'support':
    case 'receipt':
    case 'appeal':
    case 'policy':
    case 'moderation':
    case 'moderate':
      return data(kind, commentFields(intent));
  }
}

/** Without what is undefined. Copied field by field: this is done for every button of every card. */
function data(kind: Intent['kind'], fields: Fields, about?: About, value?: ValueRef): ActionData {
  const sent: Record<string, string | number | boolean> = { v: actionVersion, do: kind };
  if (about?.charter !== undefined) sent['charter'] = about.charter;
  if (about?.draft !== undefined) sent['draft'] = about.draft;
  if (about?.preview === true) sent['preview'] = true;
  if (value?.by === 'id') sent['value'] = value.id;
  if (value?.by === 'position') sent['position'] = value.position;
  for (const name in fields) {
    const field = fields[name];
    if (field !== undefined) sent[name] = field;
  }
  return sent;
}

function valueIn(intent: object): ValueRef | undefined {
  return 'value' in intent ? (intent.value as ValueRef | undefined) : undefined;
}

/** An answer that was typed already; a button that asks for one leaves it to the input. */
function answer({ answer: given }: Extract<Intent, { kind: 'rate' }>): Fields {
  if (given === null) return { withdraw: true };
  return { answer: given === undefined ? undefined : String(given) };
}

/** Stays unreadable on the way, also where an empty input takes the place of `date`: it never comes to mean now. */
function time(at: LocalTime | 'unreadable' | undefined): Fields {
  return at === 'unreadable' ? { date: at, timed: true } : { date: at?.date, time: at?.time };
}

function pauseEnd(until: PauseEnd | 'unreadable' | undefined): Fields {
  if (until === undefined || until === 'unreadable') return { pauseDate: until };
  return 'days' in until ? { days: until.days } : { pauseDate: until.date };
}

function quietHours(hours: QuietHours | 'off' | 'unreadable' | undefined): Fields {
  if (hours === 'off') return { quiet: false };
  if (hours === 'unreadable') return { quietFrom: hours };
  return { quietFrom: hours?.from, quietUntil: hours?.until };
}
