import assert from 'node:assert/strict';

/** Of everybody who spoke to a bot in this run, in whichever test. */
const ids = new Set<string>();
const names = new Set<string>();
/** What they typed, or wrote into a form. */
const writings = new Set<string>();

/** Shorter texts are found in what has nothing to do with them. */
const telling = 20;
const idsIn = /29:[\w-]{10,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Notes who says what to the bot. */
export function overhear(activity: unknown): void {
  const { from, text, value } = (activity ?? {}) as {
    from?: { id?: unknown; aadObjectId?: unknown; name?: unknown };
    text?: unknown;
    value?: { action?: { data?: Record<string, unknown> } };
  };
  for (const id of [from?.id, from?.aadObjectId]) if (typeof id === 'string') ids.add(id);
  if (typeof from?.name === 'string' && from.name.includes(' ')) names.add(from.name);
  for (const written of [text, value?.action?.data?.['text']])
    if (typeof written === 'string' && written.length >= telling) writings.add(written);
}

/** Fails when a line names somebody who spoke to a bot in this run, or quotes what they wrote. */
export function assertTellsNobody(lines: readonly string[], where: string): void {
  for (const line of lines) {
    assertNamesNobody(line, where);
    for (const words of [...names, ...writings]) assert.ok(!line.includes(words), `${where} quotes: ${line}`);
  }
}

/** Fails when a text holds the id of somebody who spoke to a bot in this run. */
export function assertNamesNobody(text: string, where: string): void {
  for (const id of text.match(idsIn) ?? [])
    assert.ok(!ids.has(id), `${where} names ${id}: ${text.slice(0, 400)}`);
}
