import type { Announcement } from '../../domain/announcement.js';
import type { Ports } from '../ports.js';
import type { AnsweredTheme } from './views.js';

/** The answers that an announcement tells, as they read now; nothing of an announcement that tells others. */
export async function answeredBy(
  { themes }: Pick<Ports, 'themes'>,
  { kind, charter, at }: Announcement,
): Promise<readonly AnsweredTheme[] | undefined> {
  if (kind !== 'answered') return undefined;
  const all = await themes.all(charter);
  return all.flatMap(({ number, title, answer, toldAt }) =>
    answer === undefined || toldAt !== at
      ? []
      : [{ number, title, status: answer.status, reason: answer.reason }],
  );
}
