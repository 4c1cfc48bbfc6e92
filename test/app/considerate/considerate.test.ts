import fc from 'fast-check';

import { logTo } from '../../../src/log.js';
import { anEvent } from './events.js';
import { startWorld } from './world.js';

const runs = Number(process.env['CONSIDERATE_RUNS'] ?? 60);

/** The evenings before Berlin, New York and Lord Howe Island change their clocks, and a common day. */
const starts = [
  '2026-03-27T18:00:00.000Z',
  '2026-10-23T18:00:00.000Z',
  '2026-03-06T22:00:00.000Z',
  '2026-04-03T10:00:00.000Z',
  '2026-06-17T07:00:00.000Z',
];

const anAnswer = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'sent' as const }) },
  fc.constant({ kind: 'throttled' as const, wait: 3 }),
  fc.constant({ kind: 'busy' as const, reason: 'http-503' }),
  fc.constant({ kind: 'unclear' as const, reason: 'ECONNRESET' }),
  fc.constant({ kind: 'gone' as const, reason: 'blocked' }),
);

describe('whatever happens in whatever order', () => {
  before(() => logTo(() => undefined));

  it('nobody is written to above the ceiling, in quiet hours, in a pause, or with what has become untrue', async function () {
    this.timeout(20_000 + runs * 2_000);
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.integer({ min: 1, max: 3 }),
        fc.array(anAnswer, { maxLength: 60 }),
        fc.array(anEvent, { minLength: 4, maxLength: 30 }),
        async (start, contactsPerDraft, answers, events) => {
          const world = await startWorld({ start, contactsPerDraft, answers });
          try {
            for (const event of events) await event.happen(world);
            await world.pass(60);
            await world.judge.lookAtCopies();
            seen += world.judge.seen;
          } finally {
            await world.stop();
          }
        },
      ),
      { numRuns: runs },
    );
    if (seen < runs) throw new Error(`only ${String(seen)} messages were looked at`);
  });
});
