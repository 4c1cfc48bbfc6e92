import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { apiEnvironment, createApiClient, tokens } from '../http/api-client.js';
import { gardenPost } from '../http/garden-post.js';
import { settledReport } from '../http/settled-report.js';
import { subscribePlaces } from '../http/subscribed-places.js';
import { crowd } from '../support/cast.js';
import { failing } from '../support/connector-faults.js';
import { personalChat } from '../support/places.js';
import { startStage, type Stage } from '../support/touchstone.js';

const cli = fileURLToPath(new URL('../../src/cli.js', import.meta.url));

interface Ending {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('The command line', function () {
  this.timeout(30_000);
  let stage: Stage;
  let folder: string;
  const api = createApiClient(() => stage.origin);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchstone-cli-'));
    await writeFile(join(folder, 'post.md'), gardenPost());
    await writeFile(join(folder, 'named.md'), gardenPost({ charter: 'orchard', values: [] }));
    await writeFile(join(folder, 'broken.md'), `${gardenPost()}\n\n### ${'x'.repeat(201)}\n\nText.\n`);
    await writeFile(join(folder, 'unfinished.md'), `${gardenPost()}\n\nFIXME: more to come.\n`);
  });
  after(() => rm(folder, { recursive: true }));
  beforeEach(async () => {
    stage = await startStage({ environment: { ...apiEnvironment, TIME_ZONE: 'Europe/Madrid' } });
  });
  afterEach(() => stage.stop());

  const run = (
    words: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Ending> =>
    new Promise((resolve) => {
      const env = {
        PATH: process.env['PATH'],
        TOUCHSTONE_URL: stage.origin,
        TOUCHSTONE_TOKEN: tokens.scripts,
        ...environment,
      };
      execFile(process.execPath, [cli, ...words], { cwd: folder, env }, (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      });
    });
  const succeeds = async (...words: readonly string[]): Promise<string> => {
    const { code, out, err } = await run(words);
    assert.deepEqual({ code, err }, { code: 0, err: '' }, `${words.join(' ')}: ${err}`);
    return out;
  };
  const fails = async (words: readonly string[], environment = {}): Promise<string> => {
    const { code, out, err } = await run(words, environment);
    assert.deepEqual({ code, out }, { code: 1, out: '' }, words.join(' '));
    assert.doesNotMatch(err, /\n\s+at /, 'no stack');
    return err;
  };

  it('publishes a file, tells where it goes, and leads to where it arrived', async () => {
    await subscribePlaces(stage.bot.ports, 2, stage.connector.serviceUrl);

    assert.equal(
      await succeeds('publish', 'post.md'),
      'Draft 1 of values-of-the-garden is published: 5 values, going to 2 places.\n' +
        'See where it arrived: npx touchstone deliveries --charter values-of-the-garden\n',
    );
    const { announcements } = (await api.get('/api/charters/values-of-the-garden/announcements'))
      .json as unknown as {
      announcements: readonly { id: string }[];
    };
    await settledReport(api, announcements[0]?.id);
    assert.match(
      await succeeds('deliveries'),
      /^\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}published: intended 2 = sent 2 \+ waiting 0 \+ sending 0 \+ failed 0 \+ skipped 0 \+ cancelled 0\n {2}announcement [0-9a-f-]{36}\n$/,
    );
  });

  it('publishes to the charter that is named, beside the file or in it', async () => {
    assert.match(await succeeds('publish', 'post.md', '--charter', 'Pond'), /^Draft 1 of pond is published/);
    assert.match(await succeeds('publish', 'named.md'), /^The process of orchard is announced: 0 values/);
    assert.match(
      await fails(['publish', 'post.md']),
      /^Which charter\? Add --charter with one of: orchard, pond\n$/,
    );
  });

  it('publishes to the only charter there is', async () => {
    await api.publish('pond', gardenPost());

    assert.match(await succeeds('publish', 'post.md'), /^Draft 2 of pond is published/);
  });

