import assert from 'node:assert/strict';

import type { CharterName } from '../../src/domain/charter.js';
import type { ProcessRules } from '../../src/domain/process.js';
import type { Dialect } from '../../src/storage/dialect.js';
import { crowd } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { personalChat } from '../support/places.js';
import { startStage, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { gardenPost, gardenTitles } from './garden-post.js';

onBoth('sqlite');
onBoth('postgres');

function onBoth(dialect: Dialect): void {
  describe(`the pages in the browser, on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let stage: Stage;
    const api = createApiClient(() => stage.origin);
    let made = 0;

    before(async () => {
      stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
    });
    after(() => stage.stop());

    /** A charter of its own for each test, with an open draft. */
    async function openCharter(rules: Partial<ProcessRules> = {}): Promise<CharterName> {
      made += 1;
      const charter = `pages-${String(made)}` as CharterName;
      const { status } = await api.publish(charter, gardenPost({ title: `Garden ${String(made)}` }));
      assert.equal(status, 201);
      const at = new Date().toISOString();
      await stage.bot.ports.process.changeRules({ charter, rules, at });
      return charter;
    }

    async function rate(charter: string, count: number, answer: number): Promise<void> {
      for (const member of crowd(count))
        await stage.say(member, personalChat(member), `rate ${charter} 1 ${String(answer)}`);
    }

    const close = (charter: string) => api.post(`/api/charters/${charter}/drafts/1/close`);

    /** The path of a page with what its address carries beyond it. */
    async function linkOf(charter: CharterName, page: 'results' | 'process' = 'results'): Promise<string> {
      const { addresses, charters } = stage.bot.ports;
      const found = await charters.find(charter);
      assert.ok(found);
      const address =
        page === 'results' ? addresses.results({ charter: found, number: 1 }) : addresses.process(found);
      const { pathname, search } = new URL(await address);
      return pathname + search;
    }

    const open = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(`${stage.origin}${path}`, { headers });

    it('say when results appear while a draft is open, and no figure, not even to search engines', async () => {
      const charter = await openCharter({ page: 'public' });
      await rate(charter, 6, 4);

      const response = await open(await linkOf(charter));
      const text = await response.text();

      assert.equal(response.status, 200);
      assert.match(text, /The results appear for all of us at the same moment/);
      assert.doesNotMatch(text, /Who took part|answers? \(|<svg|100%<\/t/);
      assert.doesNotMatch(metaOf(text), /\b6\b|%/);
    });

    it('show the results the moment the draft is closed, the same to everybody', async () => {
      const charter = await openCharter({ page: 'public' });
      await rate(charter, 6, 4);
      const path = await linkOf(charter);
      await open(path);
      await close(charter);

      const texts = await Promise.all(
        Array.from({ length: 5 }, async () => (await open(path, { cookie: crowd(1)[0]!.id })).text()),
      );

      assert.equal(new Set(texts).size, 1);
      assert.match(texts[0]!, /6 of 6 answers \(100%\) say that it resonates strongly or very strongly/);
      for (const title of gardenTitles) assert.ok(texts[0]!.includes(title));
    });

    it('show the figures that the API shows, and hide what it hides', async () => {
      const charter = await openCharter({ page: 'public' });
      await rate(charter, 6, 4);
      await stage.say(crowd(1)[0]!, personalChat(crowd(1)[0]!), `rate ${charter} 2 5`);
      await close(charter);

      const text = await (await open(await linkOf(charter))).text();

      const { json } = await api.get(`/api/charters/${charter}/drafts/1/results`);
      const hidden = json.values?.filter(({ kind }) => kind === 'hidden') ?? [];
      assert.equal(hidden.length, 4);
      assert.equal(text.match(/Fewer than 5 of us placed this value/g)?.length, hidden.length);
      assert.equal(text.match(/<figure>/g)?.length, 1);
    });

    it('hold results back again when the draft is opened again', async () => {
      const charter = await openCharter({ page: 'public' });
      await rate(charter, 6, 4);
      await close(charter);
      const path = await linkOf(charter);
      const closed = await (await open(path)).text();

      await api.post(`/api/charters/${charter}/drafts/1/reopen`);

      const reopened = await (await open(path)).text();
      assert.match(closed, /6 of 6 answers/);
      assert.doesNotMatch(reopened, /6 of 6 answers/);
    });

    it('open with the link of their charter only, unless they are public', async () => {
      const charter = await openCharter();
      const other = await openCharter();
      const key = new URL(await linkOf(charter), 'http://x').search;
      const otherKey = new URL(await linkOf(other), 'http://x').search;
      const page = `/charters/${charter}/drafts/1/results`;

      assert.equal((await open(page + key)).status, 200);
      assert.equal((await open(`/charters/${charter}/process${key}`)).status, 200);
      const wrong = ['', '?key=', '?key=wrong', otherKey, `${key}A`, key.slice(0, -1), '?key=%00%ff'];
      for (const query of wrong) {
        for (const path of [page, `/charters/${charter}/process`]) {
          const response = await open(path + query);
          assert.equal(response.status, 404, path + query);
          assert.match(await response.text(), /In Teams, ask the bot/);
        }
      }
    });

    it('answer what is unknown as what is not for everybody, so that nobody learns what there is', async () => {
      const charter = await openCharter();
      const closedToMe = await (await open(`/charters/${charter}/drafts/1/results`)).text();

      const key = new URL(await linkOf(charter), 'http://x').search;
      for (const path of [
        '/charters/nobody/drafts/1/results',
        `/charters/${charter}/drafts/9/results${key}`,
        `/charters/${charter}/drafts/0/results${key}`,
        `/charters/${charter}/drafts/1e3/results${key}`,
        `/charters/${charter}/drafts/999999999999/results${key}`,
        '/charters/nobody/process',
        '/charters/%00/process',
      ]) {
        const response = await open(path);
        assert.equal(response.status, 404, path);
        assert.ok((await response.text()) === closedToMe, path);
      }
    });

    it('close to whoever has no link as soon as the charter is not public any more', async () => {
      const charter = await openCharter({ page: 'public' });
      const path = `/charters/${charter}/drafts/1/results`;
      assert.equal((await open(path)).status, 200);

      const at = new Date().toISOString();
      await stage.bot.ports.process.changeRules({ charter, rules: { page: 'community' }, at });

      assert.equal((await open(path)).status, 404);
    });

    it('run nothing, load nothing, leak no address and are found by no search engine', async () => {
      const charter = await openCharter();

      for (const page of ['results', 'process'] as const) {
        const { headers } = await open(await linkOf(charter, page));
        const policy = headers.get('content-security-policy') ?? '';

        assert.equal(headers.get('content-type'), 'text/html; charset=utf-8');
        assert.match(policy, /^default-src 'none'; style-src 'sha256-[\w+/=]+';/);
        assert.doesNotMatch(policy, /unsafe|script|http|\*/);
        assert.equal(headers.get('referrer-policy'), 'no-referrer');
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
        assert.match(headers.get('x-robots-tag') ?? '', /noindex/);
        assert.match(headers.get('cache-control') ?? '', /no-cache/);
        assert.equal(headers.get('set-cookie'), null);
      }
    });

    it('are not sent a second time to a browser that has them, and are small on the way', async () => {
      const charter = await openCharter();
      const path = await linkOf(charter);
      const first = await open(path, { 'accept-encoding': 'gzip' });
      const text = await first.text();

      const again = await open(path, { 'if-none-match': first.headers.get('etag') ?? '' });
      const plain = await open(path, { 'accept-encoding': 'identity' });
      const refused = await open(path, { 'accept-encoding': 'gzip;q=0' });

      assert.equal(first.headers.get('content-encoding'), 'gzip');
      assert.equal(again.status, 304);
      assert.equal(await again.text(), '');
      assert.deepEqual([plain.headers.get('content-encoding'), await plain.text()], [null, text]);
      assert.equal(refused.headers.get('content-encoding'), null);
    });

    it('tell their size without being sent', async () => {
      const charter = await openCharter();

      const response = await fetch(`${stage.origin}${await linkOf(charter)}`, { method: 'HEAD' });

      assert.equal(response.status, 200);
      assert.equal(await response.text(), '');
    });

    it('speak the language that is asked for, else the browser’s', async () => {
      const charter = await openCharter();
      const path = await linkOf(charter);
      const language = async (query: string, accepted: string): Promise<string> =>
        /<html lang="(\w+)"/.exec(
          await (await open(path + query, { 'accept-language': accepted })).text(),
        )?.[1] ?? '';

      assert.equal(await language('&lang=es', 'en'), 'es');
      assert.equal(await language('', 'es-MX,es;q=0.9,en;q=0.8'), 'es');
      assert.equal(await language('', 'de,en;q=0.4,es;q=0.7'), 'es');
      assert.equal(await language('&lang=xx', ''), 'en');
      assert.equal(await language('&lang=__proto__', 'constructor'), 'en');
    });

    it('lead to one another, in the same language, with the link that opens them', async () => {
      const charter = await openCharter();
      const text = await (await open(`${await linkOf(charter)}&lang=es`)).text();

      const links = [...text.matchAll(/<a href="(\/[^"]*)"/g)].map(([, href]) =>
        href!.replaceAll('&amp;', '&'),
      );

      assert.equal(links.length, 3);
      for (const link of links) assert.equal((await open(link)).status, 200, link);
      assert.match(await (await open(links[0]!)).text(), /<html lang="es"/);
    });

    it('put no key into the log, whatever happens', async () => {
      const charter = await openCharter();
      const path = await linkOf(charter);
      await open(path);
      await open(path.replace('/results', '/nothing'));
      await open(`${path}&lang=%E0%A4%A`);

      const key = new URL(path, 'http://x').searchParams.get('key') ?? '';
      assert.equal(key.length, 43);
      assert.ok(!stage.logged.some((line) => line.includes(key)));
    });
  });
}

/** What previews of a link show. */
function metaOf(text: string): string {
  return [...text.matchAll(/<(?:title>[^<]*|meta[^>]*)/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/charset|viewport/.test(tag))
    .join('\n');
}
