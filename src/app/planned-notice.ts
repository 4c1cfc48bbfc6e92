import { given } from '../domain/given.js';
import type { Planned } from './planned-time.js';
import type { Subject } from './subject.js';
import type { NoticeView } from './views.js';

/** What to say of something planned, or of a time that cannot be. */
export function plannedNotice(planned: Planned, subject: Subject): NoticeView {
  switch (planned.kind) {
    case 'planned': {
      const { kind, at, timeZone } = planned.appointment;
      const reminder = planned.reminder && { at: planned.reminder.at, timeZone };
      return {
        kind: 'notice',
        what: 'planned',
        subject,
        appointment: kind,
        at: { at, timeZone },
        ...given({ reminder }),
      };
    }
    case 'time-unreadable':
      return { kind: 'notice', what: 'time-unreadable', subject };
    case 'time-past':
      return { kind: 'notice', what: 'time-past', subject, timeZone: planned.timeZone };
  }
}