  it('reads a file and says what it takes for what, and sends nothing', async () => {
    const [fine, unfinished] = await Promise.all([
      succeeds('import', 'post.md'),
      run(['import', 'unfinished.md'], { TOUCHSTONE_URL: 'http://127.0.0.1:9' }),
    ]);

    assert.match(fine, /^ {2} 1 {2}Title: “Values of the garden”$/m);
    assert.match(fine, /^ {2}\s*\d+ {2}Value: “Teach by digging”$/m);
    assert.match(fine, /\n5 values, 0 considerations, 0 background sections\. Nothing was sent\.\n$/);
    assert.equal(unfinished.code, 0, 'no bot is needed for that');
    assert.match(unfinished.out, /^! \d+ {2}.*unfinished/m);
    assert.deepEqual(await stage.bot.ports.charters.all(), []);
  });

  it('prints the lines to change of a post that is refused', async () => {
    for (const command of ['publish', 'import']) {
      const error = await fails([command, 'broken.md']);
      assert.match(error, /^The post was not taken; nothing was stored\.\n {2}line 27: .*200/, command);
    }
    assert.deepEqual(await stage.bot.ports.charters.all(), []);
  });

  it('shows where the charters stand', async () => {
    assert.equal(
      await succeeds('status'),
      'There is no charter yet. Begin one: npx touchstone publish FILE\n',
    );
    await api.publish('garden', gardenPost());
    await api.publish('orchard', gardenPost({ title: 'The orchard', values: [] }));

    assert.equal(
      await succeeds('status'),
      'garden: draft 1, open  (Values of the garden)\norchard: announced, no draft yet  (The orchard)\n',
    );
  });

  it('closes a draft, and shows its results then and not before', async () => {
    await api.publish('garden', gardenPost());
    for (const member of crowd(6)) await stage.say(member, personalChat(member), 'rate 1 4');

    assert.match(await fails(['results']), /^Results appear for everybody when the draft is closed\n$/);
    assert.match(await succeeds('close', '1'), /^Draft 1 of garden is closed\./);
    assert.match(await fails(['close']), /not open any more/);
    const results = await succeeds('results', '--charter', 'garden');

    assert.match(results, /^garden, draft 1, as at \d{4}-\d\d-\d\d \d\d:\d\d UTC\n/);
    assert.match(results, /6 started, fewer than 5 finished, fewer than 5 declined\.\n\nShare the harvest\n/);
    assert.match(results, / {6}6 {2}Resonates strongly\n/);
    assert.match(results, /6 answers on the five steps, 100 % of them on the two highest\n/);
    assert.match(results, /median 4, interpolated 4\.00; mean 4\.00; agreement 1\.00\n/);
    assert.match(results, /Rest in winter\n {2}fewer than 5 answers, so nothing is shown\n$/);
  });

  it('shows how a process works, changes a rule, and seals when it is meant', async () => {
    await succeeds('publish', 'post.md', '--charter', 'garden');

    const changed = await succeeds('process', '--set', 'least=8');
    const grouped = await succeeds('process', '--set', 'groups=lab, office');
    assert.match(await fails(['process', '--set', 'least=3']), /least is a whole number from 5 to 1000/);
    assert.match(await fails(['process', '--set', 'confidential=off']), /nobody can switch this off/);
    assert.match(await fails(['process', '--set', 'least']), /--set least=8/);
    await succeeds('close');
    assert.match(await fails(['seal']), /npx touchstone seal --charter garden --yes/);
    const sealed = await succeeds('seal', '--yes');
    const after = await succeeds('process');

    assert.match(changed, /^garden\n {2}least: 8\n/);
    assert.match(changed, /rules changed: least from 5 to 8/);
    assert.match(grouped, /groups: lab, office/);
    assert.match(sealed, /^garden is sealed: nothing links its answers to members any more/);
    assert.match(after, / {2}sealed: \d{4}-\d{2}-\d{2} \d{2}:\d{2} Europe\/Madrid\n/);
    assert.match(after, /refused to switch confidentiality off/);
    assert.match(await fails(['seal', '--yes']), /it is sealed/);
  });

