import type { Planned } from '../app/planned-time.js';
import type { Appointment } from '../domain/appointment.js';
import { given } from '../domain/given.js';
import { ok, refused, type ApiAnswer } from './api-answer.js';
import { problem } from './problem.js';

/** 202 with what will be done and when, or why not. */
export function plannedAnswer(planned: Planned): ApiAnswer {
  switch (planned.kind) {
    case 'planned':
      return ok(202, {
        ...describeAppointment(planned.appointment),
        ...given({ reminder: planned.reminder?.at }),
      });
    case 'time-unreadable':
      return refused(timeUnreadable);
    case 'time-past': {
      const detail = `It is meant in ${planned.timeZone}`;
      return refused(problem(422, 'time-past', 'This time is over already', { detail }));
    }
  }
}

/** Neither who made it nor the text. */
function describeAppointment({ charter, kind, at, timeZone }: Appointment): object {
  return { charter, kind, at, timeZone };
}

const timeUnreadable = problem(
  422,
  'time-unreadable',
  'Write the time as 2026-12-01T09:00, within two years; it is meant in the time zone of the charter',
);
