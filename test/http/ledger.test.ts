import assert from 'node:assert/strict';

import { verifyLedger } from '../../src/app/ledger/verify-ledger.js';
import type { CharterName } from '../../src/domain/charter.js';
import { ada, crowd, fiveMembers } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { personalChat } from '../support/places.js';
import { startStage, textOf, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { gardenPost, gardenTitles } from './garden-post.js';

const garden = 'garden' as CharterName;

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`The ledger of a process, on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    const api = createApiClient(() => stage.origin);
    const members = [...fiveMembers, ...crowd(3)];
    const comment = 'The barrow squeaks in the morning.';
    before(async function () {
      this.timeout(60_000);
      stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
      await api.publish('garden', gardenPost());
      for (const member of members) {
        for (const position of gardenTitles.keys())
          await stage.say(member, personalChat(member), `rate garden ${String(position + 1)} 4`);
        await stage.say(member, personalChat(member), `comment garden 1 wording: ${comment}`);
      }
      await api.ask('PATCH', '/api/charters/garden/process', JSON.stringify({ least: 6 }), {
        headers: { 'content-type': 'application/json' },
      });
      await stage.say(ada, personalChat(ada), 'close garden yes');
      await api.publish('garden', gardenPost({ values: ['Rest in winter', 'Share the harvest'] }));
      await stage.say(ada, personalChat(ada), 'close garden yes');
      await stage.say(ada, personalChat(ada), 'seal garden yes');
    });
    after(() => stage.stop());

    const head = () => stage.bot.ports.process.head(garden);
    const pathOf = async (): Promise<string> => {
      const charter = await stage.bot.ports.charters.find(garden);
      const { pathname, search } = new URL(await stage.bot.ports.addresses.ledger(charter!));
      return pathname + search;
    };

    it('is whole, over the API, as a page’s file and in the export, with one head', async () => {
      const read = await api.get('/api/charters/garden/ledger');
      const page = await fetch(`${stage.origin}${await pathOf()}`);
      const exported = await api.get('/api/charters/garden/export/ledger.jsonl');

      assert.deepEqual([read.status, read.type], [200, 'application/jsonl']);
      assert.equal(verifyLedger(read.text, await head()).kind, 'whole');
      assert.equal(await page.text(), read.text);
      assert.match(page.headers.get('content-disposition') ?? '', /garden-ledger\.jsonl/);
      assert.equal(exported.text, read.text);
      const readMe = await api.get('/api/charters/garden/export/README.md');
      assert.ok(readMe.text.includes(await head()));
    });

    it('holds no rating, no person and no comment, also after a whole process', async () => {
      const { text } = await api.get('/api/charters/garden/ledger');

      for (const { name, aadObjectId, id } of members)
        for (const trace of [...name.split(' ').filter((word) => word.length > 3), aadObjectId, id])
          if (trace !== 'Member') assert.ok(!text.includes(trace), trace);
      assert.ok(!text.includes('barrow'));
      const { entries } = verifyLedger(text) as Extract<ReturnType<typeof verifyLedger>, { kind: 'whole' }>;
      const fields = new Set(entries.flatMap(({ entry }) => Object.keys(entry)));
      assert.deepEqual(
        [...fields].filter((field) => !known.has(field)),
        [],
      );
    });

    it('has its head on results, on the process, on its own card, and in full on their pages', async () => {
      const short = (await head()).slice(0, 12);
      const say = async (text: string): Promise<string> =>
        textOf((await stage.say(ada, personalChat(ada), text))[0]!);

      assert.ok((await say('results garden')).includes(short));
      assert.ok((await say('process garden')).includes(short));
      assert.ok((await say('ledger garden')).includes(short));
      const { addresses, charters } = stage.bot.ports;
      const charter = (await charters.find(garden))!;
      for (const address of [
        await addresses.process(charter),
        await addresses.results({ charter, number: 2 }),
      ]) {
        const { pathname, search } = new URL(address);
        const page = await (await fetch(`${stage.origin}${pathname}${search}`)).text();
        assert.ok(page.includes(await head()), pathname);
        assert.ok(page.includes('/charters/garden/ledger'), pathname);
      }
    });

    it('is for whoever has the link', async () => {
      const [path = ''] = (await pathOf()).split('?');

      const answers = await Promise.all(
        [path, `${path}?key=wrong`, '/charters/nobodys/ledger'].map((each) =>
          fetch(`${stage.origin}${each}`),
        ),
      );

      assert.deepEqual(
        answers.map(({ status }) => status),
        [404, 404, 404],
      );
      assert.equal((await api.get('/api/charters/nobodys/ledger')).status, 404);
    });
  });
}

/** Whatever an entry may say of a process that was rated, closed, replaced and sealed. */
const known: ReadonlySet<string> = new Set([
  ...['kind', 'number', 'became', 'content', 'terms', 'changes', 'of', 'closes', 'count', 'reason'],
]);