  it('publishes at a time, shows what is planned, and takes it back', async () => {
    await api.publish('garden', gardenPost());
    const year = String(new Date().getUTCFullYear() + 1);

    assert.equal(
      await succeeds('publish', 'post.md', '--at', `${year}-07-01 09:00`, '--tell', 'everybody'),
      `The post will be published for garden at ${year}-07-01 09:00 Europe/Madrid.\n` +
        'See what is planned: npx touchstone planned --charter garden\n',
    );
    assert.equal(
      await succeeds('close', '--at', `${year}-06-01 18:00`),
      `Draft 1 of garden will be closed at ${year}-06-01 18:00 Europe/Madrid.\n`,
    );
    assert.equal(
      await succeeds('status'),
      `garden: draft 1, open until ${year}-06-01 18:00 Europe/Madrid  (Values of the garden)\n`,
    );
    assert.equal(
      await succeeds('planned'),
      `${year}-05-30 18:00 Europe/Madrid  remind draft 1\n` +
        `${year}-06-01 18:00 Europe/Madrid  close draft 1\n` +
        `${year}-07-01 09:00 Europe/Madrid  publish draft 2\n`,
    );
    assert.equal(
      await succeeds('planned', '--cancel', 'publish'),
      'It is not planned any more for garden: publish.\n',
    );
    assert.equal(await fails(['planned', '--cancel', 'publish']), 'Nothing of this kind is planned\n');
    await succeeds('planned', '--cancel', 'close');
    assert.equal(await succeeds('planned'), 'Nothing is planned for garden.\n');
  });

  it('prints the deliveries place by place as CSV and nothing else', async () => {
    await subscribePlaces(stage.bot.ports, 2, stage.connector.serviceUrl);
    const { json } = await api.publish('garden', gardenPost());
    await settledReport(api, json.announcement);

    const csv = 'place,scope,state,reason,possiblyTwice,edit,editReason,count\r\n,group,sent,,false,,,2\r\n';
    assert.equal(await succeeds('deliveries', '--csv'), csv);
    assert.equal(await succeeds('deliveries', json.announcement ?? '', '--csv'), csv);
    assert.match(await succeeds('deliveries', json.announcement ?? ''), /published: intended 2 = sent 2/);
    assert.match(await fails(['deliveries', 'some-id', '--csv']), /^Nothing is there/);
  });

  it('sends again what failed', async () => {
    const [place] = await subscribePlaces(stage.bot.ports, 2, stage.connector.serviceUrl);
    const conversation = place?.split('/')[1] ?? '';
    stage.connector.inject(failing(400, 'BadArgument'), { conversation, times: 1 });
    const { json } = await api.publish('garden', gardenPost());
    await settledReport(api, json.announcement);

    assert.match(await succeeds('deliveries'), /= sent 1 .* failed 1 \(BadArgument: 1\)/);
    assert.equal(await succeeds('retry'), 'It is tried again at 1 place. Nobody who got it gets it again.\n');
    await settledReport(api, json.announcement);
    assert.match(await succeeds('deliveries'), /= sent 2 .* failed 0 /);
    assert.equal(await succeeds('retry', json.announcement ?? ''), 'Nothing of it failed.\n');
  });

  it('corrects a slip, and refuses what is more', async () => {
    await writeFile(join(folder, 'slipped.md'), gardenPost().replace('Newcomers', 'Newcommers'));
    await writeFile(
      join(folder, 'rewritten.md'),
      gardenPost().replace('a spade first', 'nothing at all here'),
    );
    await api.publish('garden', gardenPost().replace('Newcomers', 'Newcommers'));

    assert.equal(
      await succeeds('correct', 'post.md'),
      'Corrected for garden; the cards already posted are being edited.\n  “Newcommers” → “Newcomers”\n',
    );
    assert.equal(
      await succeeds('correct', 'post.md'),
      'It reads like this already for garden: nothing was corrected.\n',
    );
    assert.match(
      await fails(['correct', 'rewritten.md']),
      /^This changes more than slips; .*\n {2}“.*” → “.*”\n$/,
    );
    assert.match(await fails(['correct', 'broken.md']), /^The post was not taken/);
  });

  it('corrects the announcement of a process before there is a draft', async () => {
    await writeFile(join(folder, 'process.md'), gardenPost({ values: [] }));
    await writeFile(join(folder, 'proces.md'), gardenPost({ values: [], title: 'Vallues of the garden' }));
    await succeeds('publish', 'proces.md', '--charter', 'garden');

    assert.match(
      await succeeds('correct', 'process.md'),
      /^Corrected for garden.*\n {2}“Vallues” → “Values”\n$/,
    );
  });

