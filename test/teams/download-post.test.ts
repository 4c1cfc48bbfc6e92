import assert from 'node:assert/strict';

import { downloadPost } from '../../src/teams/download-post.js';
import { startLoopbackServer, type LoopbackServer } from '../support/loopback-server.js';

describe('downloading a post', () => {
  let server: LoopbackServer;
  before(async () => {
    server = await startLoopbackServer((request, response) => {
      if (request.url === '/begins.md') response.write('# Values');
      return Promise.resolve();
    });
  });
  after(() => server.stop());

  const download = (path: string) => {
    const content = { downloadUrl: `${server.origin}${path}`, fileType: 'md' };
    const contentType = 'application/vnd.microsoft.teams.file.download.info';
    return downloadPost({ contentType, content }, () => true, 50);
  };

  it('gives up on a server that does not answer', async () => {
    assert.deepEqual(await download('/never.md'), { kind: 'failed', why: 'not-fetched' });
  });

  it('gives up on a server that begins to answer and falls silent', async () => {
    assert.deepEqual(await download('/begins.md'), { kind: 'failed', why: 'not-fetched' });
  });
});
