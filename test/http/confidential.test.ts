import assert from 'node:assert/strict';

import type { ValueResult } from '../../src/domain/results.js';
import { openDatabase } from '../../src/storage/database.js';
import { createStores } from '../../src/storage/stores.js';
import { sealCharter } from '../../src/app/process/seal.js';
import { releaseFor } from '../../src/app/results/release-for.js';
import { ada, bento, chiara, crowd, type CastMember } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { channel, personalChat } from '../support/places.js';
import { actionOf, startStage, textOf, type Card, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { gardenPost } from './garden-post.js';

const general = channel('General');

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`Somebody who is after an answer, on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    const api = createApiClient(() => stage.origin);
    before(async () => {
      stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
    });
    after(() => stage.stop());

    const say = async (member: CastMember, text: string): Promise<Card> => {
      const [card] = await stage.say(member, personalChat(member), text);
      assert.ok(card, text);
      return card;
    };
    const publish = async (charter: string, source = gardenPost({ charter })): Promise<void> => {
      assert.equal((await api.publish(charter, source)).status, 201);
    };
    const close = (charter: string, draft = 1) =>
      api.post(`/api/charters/${charter}/drafts/${String(draft)}/close`);
    const shownOf = async (charter: string, draft: number): Promise<readonly ValueResult[]> => {
      const { json } = await api.get(`/api/charters/${charter}/drafts/${String(draft)}/results`);
      return json.values as unknown as readonly ValueResult[];
    };

    it('does not learn whose a comment is by merging it with a signed one', async () => {
      await publish('shed');
      await say(bento, 'comment shed 1 signed wording: The gate is never open.');
      await say(bento, 'comment shed 1 wording: The beans are not divided at all.');
      const first = markOn(await say(ada, 'moderation shed'));
      const second = markOn(await say(ada, `moderation publish ${first}`));

      const answer = await say(ada, `moderation merge ${second} ${first}`);

      assert.match(textOf(answer), /nothing was changed/);
      await say(ada, `moderation publish ${second}`);
      const { comments } = (await api.get('/api/charters/shed/comments')).json as unknown as {
        comments: readonly { readonly people: number; readonly signedBy?: string }[];
      };
      assert.deepEqual(
        comments.map(({ people, signedBy }) => [people, signedBy]).toSorted(),
        [
          [1, bento.name],
          [1, undefined],
        ].toSorted(),
      );
    });

    it('does not single out who is new in a draft that differs by a comma', async () => {
      await publish('comma', gardenPost({ charter: 'comma', values: ['Plant beans'] }));
      const members = crowd(7);
      for (const member of members.slice(1)) await say(member, 'rate comma 1 4');
      await close('comma');
      const [first] = await shownOf('comma', 1);
      await publish('comma', gardenPost({ charter: 'comma', values: ['Plant, beans.'] }));
      for (const member of members.slice(1)) await say(member, 'rate comma 1 4');
      await say(members[0]!, 'rate comma 1 1');
      await close('comma', 2);

      const [second] = await shownOf('comma', 2);

      assert.ok(first?.kind === 'shown' && second?.kind === 'shown');
      assert.deepEqual([second.counts, second.earlier], [first.counts, true]);
    });

    it('does not see which small group somebody answered in, nor in which nobody did', async () => {
      await publish('small');
      const groups = ['lab', 'office', 'students', 'visitors', 'guests'];
      const json = { headers: { 'content-type': 'application/json' } };
      await api.ask('PATCH', '/api/charters/small/process', JSON.stringify({ groups }), json);
      const belongs = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 3, 9, 9, 9].map((index) => groups[index]);
      for (const [index, member] of crowd(belongs.length).entries()) {
        if (belongs[index] !== undefined) await say(member, `group small: ${belongs[index]}`);
        await say(member, `rate small 1 ${String(3 + (index % 2))}`);
      }
      await close('small');

      const [first] = await shownOf('small', 1);

      assert.ok(first?.kind === 'shown');
      assert.deepEqual(
        first.groups?.shown.map(({ group }) => group),
        ['lab', 'office'],
      );
      assert.deepEqual(first.groups.hidden, ['guests', 'students', 'visitors']);
    });

    it('finds nothing by pressing old buttons once the charter is sealed', async () => {
      await publish('old');
      const ballot = await say(bento, 'rate old 1');
      const form = await say(bento, 'comment old 1');
      await say(bento, 'rate old 1 2');
      await say(bento, 'comment old 1 wording: Nobody counts the beans.');
      await say(ada, `moderation publish ${markOn(await say(ada, 'moderation old'))}`);
      const list = await say(chiara, 'comments old 1');
      await close('old');
      assert.equal((await api.post('/api/charters/old/seal')).status, 200);

      const answers = [
        await stage.press(bento, general, ballot, 'Save', { answer: '5' }),
        await stage.press(bento, general, form, 'Send', {
          sort: 'wording',
          text: 'Too late',
          signed: 'false',
        }),
        await stage.press(chiara, general, list, 'Save for 1', { 'vote-1': 'agree' }),
        await say(bento, 'answers old'),
        await say(bento, 'rate old 1 5'),
        await say(bento, 'group lab'),
        await say(bento, 'my data'),
      ];

      for (const card of answers)
        assert.doesNotMatch(
          textOf(card),
          /Nobody counts the beans[^]*receipt|You answered|You said|Saved|Too late/,
        );
      const left = await leftOf('old');
      assert.deepEqual(left, { ratings: 0, votes: 0, authors: 0, answers: 1, comments: 1 });
    });

    it('is left with nothing that links, whatever else happens while a charter is sealed', async () => {
      const database = await openDatabase(url());
      const other = createStores(database);
      try {
        for (let round = 0; round < 4; round += 1) {
          const charter = `race-${String(round)}`;
          await publish(charter);
          const members = crowd(8);
          const ballot = await say(members[0]!, `rate ${charter} 1`);
          const { data = {}, verb = '' } = actionOf(ballot, 'Save');
          const save = (member: CastMember, answer: string) =>
            stage.teams.deliver(
              stage.activities.press(member, personalChat(member), {
                verb,
                data: { ...data, press: `press-${member.name}-${answer}` },
                inputs: { answer },
              }),
            );
          for (const member of members.slice(2)) await save(member, '4');
          await close(charter);
          const draft = (await other.drafts.latest(charter as never))!;
          const found = (await other.charters.find(charter as never))!;
          const replica = { ...other, clock: { now: () => new Date() } };

          await Promise.all([
            api.post(`/api/charters/${charter}/drafts/1/reopen`),
            save(members[0]!, '1'),
            sealCharter(replica, found),
            say(members[1]!, `comment ${charter} 1 wording: Words ${String(round)}.`),
            releaseFor(replica, draft),
            say(members[2]!, 'forget me yes'),
            close(charter),
            save(members[3]!, '2'),
            api.post(`/api/charters/${charter}/seal`),
          ]);
          await close(charter);
          await api.post(`/api/charters/${charter}/seal`);

          const left = await leftOf(charter);
          assert.deepEqual([left.ratings, left.votes, left.authors], [0, 0, 0]);
          assert.equal(await other.charters.pseudonymKey(charter as never), undefined);
          const releases = await other.releases.of(charter as never);
          const counts = releases.map(({ values }) => values[0]?.figures?.all[4] ?? 0);
          assert.ok(new Set(counts).size === 1, `told ${counts.join(', ')}`);
        }
      } finally {
        await database.close();
      }
    }).timeout(60_000);

    /** How many rows of a charter are left that could lead to somebody, and how many that could not. */
    async function leftOf(charter: string): Promise<Readonly<Record<string, number>>> {
      const database = await openDatabase(url());
      try {
        const { query } = database;
        const drafts = query
          .selectFrom('drafts')
          .select('id')
          .where('charter', '=', charter as never);
        const comments = await query
          .selectFrom('comments')
          .select(['id', 'author', 'pressed'])
          .where('charter', '=', charter as never)
          .execute();
        const votes = await query.selectFrom('comment_votes').select('comment').execute();
        return {
          ratings: (await query.selectFrom('ratings').select('value').where('draft', 'in', drafts).execute())
            .length,
          votes: votes.filter((vote) => comments.some(({ id }) => id === vote.comment)).length,
          authors: comments.filter(({ author, pressed }) => author !== null || pressed !== null).length,
          answers: (
            await query.selectFrom('sealed_answers').select('value').where('draft', 'in', drafts).execute()
          ).length,
          comments: comments.length,
        };
      } finally {
        await database.close();
      }
    }
  });
}

function markOn(card: Card): string {
  const [, mark] = /publish ([0-9a-f]{6})/.exec(textOf(card)) ?? [];
  assert.ok(mark, textOf(card));
  return mark;
}
