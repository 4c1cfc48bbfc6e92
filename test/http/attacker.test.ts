import assert from 'node:assert/strict';

import { fewestChanged, allAnswers, together, without } from '../../src/domain/distribution.js';
import type { Answer } from '../../src/domain/rating.js';
import type { Distribution } from '../../src/domain/release.js';
import { fewestAnswers, type ShownResult, type ValueResult } from '../../src/domain/results.js';
import { crowd } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { channel, personalChat } from '../support/places.js';
import { actionOf, cardIn, startStage, textOf, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { gardenPost, gardenTitles } from './garden-post.js';

const members = crowd(32);
const groups = ['lab', 'office', 'field', 'street'] as const;
const general = channel('General');
const api = '/api/charters/garden';
/** Rounds of some answers and a closing; every third begins a new draft, the others open the last one again. */
const rounds = 9;

/** What was told of a value once, by the words it was told of. */
interface Told {
  readonly at: string;
  readonly of: string;
  readonly words: string;
  readonly all: Distribution;
  readonly groups: ReadonlyMap<string, Distribution>;
}

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`An attacker who reads all that the program tells, on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    const client = createApiClient(() => stage.origin);
    before(async () => {
      stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
    });
    after(() => stage.stop());

    it('never has the answers of fewer than five members left, whatever is subtracted from what', async () => {
      const chance = chanceFrom(7);
      const told: Told[] = [];
      await client.publish('garden', post(1));
      await client.ask('PATCH', `${api}/process`, JSON.stringify({ groups, page: 'public' }), {
        headers: { 'content-type': 'application/json' },
      });
      for (const [index, member] of members.entries()) {
        const group = groups[[0, 0, 0, 1, 1, 2, 3, 9][index % 8]!];
        if (group !== undefined) await stage.say(member, personalChat(member), `group ${group}`);
      }
      let draft = 1;
      for (let round = 1; round <= rounds; round += 1) {
        await rateSome(stage, chance, round % 3 === 1 ? members.length : 1 + Math.floor(chance() * 7));
        await client.post(`${api}/drafts/${String(draft)}/close`);
        told.push(...(await readEverywhere(draft, round)));
        if (round % 3 === 0) await client.publish('garden', post((draft += 1)));
        else await client.post(`${api}/drafts/${String(draft)}/reopen`);
      }

      const pairs = told.flatMap((one) => told.map((other) => [one, other] as const));
      const alike = pairs.filter(([one, other]) => one.words === other.words || one.of === other.of);
      for (const [one, other] of alike) assertNobodyIsolated(one, other);
      assert.ok(alike.length > 100, `${String(alike.length)} pairs`);
      assert.ok(told.some((each) => each.groups.size > 1));
    }).timeout(120_000);

    /** The same figures on every way out, and nothing told by one that another keeps. */
    async function readEverywhere(draft: number, round: number): Promise<readonly Told[]> {
      const path = `${api}/drafts/${String(draft)}`;
      const values = (await client.get(`${path}/results`)).json.values as unknown as readonly ValueResult[];
      const content = (await client.get(path)).json.values as readonly { id: string; text: string }[];
      const [member] = members;
      const ways = {
        table: (await client.get(`${api}/export/results.csv`)).text,
        page: (
          await client.get(`/charters/garden/drafts/${String(draft)}/results`, { authorization: undefined })
        ).text,
        card: textOf(
          (await stage.say(member!, personalChat(member!), `results garden ${String(draft)}`))[0]!,
        ),
        shared: textOf((await stage.say(member!, general, `results garden ${String(draft)}`))[0]!),
      };
      for (const result of values) {
        for (const [way, text] of Object.entries(ways))
          assert.ok(text.includes(result.title), `${way} ${result.title}`);
        if (result.kind === 'hidden') continue;
        const row = ways.table
          .split('\r\n')
          .find((line) => line.startsWith(`${String(draft)},`) && line.includes(`,${result.value},`));
        assert.ok(
          row?.includes(Object.values(result.counts).join(',')),
          `the table tells otherwise: ${String(row)}`,
        );
        for (const way of ['page', 'card', 'shared'] as const)
          assert.match(ways[way], new RegExp(`\\b${String(result.n)}\\b`), `${way} tells another number`);
      }
      return values
        .filter((result): result is ShownResult => result.kind === 'shown')
        .map((result) => ({
          at: `round ${String(round)}`,
          of: `${result.value} of draft ${String(draft)}`,
          words: `${result.title}\n${content.find(({ id }) => id === result.value)?.text ?? ''}`,
          all: distributionOf(result),
          groups: new Map(result.groups?.shown.map((each) => [each.group, distributionOf(each)]) ?? []),
        }));
    }
  });
}

/** The first value keeps its words in every draft, the second gets new ones. */
function post(draft: number): string {
  return gardenPost({ charter: 'garden', values: [gardenTitles[0], `Plot number ${String(draft)}`] });
}

async function rateSome(stage: Stage, chance: () => number, count: number): Promise<void> {
  const [first] = members;
  for (const position of [1, 2]) {
    const [ballot] = await stage.say(first!, personalChat(first!), `rate garden ${String(position)}`);
    const { data = {} } = actionOf(ballot!, 'Save');
    for (let done = 0; done < count; done += 1) {
      const index = count === members.length ? done : Math.floor(chance() * members.length);
      const answer: Answer = ([1, 2, 3, 4, 5, 5, 4, 'unclear', 'no-opinion'] as const)[
        Math.floor(chance() * 9)
      ]!;
      const press = { ...data, press: `press-${String(chance())}` };
      const activity = stage.activities.press(members[index]!, general, {
        verb: 'rate',
        data: press,
        inputs: { answer: String(answer) },
      });
      assert.match(textOf(cardIn(await stage.teams.deliver(activity))), /Saved/);
    }
  }
}

function distributionOf({
  counts,
  unclear,
  noOpinion,
}: Pick<ShownResult, 'counts' | 'unclear' | 'noOpinion'>): Distribution {
  return { ...counts, unclear, 'no-opinion': noOpinion };
}

function assertNobodyIsolated(one: Told, other: Told): void {
  const common = [...one.groups.keys()].filter((group) => other.groups.has(group));
  const pieces = (told: Told) => [
    told.all,
    ...common.map((group) => told.groups.get(group)!),
    without(told.all, together(common.map((group) => told.groups.get(group)!))),
  ];
  pieces(one).forEach((piece, index) => {
    const changed = fewestChanged(piece, pieces(other)[index]!);
    assert.ok(
      changed === 0 || changed >= fewestAnswers,
      `${one.of}, ${one.at} and ${other.at}: ${String(changed)} changed`,
    );
  });
  for (const chosen of subsets([...one.groups.values()])) {
    const left = allAnswers(without(one.all, together(chosen)));
    assert.ok(left === 0 || left >= fewestAnswers, `${one.of}, ${one.at}: ${String(left)} left`);
  }
}

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.reduce<readonly (readonly T[])[]>(
    (found, each) => [...found, ...found.map((some) => [...some, each])],
    [[]],
  );
}

/** From 0 to 1, the same for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
