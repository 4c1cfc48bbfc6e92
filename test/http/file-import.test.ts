import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';

import { facilitators } from '../../src/app/ports.js';
import { ada, bento } from '../support/cast.js';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback-server.js';
import { groupChat, personalChat, type CastPlace } from '../support/places.js';
import { cardOf, startStage, textOf, type Stage } from '../support/touchstone.js';
import { gardenPost } from './garden-post.js';

/** What the members' files hold, by the path under which they lie. */
const files: Readonly<Record<string, string | Buffer>> = {
  '/post.md': gardenPost({ charter: 'garden' }),
  '/unnamed.md': gardenPost(),
  '/slip.md': gardenPost({ charter: 'garden' }).replace('compost', 'compots'),
  '/refused.md': '---\ntitle: [\n---\n# Hello\n',
  '/large.md': `# Title\n\n${'x'.repeat(300 * 1024)}`,
  '/picture.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]),
  '/with-mark.md': `\uFEFF${gardenPost({ charter: 'garden' })}`,
};

describe('A file sent in a personal chat', () => {
  let stage: Stage;
  let server: LoopbackServer;
  let asked: string[];
  before(async () => {
    server = await startLoopbackServer((request, response) => {
      asked.push(request.url ?? '');
      serve(request.url ?? '', response);
      return Promise.resolve();
    });
  });
  after(() => server.stop());
  beforeEach(async () => {
    asked = [];
    stage = await startStage();
  });
  afterEach(() => stage.stop());

  const send = async (
    path: string,
    {
      member = ada,
      place = personalChat(member),
      name = 'post.md',
      origin = server.origin,
      text = '',
    }: { member?: typeof ada; place?: CastPlace; name?: string; origin?: string; text?: string } = {},
  ): Promise<readonly string[]> => {
    const before = stage.connector.calls.length;
    const activity = stage.activities.file(member, place, name, `${origin}${path}`, { text });
    assert.equal((await stage.teams.deliver(activity)).status, 200);
    return stage.connector.calls.slice(before).map((call) => textOf(cardOf(call)));
  };
  const copyOf = (charter: string) =>
    stage.bot.ports.workingCopies.find({ charter: charter as never, editor: facilitators });

  it('is taken as a post: the preview and its announcement come back', async () => {
    const cards = await send('/post.md');

    assert.equal(cards.length, 2);
    assert.match(cards[0]!, /Preview: Values of the garden/);
    assert.match(cards[1]!, /Share the harvest/);
    assert.equal((await copyOf('garden'))?.source, files['/post.md']);
  });

  it('goes to the charter that the words beside it name', async () => {
    await send('/unnamed.md', { text: 'new draft pond' });

    assert.ok(await copyOf('pond'));
  });

  it('is a correction where the words beside it say so', async () => {
    await send('/slip.md');
    await stage.say(ada, personalChat(ada), 'publish garden');

    const [correction, ...others] = await send('/post.md', { text: 'correct garden' });

    assert.equal(others.length, 0);
    assert.match(correction!, /compots[^]*compost/);
    assert.equal(await copyOf('garden'), undefined);
  });

  it('may have any name of a text file, and begin with a byte order mark', async () => {
    for (const name of ['post.MD', 'post.markdown', 'post.txt', 'my.post.qmd']) {
      assert.match((await send('/with-mark.md', { name }))[0]!, /Preview: Values of the garden/, name);
    }
  });

  it('that is no post is refused with its lines, and nothing is kept', async () => {
    const [refusal, ...others] = await send('/refused.md', { text: 'new draft garden' });

    assert.match(refusal!, /Your post needs a change first/);
    assert.deepEqual(others, [], 'there was no form to give back');
    assert.equal(await copyOf('garden'), undefined);
  });

  it('that is too large is read no further than it needs to be, and said to be so', async () => {
    assert.match((await send('/large.md'))[0]!, /larger than 256 KB/);
    assert.match((await send('/endless.md'))[0]!, /larger than 256 KB/);
  });

  it('that is no text is said to be none, and one that looks like none is not even fetched', async () => {
    assert.match((await send('/picture.md'))[0]!, /not a text I can read/);
    asked = [];
    for (const name of ['post.docx', 'post.pdf', 'post.exe']) {
      assert.match((await send('/post.md', { name }))[0]!, /not a text I can read/);
    }
    assert.deepEqual(asked, []);
  });

  it('from a host that is not allowed is not fetched, nor is what a redirect leads to', async () => {
    const elsewhere = server.origin.replace('127.0.0.1', 'localhost');
    for (const origin of [elsewhere, 'https://127.0.0.1.example.org', 'file://', 'http://169.254.169.254']) {
      assert.match((await send('/post.md', { origin }))[0]!, /could not be fetched/, origin);
    }
    assert.deepEqual(asked, []);

    assert.match((await send('/redirect.md'))[0]!, /could not be fetched/);
    assert.deepEqual(asked, ['/redirect.md']);
    assert.equal(await copyOf('garden'), undefined);
  });

  it('that cannot be had is said not to be there, and what broke off is not taken', async () => {
    for (const path of ['/missing.md', '/fails.md', '/breaks-off.md', '/closes.md']) {
      assert.match((await send(path))[0]!, /could not be fetched/, path);
    }
    assert.ok(!stage.logged.some((line) => line.includes('a turn went wrong')));
    assert.equal(await copyOf('garden'), undefined);
  });

  it('from somebody who is no facilitator is not fetched', async () => {
    const cards = await send('/post.md', { member: bento });

    assert.equal(cards.length, 1);
    assert.match(cards[0]!, /That is for facilitators/);
    assert.deepEqual(asked, []);
  });

  it('is not fetched where others read', async () => {
    const cards = await send('/post.md', { place: groupChat('Reading circle') });

    assert.match(cards[0]!, /Facilitators do that in our personal chat/);
    assert.deepEqual(asked, []);
  });

  it('is named nowhere in the log, nor is its address', async () => {
    await send('/post.md');
    await send('/fails.md');
    await send('/missing.md', { member: bento });

    for (const line of stage.logged) assert.doesNotMatch(line, /post\.md|fails\.md|garden|127\.0\.0\.1/);
  });
});

function serve(path: string, response: ServerResponse): void {
  const file = files[path];
  if (file !== undefined) return answer(response, 200, file);
  switch (path) {
    case '/redirect.md':
      return answer(response, 302, '', { location: '/post.md' });
    case '/fails.md':
      return answer(response, 500, '# Not a post');
    case '/breaks-off.md':
      response.setHeader('content-length', 5_000);
      response.write('# Values of the gar', () => response.destroy());
      return;
    case '/closes.md':
      response.destroy();
      return;
    case '/endless.md':
      return sendWithoutEnd(response);
    default:
      return answer(response, 404, '');
  }
}

function answer(response: ServerResponse, status: number, body: string | Buffer, headers = {}): void {
  response.writeHead(status, headers);
  response.end(body);
}

function sendWithoutEnd(response: ServerResponse): void {
  while (!response.destroyed && response.write('x'.repeat(16_384)));
  if (!response.destroyed) response.once('drain', () => sendWithoutEnd(response));
}
