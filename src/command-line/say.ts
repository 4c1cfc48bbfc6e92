export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `2026-12-01 09:00 Europe/Berlin`, from an instant in UTC. */
export function moment({ at, timeZone }: { at: string; timeZone: string }): string {
  // Swedish writes dates as ISO-8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return `${format.format(new Date(at))} ${timeZone}`;
}
