import type { AppointmentKind } from '../domain/appointment.js';
import type { Call } from './call.js';
import { neededCharter } from './charter-meant.js';
import { ask, CommandError } from './client.js';
import { moment } from './say.js';

interface Appointment {
  readonly kind: string;
  readonly draft: number | null;
  readonly at: string;
  readonly timeZone: string;
}

const kinds: readonly string[] = ['publish', 'remind', 'close'] satisfies readonly AppointmentKind[];

/** What is planned for a charter; takes one of it back, where it is named. */
export async function planned(call: Call): Promise<string> {
  const { bot, options } = call;
  const name = await neededCharter(call);
  const path = `/api/charters/${name}/appointments`;
  if (options.cancel !== undefined) {
    if (!kinds.includes(options.cancel))
      throw new CommandError(`What is to be taken back? Write --cancel with ${kinds.join(' or ')}.`);
    await ask(bot, `${path}/${options.cancel}`, { method: 'DELETE' });
    return `It is not planned any more for ${name}: ${options.cancel}.`;
  }
  const { appointments } = await ask<{ appointments: readonly Appointment[] }>(bot, path);
  if (appointments.length === 0) return `Nothing is planned for ${name}.`;
  return appointments
    .map(({ kind, draft, ...at }) => `${moment(at)}  ${kind}${draft === null ? '' : ` draft ${draft}`}`)
    .join('\n');
}
