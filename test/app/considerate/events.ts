import fc from 'fast-check';

import type { Intent } from '../../../src/app/intent.js';
import type { Place, TimeOfDay } from '../../../src/domain/place.js';
import type { View } from '../../../src/app/views.js';
import { garden, type World, type WorldMember } from './world.js';

/** Something that happens; `happen` resolves when everything that follows at once is done. */
export interface Event {
  readonly name: string;
  happen(world: World): Promise<void>;
}

const about = { charter: garden };

export const anEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: passing() },
  { weight: 3, arbitrary: publishing() },
  { weight: 2, arbitrary: rating() },
  { weight: 4, arbitrary: wishing() },
  { weight: 4, arbitrary: facilitating() },
  { weight: 1, arbitrary: removing() },
);

function passing(): fc.Arbitrary<Event> {
  const minutes = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 600, max: 6_000 }));
  return minutes.map((passed) => event(`${String(passed)} minutes pass`, (world) => world.pass(passed)));
}

/** Another text each time, or the same again; to all or to those affected; now, or at nine on one of the next days. */
function publishing(): fc.Arbitrary<Event> {
  return fc
    .record({
      text: fc.integer({ min: 1, max: 2 }),
      all: fc.boolean(),
      inDays: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    })
    .map(({ text, all, inDays }) =>
      event(
        `publish text ${String(text)}${inDays === undefined ? '' : ` in ${String(inDays)} days`}`,
        async (world) => {
          await world.facilitate({ kind: 'import', charter: garden, source: post(text) });
          const at =
            inDays === undefined ? {} : { at: { date: dayAfter(world, inDays), time: '09:00' as TimeOfDay } };
          await world.facilitate({
            kind: 'publish',
            charter: garden,
            audience: all ? 'all' : 'affected',
            ...at,
          });
        },
      ),
    );
}

function rating(): fc.Arbitrary<Event> {
  return fc.record({ member: fc.nat(3), values: fc.integer({ min: 1, max: 2 }) }).map(({ member, values }) =>
    event(`member ${String(member)} rates ${String(values)}`, async (world) => {
      const { id, chats } = memberOf(world, member);
      for (let position = 1; position <= values; position += 1)
        await world.hear(id, chats[0]!, {
          kind: 'rate',
          about,
          value: { by: 'position', position },
          answer: 4,
        });
    }),
  );
}

function wishing(): fc.Arbitrary<Event> {
  const intent: fc.Arbitrary<Intent> = fc.oneof(
    fc.integer({ min: 1, max: 9 }).map((days) => ({ kind: 'pause' as const, until: { days } })),
    fc.constant({ kind: 'resume' as const }),
    fc.tuple(aTime(), aTime()).map(([from, until]) => ({ kind: 'quiet' as const, hours: { from, until } })),
    fc.constant({ kind: 'quiet' as const, hours: 'off' as const }),
    fc.constant({ kind: 'unsubscribe' as const }),
    fc.constant({ kind: 'subscribe' as const }),
  );
  return fc.record({ who: fc.nat(6), intent }).map(({ who, intent }) =>
    event(`place ${String(who)}: ${JSON.stringify(intent)}`, async (world) => {
      const { member, place } = placeOf(world, who);
      await world.hear(member.id, place, intent);
    }),
  );
}

function facilitating(): fc.Arbitrary<Event> {
  const simple = fc.constantFrom('close', 'withdraw', 'reopen', 'reopen', 'remind', 'remind').map((kind) =>
    event(kind, async (world) => {
      await world.facilitate({ kind, about, confirmed: true, audience: 'all' });
    }),
  );
  const closing = fc.integer({ min: 1, max: 6 }).map((days) =>
    event(`close in ${String(days)} days`, async (world) => {
      const at = { date: dayAfter(world, days), time: '17:00' as TimeOfDay };
      await world.facilitate({ kind: 'close', about, confirmed: true, at });
    }),
  );
  const retry = fc.constant(
    event('retry', async (world) => {
      await world.facilitate({ kind: 'retry', charter: garden });
    }),
  );
  return fc.oneof({ weight: 4, arbitrary: simple }, closing, retry, fc.constant(event('correct', correct)));
}

/** Puts the slip right that every post of this test is published with; nothing happens where it is right already. */
async function correct(world: World): Promise<void> {
  const draft = await world.ports.drafts.latest(garden);
  if (draft === undefined) return;
  const source = (await world.ports.corrections.sourceOf({ draft: draft.id })) ?? '';
  const views = await world.facilitate({
    kind: 'propose-correction',
    charter: garden,
    source: source.replace('togehter', 'together'),
  });
  const proposed = views.find(
    (view): view is Extract<View, { kind: 'correction' }> => view.kind === 'correction',
  );
  if (proposed) await world.facilitate({ kind: 'apply-correction', correction: proposed.id });
}

function removing(): fc.Arbitrary<Event> {
  return fc
    .nat(6)
    .map((who) =>
      event(`place ${String(who)} removes the bot`, (world) => world.remove(placeOf(world, who).place)),
    );
}

function event(name: string, happen: Event['happen']): Event {
  return { name, happen, toString: () => name } as Event;
}

function aTime(): fc.Arbitrary<TimeOfDay> {
  return fc
    .record({ hour: fc.nat(23), minute: fc.constantFrom('00', '30') })
    .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${minute}` as TimeOfDay);
}

function memberOf({ members }: World, index: number): WorldMember {
  return members[index % members.length]!;
}

function placeOf(world: World, index: number): { member: WorldMember; place: Place } {
  const personal = world.members.flatMap((member) => member.chats.map((place) => ({ member, place })));
  const shared = world.shared.map((place) => ({ member: memberOf(world, 0), place }));
  const all = [...personal, ...shared];
  return all[index % all.length]!;
}

function dayAfter(world: World, days: number): string {
  return new Date(world.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

function post(text: number): string {
  return `# Values of the garden

In our garden we:

## Share the harvest {#share}

What grows here is divided by need, in year ${text === 1 ? 'one' : 'two'}.

## Dig togehter {#dig}

Newcomers get a spade first and a lecture later.
`;
}
