import assert from 'node:assert/strict';

import { ada, bento } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { personalChat } from '../support/places.js';
import { cardOf, startStage, textOf, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient, type ApiReply } from './api-client.js';
import { assertProblem } from './assert-problem.js';
import { gardenPost } from './garden-post.js';

interface ProcessJson {
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly changes?: readonly unknown[];
  readonly answered?: boolean;
  readonly facilitators?: number;
  readonly sealed?: string;
  readonly identitiesGo?: string;
  readonly detail?: string;
  readonly records?: readonly { readonly number: number; readonly entry: { readonly kind: string } }[];
}

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`A process over the HTTP API on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    const api = createApiClient(() => stage.origin);
    before(async () => {
      stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
    });
    after(() => stage.stop());

    const path = (charter: string) => `/api/charters/${charter}/process`;
    const json = { headers: { 'content-type': 'application/json' } };
    const change = (charter: string, rules: unknown) =>
      api.ask('PATCH', path(charter), JSON.stringify(rules), json);
    const read = async (charter: string) => jsonOf(await api.get(path(charter)));
    const kindsOf = ({ records = [] }: ProcessJson) => records.map(({ entry }) => entry.kind);
    const answer = (charter: string) => stage.say(bento, personalChat(bento), `rate ${charter} 1 4`);
    const detailOf = (reply: ApiReply): string => jsonOf(reply).detail ?? '';

    it('is read with its rules, its dates and what happened', async () => {
      await api.publish('reads', gardenPost());

      const process = await read('reads');

      assert.equal(process.rules?.['least'], 5);
      assert.deepEqual([process.answered, process.facilitators], [false, 1]);
      assert.deepEqual(kindsOf(process), ['draft']);
      assert.equal((await api.get(path('nobodys'))).status, 404);
    });

    it('changes its rules, and refuses to weaken them once somebody answered', async () => {
      await api.publish('rules', gardenPost());
      const changed = await change('rules', { least: 8, groups: ['lab', 'office'] });
      assert.deepEqual([changed.status, jsonOf(changed).rules?.['least']], [200, 8]);
      await answer('rules');

      const refused = await change('rules', { least: 6, page: 'public', identityDays: 10 });

      assert.equal(refused.status, 409);
      assertProblem(refused, 'rules-weakened');
      assert.match(detailOf(refused), /least, page/);
      const process = await read('rules');
      assert.deepEqual([process.rules?.['least'], process.rules?.['identityDays']], [8, 30]);
      assert.deepEqual(kindsOf(process), ['draft', 'rules-changed', 'change-refused']);
    });

    it('never switches confidentiality off, and records who tried without saying who', async () => {
      await api.publish('kept', gardenPost());

      const refused = await change('kept', { confidential: false });

      assert.equal(refused.status, 409);
      assertProblem(refused, 'confidentiality-kept');
      assert.deepEqual(kindsOf(await read('kept')), ['draft', 'confidentiality-kept']);
    });

    it('answers 422 with what is allowed to rules that cannot be', async () => {
      await api.publish('unread', gardenPost());
      const wrong = [
        [{ least: 4 }, /least is a whole number from 5 to 1000/],
        [{ colour: 'blue' }, /"colour" is no rule/],
        [{ groups: ['lab'] }, /groups is none, or 2 to 12/],
        [{ communitySize: null }, /cannot be taken away/],
        [['least'], /an object/],
        ['least', /an object/],
        [null, /an object/],
      ] as const;

      for (const [rules, said] of wrong) {
        const reply = await change('unread', rules);
        assert.equal(reply.status, 422);
        assertProblem(reply, 'rules-unreadable');
        assert.match(detailOf(reply), said);
      }
      assertProblem(await api.ask('PATCH', path('unread'), '{', json), 'json');
      assertProblem(await api.ask('PATCH', path('unread'), 'least: 8'), 'media-type');
      const large = JSON.stringify({ groups: ['x'.repeat(20_000)] });
      assertProblem(await api.ask('PATCH', path('unread'), large, json), 'too-large');
      assert.deepEqual(kindsOf(await read('unread')), ['draft']);
    });

    it('is sealed when its draft is closed; then nothing follows', async () => {
      await api.publish('ends', gardenPost());
      await answer('ends');
      assertProblem(await api.post('/api/charters/ends/seal'), 'draft-open');
      await api.post('/api/charters/ends/drafts/1/close');

      const sealed = await api.post('/api/charters/ends/seal');

      assert.equal(sealed.status, 200);
      const process = await read('ends');
      assert.equal(process.sealed, jsonOf(sealed).sealed);
      const days = (Date.parse(process.identitiesGo ?? '') - Date.parse(process.sealed ?? '')) / 86_400_000;
      assert.equal(days, 30);
      const after = [
        await api.post('/api/charters/ends/seal'),
        await api.publish('ends', gardenPost()),
        await api.post('/api/charters/ends/drafts?publish=true&at=2030-01-01T09:00', gardenPost()),
        await api.post('/api/charters/ends/drafts/1/reopen'),
        await change('ends', { least: 20 }),
      ];
      for (const reply of after) {
        assert.equal(reply.status, 409);
        assertProblem(reply, 'charter-sealed');
      }
    });

    it('needs a token', async () => {
      const nobody = { authorization: undefined };

      assert.equal((await api.get(path('ends'), nobody)).status, 401);
      assert.equal((await api.post('/api/charters/ends/seal', undefined, nobody)).status, 401);
    });

    it('is ended in words, too, and everybody who hears the charter learns of it', async () => {
      await api.publish('spoken', gardenPost());
      const mine = personalChat(ada);
      await stage.say(bento, personalChat(bento), 'subscribe spoken');
      await stage.say(ada, mine, 'close spoken yes');

      const [asked] = await stage.say(ada, mine, 'seal spoken');
      const [done] = await stage.say(ada, mine, 'seal spoken yes');

      assert.ok(asked && done);
      assert.notEqual(textOf(asked), textOf(done));
      assert.ok((await read('spoken')).sealed);
      const told = await stage.connector.waitFor(
        (call) =>
          isPosted(call) &&
          call.conversation === personalChat(bento).id &&
          /sealed/i.test(textOf(cardOf(call))),
      );
      assert.equal(told.outcome, 201);
    });
  });
}

function jsonOf({ json }: ApiReply): ProcessJson {
  return json;
}

function isPosted({ operation, activity }: { operation: string; activity?: unknown }): boolean {
  return (operation === 'send' || operation === 'create') && activity !== undefined;
}
