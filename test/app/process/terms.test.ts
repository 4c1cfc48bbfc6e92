import assert from 'node:assert/strict';

import fc from 'fast-check';

import { createViewOf } from '../../../src/app/announcement-view.js';
import type { Intent } from '../../../src/app/intent.js';
import { termsDigest } from '../../../src/app/ledger/terms.js';
import { usualRules, type ProcessEntry } from '../../../src/domain/process.js';
import { aCommunity, garden, viewed, type Community } from '../community.js';
import { aPost } from '../posts.js';

const now = '2026-11-24T09:00:00.000Z';
const about = { charter: garden };

describe('What is fixed when rating opens', () => {
  let community: Community;
  beforeEach(async () => {
    community = await aCommunity({ now });
    await community.publish(aPost());
  });
  afterEach(() => community.stop());

  const later = (time: string): void => community.setClock(`2026-11-24T${time}:00.000Z`);
  const closeAt = (date: string) =>
    community.ask({ kind: 'close', about, confirmed: false, at: { date, time: '17:00' as never } });
  const told = async () => {
    const all = await community.ports.announcements.latest({ charter: garden, limit: 50 });
    return all.filter(({ kind }) => kind === 'terms');
  };
  const viewOf = async () => {
    const [announcement] = await told();
    assert.ok(announcement);
    return createViewOf(community.ports)({ announcement, revision: 0 });
  };
  const terms = async () => viewed('process', await community.askOne({ kind: 'process' })).terms;
  const newest = async (): Promise<ProcessEntry | undefined> =>
    (await community.ports.process.records(garden)).at(-1)?.entry;

  it('is told to every place when a rule changes: what it was, and what it is', async () => {
    await community.subscribe(community.member('bo'));
    later('10:00');
    await community.ask({ kind: 'change-rules', rules: { least: 8 } });

    const [announcement, ...others] = await told();

    assert.deepEqual([announcement?.audience, others.length], ['all', 0]);
    assert.equal((await community.ports.announcements.report(announcement!.id)).intended, 1);
    assert.deepEqual((await viewOf()).terms, { rules: [{ rule: 'least', from: 5, to: 8 }], dates: [] });
    const changed = await newest();
    assert.equal(
      changed?.kind === 'rules-changed' && changed.terms,
      termsDigest({ rules: { ...usualRules, least: 8 } }),
    );
  });

  it('does not count the first date to close, and tells when that moves or goes', async () => {
    later('10:00');
    await closeAt('2026-12-10');
    assert.deepEqual([(await told()).length, (await terms())?.holds], [0, true]);
    assert.equal((await newest())?.kind, 'date');
    later('11:00');
    await closeAt('2026-12-17');

    const date = (day: string) => ({ at: `${day}T17:00:00.000Z`, timeZone: 'UTC' });
    const moved = { of: 'rating', number: 1, from: date('2026-12-10'), to: date('2026-12-17') };
    assert.deepEqual((await viewOf()).terms, { rules: [], dates: [moved] });
    later('12:00');
    await community.ask({ kind: 'cancel-appointment', charter: garden, appointment: 'close' });
    assert.deepEqual((await viewOf()).terms?.dates, [{ of: 'rating', number: 1, from: date('2026-12-17') }]);
    later('13:00');
    await closeAt('2026-12-20');
    assert.deepEqual((await viewOf()).terms?.dates, [{ of: 'rating', number: 1, to: date('2026-12-20') }]);
    assert.equal((await told()).length, 3);
  });

  it('is not told again when the same date is given again, or a rule stays as it is', async () => {
    await closeAt('2026-12-10');
    await closeAt('2026-12-10');
    await community.ask({ kind: 'change-rules', rules: { least: 5 } });

    assert.deepEqual(await told(), []);
  });

  it('is told until the draft is decided: also after closing, when a rule of adoption moves', async () => {
    await community.ask({ kind: 'close', about, confirmed: true });
    later('10:00');

    await community.ask({ kind: 'change-rules', rules: { adoption: { mostObjecting: 100 } } });

    assert.equal((await told()).length, 1);
    const changed = await newest();
    assert.equal(changed?.kind === 'rules-changed' && typeof changed.terms, 'string');
  });

  it('may change in silence only while nothing is asked or decided', async () => {
    await community.ask({ kind: 'withdraw', about, confirmed: true });

    await community.ask({ kind: 'change-rules', rules: { least: 8 } });

    assert.deepEqual(await told(), []);
    const changed = await newest();
    assert.deepEqual(changed?.kind === 'rules-changed' && changed.terms, undefined);
  });

  it('is shown with the process, and whether it still holds', async () => {
    assert.deepEqual(await terms(), { digest: termsDigest({ rules: usualRules }), holds: true });

    await community.ask({ kind: 'change-rules', rules: { least: 8 } });

    assert.deepEqual(await terms(), {
      digest: termsDigest({ rules: { ...usualRules, least: 8 } }),
      holds: false,
    });
  });

  it('never changes without being told, whatever facilitators do in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(commands, { maxLength: 10 }), async (asked) => {
        const own = await aCommunity({ now });
        try {
          await own.publish(aPost());
          let minutes = 0;
          for (const intent of asked) {
            const before = await fixedOf(own);
            minutes += 1;
            own.setClock(new Date(Date.parse(now) + minutes * 60_000).toISOString());
            await own.ask(intent);
            const after = await fixedOf(own);

            const isOpen = before.state === 'open' && after.state === 'open';
            const rulesChanged = before.rules !== after.rules;
            const dateMoved = before.closes !== undefined && before.closes !== after.closes;
            if (isOpen && before.draft === after.draft && (rulesChanged || dateMoved))
              assert.equal(after.told, before.told + 1, JSON.stringify(intent));
          }
        } finally {
          await own.stop();
        }
      }),
      { numRuns: 30 },
    );
  });
});

async function fixedOf({ ports }: Community) {
  const charter = await ports.charters.find(garden);
  const draft = await ports.drafts.latest(garden);
  const all = await ports.announcements.latest({ charter: garden, limit: 100 });
  return {
    state: draft?.state,
    draft: draft?.id,
    rules: JSON.stringify(charter?.rules),
    closes: draft?.closesAt,
    told: all.filter(({ kind }) => kind === 'terms').length,
  };
}

const commands: fc.Arbitrary<Intent> = fc.oneof(
  fc.record({
    kind: fc.constant('change-rules' as const),
    rules: fc.oneof(
      fc.record({ least: fc.integer({ min: 5, max: 7 }) }),
      fc.record({ identityDays: fc.integer({ min: 28, max: 31 }) }),
      fc.record({ results: fc.constantFrom('interim' as const, 'at-closing' as const) }),
    ),
  }),
  fc.record({
    kind: fc.constant('close' as const),
    about: fc.constant(about),
    confirmed: fc.constant(false),
    at: fc.record({
      date: fc.constantFrom('2026-12-10', '2026-12-11'),
      time: fc.constantFrom('09:00' as never, '17:00' as never),
    }),
  }),
  fc.constant<Intent>({ kind: 'cancel-appointment', charter: garden, appointment: 'close' }),
  fc.constant<Intent>({ kind: 'close', about, confirmed: true }),
  fc.constant<Intent>({ kind: 'reopen', about, confirmed: true }),
  fc.constant<Intent>({
    kind: 'rate',
    about,
    value: { by: 'position', position: 1 },
    answer: 4,
    press: 'p',
  }),
);
