import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { rehearsal } from '../../src/command-line/rehearse.js';
import type { Options } from '../../src/command-line/call.js';

const play = (options: Options = {}, operand?: string): Promise<string> =>
  rehearsal({
    bot: { url: 'http://127.0.0.1:9', token: '' },
    databaseUrl: undefined,
    charter: undefined,
    operand,
    options,
  });

describe('a rehearsal', function () {
  this.timeout(60_000);
  const { TMPDIR } = process.env;
  let folder: string;
  let story: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
    process.env['TMPDIR'] = folder;
    story = await play();
  });
  after(async () => {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
    await rm(folder, { recursive: true });
  });

  it('tells a whole process, from the announcement to the review', () => {
    const chapters = [...story.matchAll(/^\d{4}-\d\d-\d\d {2}(.+)$/gm)].map(([, title]) => title);

    assert.deepEqual(chapters, [
      'The process is announced',
      'The first draft',
      'Members read, rate and say what is missing',
      'A reminder',
      'The draft is closed',
      'You said, we did',
      'The next draft',
      'May we adopt it?',
      'Adopted',
      'A year later',
    ]);
  });

  it('shows what each side would see', () => {
    for (const seen of [
      /3 channels and group chats see:/,
      /9 personal chats see:/,
      /How strongly does this value, as worded here, resonate with you\?/,
      /Not shown, because they are too small or too alike to be shown safely: Garden, Night shift/,
      /\[\+ It asks each of us/,
      /In draft 1 you answered/,
      /\d+ up/,
      /Objections that remain/,
      /The day has come to look again/,
    ])
      assert.match(story, seen);
  });

  it('is the same for the same seed, and another one for another', async () => {
    assert.equal(await play(), story);
    assert.notEqual(await play({ seed: '2' }), story);
  });

  it('leaves nothing behind', async () => {
    assert.deepEqual(await readdir(folder), []);
  });

  it('says what is wrong with a number or a file', async () => {
    await assert.rejects(play({ members: '3' }), /--members is a whole number from 12 to 500/);
    await assert.rejects(play({ seed: 'x' }), /--seed is a whole number/);
    await assert.rejects(play({}, 'nowhere.md'), /nowhere\.md cannot be read/);
  });
});
