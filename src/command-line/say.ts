export function count(number: number, noun: string, several = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : several}`;
}

/** `2026-12-01 09:00 Europe/Berlin`, from an instant in UTC. */
export function moment({ at, timeZone }: { at: string; timeZone: string }): string {
  // Swedish writes dates as ISO-8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return `${format.format(new Date(at))} ${timeZone}`;
}
