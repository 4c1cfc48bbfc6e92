import assert from 'node:assert/strict';

import { answers, type Answer } from '../../src/domain/rating.js';
import { crowd, type CastMember } from '../support/cast.js';
import { databaseNames } from '../support/database.js';
import { channel } from '../support/places.js';
import { actionOf, cardIn, textOf, type Card } from '../support/touchstone.js';
import { gardenTitles } from './garden-post.js';
import { openDraftOn } from './open-draft.js';

/** `MEMBERS=2000` for the long form. */
const members = crowd(Number(process.env['MEMBERS'] ?? 120));
/** Changes of mind before the answer that stays. */
const changes = 2;
const connections = 64;
const general = channel('General');

/** Without two members who do the same, and without chance: a failure can be looked at again. */
function answerOf(member: number, value: number, press: number): Answer {
  return answers[(member * 3 + value * 5 + press * 2 + ((member * value) % 3)) % answers.length]!;
}

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`${String(members.length)} members at the same time on ${databaseNames[dialect]}`, () => {
    const on = openDraftOn(dialect);

    it('press several times for each of five values, some presses come twice, and the counts are exact', async () => {
      const ballots: Card[] = [];
      for (const position of gardenTitles.keys()) ballots.push(await on.ballotFor(members[0]!, position + 1));
      const presses = ballots.map((card) => actionOf(card, 'Save').data ?? {});
      const rate = async (member: CastMember, index: number, value: number): Promise<void> => {
        for (let press = 0; press <= changes; press += 1) {
          const activity = on.stage.activities.press(member, general, {
            verb: 'rate',
            data: { ...presses[value], press: `${String(index)}-${String(value)}-${String(press)}` },
            inputs: { answer: String(answerOf(index, value, press)) },
          });
          const again = index % 7 === 0;
          const came = await Promise.all(
            [activity, ...(again ? [activity] : [])].map(on.stage.teams.deliver),
          );
          for (const answer of came) assert.match(textOf(cardIn(answer)), /Saved\. Value/);
        }
      };

      await inTurns(members, async (member, index) => {
        await Promise.all(gardenTitles.map((_, value) => rate(member, index, value)));
      });

      const draft = (await on.stage.bot.ports.drafts.numbered({ charter: on.charter as never, number: 1 }))!;
      const tallied = (await on.stage.bot.ports.releases.gather(draft.id)).tallies;
      for (const [value, { id }] of draft.values.entries()) {
        const counted = new Map(
          tallied.filter((each) => each.value === id).map(({ answer, count }) => [answer, count]),
        );
        const expected = new Map<Answer, number>();
        members.forEach((_, index) => {
          const answer = answerOf(index, value, changes);
          expected.set(answer, (expected.get(answer) ?? 0) + 1);
        });
        for (const answer of answers)
          assert.equal(counted.get(answer) ?? 0, expected.get(answer) ?? 0, `${id} ${String(answer)}`);
      }
    }).timeout(180_000);
  });
}

/** Everything at once, but for so many connections. */
async function inTurns<T>(all: readonly T[], work: (each: T, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let index = next++; index < all.length; index = next++) await work(all[index]!, index);
    }),
  );
}
