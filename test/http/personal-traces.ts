import type { CastMember } from '../support/cast.js';

/** Whatever of these people could be found in a log: names, ids of every kind, conversations. */
export function tracesOf(members: readonly CastMember[]): readonly string[] {
  return members.flatMap(({ name, aadObjectId, id }) => [
    name,
    ...name.split(' '),
    aadObjectId,
    id,
    id.slice(4),
  ]);
}

/** The lines of a log that tell one of the traces, or a token, or the address of anybody. */
export function tellingLines(lines: readonly string[], traces: readonly string[]): readonly string[] {
  const telling = [...traces, 'Bearer', 'eyJ', 'outgoing-', '@thread', 'http://', 'https://'];
  return lines.filter((line) => telling.some((trace) => line.includes(trace)));
}