  it('opens a closed draft again, and withdraws an open one', async () => {
    await api.publish('garden', gardenPost());

    assert.match(await fails(['reopen']), /^Only a closed draft can be opened again\n$/);
    await succeeds('close');
    assert.match(await succeeds('reopen', '--tell', 'everybody'), /^Draft 1 of garden is open again\./);
    assert.match(await succeeds('withdraw', '1'), /^Draft 1 of garden is withdrawn\./);
    assert.match(await fails(['withdraw']), /^This draft is not open any more\n$/);
  });

  it('says what is missing when it is used the wrong way', async () => {
    await api.publish('garden', gardenPost());
    const wrong: readonly (readonly [words: readonly string[], said: RegExp])[] = [
      [[], /^Usage: npx touchstone COMMAND/],
      [['dance'], /^There is no command "dance"\.\n\nUsage/],
      [['toString'], /^There is no command "toString"/],
      [['publish'], /^Which file\? Name a Markdown post\.\n$/],
      [['publish', 'nothing.md'], /^nothing\.md cannot be read: ENOENT/],
      [['publish', '.'], /^\. cannot be read: EISDIR/],
      [['status', '--loud'], /Unknown option '--loud'/],
      [['status', '--csv'], /^"status" does not take --csv\.\n$/],
      [['publish', 'post.md', '--at'], /--at/],
      [['publish', 'post.md', '--at', 'tomorrow'], /^Write the time as 2026-12-01T09:00/],
      [
        ['publish', 'post.md', '--at', '2020-01-01 09:00'],
        /is over already\. It is meant in Europe\/Madrid\.\n$/,
      ],
      [['publish', 'post.md', '--tell', 'nobody'], /^Who is told is either everybody or affected\n$/],
      [['publish', 'post.md', 'named.md'], /^"publish" takes one thing at a time, not also "named\.md"\.\n$/],
      [['correct'], /^Which file\? Name a Markdown post\.\n$/],
      [['correct', 'post.md', '--charter', 'pond'], /^Nothing is there/],
      [['retry', 'some-id'], /^Nothing is there/],
      [
        ['planned', '--cancel', 'holiday'],
        /^What is to be taken back\? Write --cancel with publish or remind or close\.\n$/,
      ],
      [['results', 'two'], /^Which draft\? "two" is no number\.\n$/],
      [['results', '7'], /^Nothing is there: no such charter, draft or announcement/],
      [['close', '--charter', 'pond'], /^pond has no draft yet\.\n$/],
      [['close', '--charter', '../../healthz'], /cannot be the short name of a charter/],
      [['deliveries', '--charter', 'pond'], /^Nothing is there/],
    ];
    const errors = await Promise.all(wrong.map(([words]) => fails(words)));
    for (const [index, [words, said]] of wrong.entries()) assert.match(errors[index]!, said, words.join(' '));
    assert.match(await succeeds('--help'), /^Usage: npx touchstone COMMAND/);
  });

  it('says that no bot answers, that the token is not known, or that there is no API', async () => {
    const gone = { TOUCHSTONE_URL: 'http://127.0.0.1:9' };
    assert.match(
      await fails(['status'], gone),
      /^No bot answers at http:\/\/127\.0\.0\.1:9\. Is it running\?/,
    );
    assert.match(await fails(['doctor'], gone), /^No bot answers at/);
    assert.match(await fails(['status'], { TOUCHSTONE_TOKEN: 'wrong' }), /does not know this API token/);
    assert.match(await fails(['status'], { TOUCHSTONE_TOKEN: '' }), /does not know this API token/);
  });

  it('examines the bot, and the way to it', async () => {
    assert.equal(
      await succeeds('doctor'),
      [
        `The bot at ${stage.origin} is alive.`,
        'Its database is reachable and up to date.',
        'It listens for Teams at /api/messages.',
        'The API token is known.',
        '',
      ].join('\n'),
    );
    assert.match(
      await fails(['doctor'], { TOUCHSTONE_TOKEN: 'wrong' }),
      /is alive\.\n.*\n.*\n.*TOUCHSTONE_TOKEN\.\n$/,
    );
    await stage.stop();
    stage = await startStage();
    assert.match(await fails(['doctor']), /no API_TOKENS, so its HTTP API is off\.\n$/);
  });
});
