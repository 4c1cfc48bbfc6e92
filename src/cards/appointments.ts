import type { AppointmentsView } from '../app/views.js';
import type { AppointmentKind } from '../domain/appointment.js';
import type { CharterName } from '../domain/charter.js';
import type { Words } from '../words/catalogue.js';
import { button, type Action } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { momentText } from './moment.js';
import { expand } from './template.js';
import { inline, plain } from './text.js';
import { told } from './told.js';

/** There is at most one of each kind; a card has room for six buttons. */
const appointmentsShown = 5;

/** What is going to happen by itself, and the button that calls each off. */
export function renderAppointments({ charter, appointments }: AppointmentsView, { words }: Reader): Rendered {
  const shown = appointments.slice(0, appointmentsShown).map((each) => appointmentOf(each, charter, words));
  const title = words.say('appointments.title', { charter: inline(charter) });
  const none = shown.length > 0 ? '' : words.say('appointments.none', { charter: inline(charter) });
  const summary = plain([...shown.map(({ text }) => text), none].join(' ').trim());
  const card = expand('appointments', {
    language: words.language,
    ...told(summary),
    ...{ title, none },
    appointments: shown,
    actions: [button(words.all.common.status, { kind: 'status' })],
  });
  return { card, summary };
}

function appointmentOf(
  { kind, at, timeZone, number }: AppointmentsView['appointments'][number],
  charter: CharterName,
  words: Words,
): { readonly text: string; readonly actions: readonly object[] } {
  return {
    text: words.say(`appointments.${kind}`, {
      number: String(number ?? 'none'),
      moment: momentText({ at, timeZone }, words),
    }),
    actions: [actionFor({ kind, charter }, words)],
  };
}

/** What members were told of a consent round or a review is not called off in silence. */
function actionFor({ kind, charter }: { kind: AppointmentKind; charter: CharterName }, words: Words): Action {
  switch (kind) {
    case 'end-consent':
      return button(words.all.adoption.notice.end, {
        kind: 'end-consent',
        about: { charter },
        confirmed: false,
      });
    case 'review':
      return button(words.all.adoption.followUp.move, { kind: 'follow-up', charter });
    default:
      return button(words.all.appointments.cancel[kind], {
        kind: 'cancel-appointment',
        charter,
        appointment: kind,
      });
  }
}
