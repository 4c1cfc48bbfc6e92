import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { unzipSync } from 'fflate';

import { packageApp } from '../../src/package-app.js';

const root = new URL('../../../../', import.meta.url);
const shared = new URL('../shared/', root);

// The checker stands beside the project on some machines only. A copy below the project finds the libraries it needs.
if (existsSync(new URL('check-card/cli.mjs', shared))) {
  describe('the independent checker of manifests', () => {
    const work = new URL('build/check-manifest/', root);

    before(() => {
      rmSync(work, { recursive: true, force: true });
      for (const name of ['check-card', 'schemas']) {
        cpSync(new URL(name, shared), new URL(name, work), { recursive: true });
      }
    });

    it('finds nothing to say about the unpacked app package', async () => {
      const zip = await packageApp(new URL('manifest/', root), {
        MicrosoftAppId: '6f1c2b9e-3d47-4a58-9b0e-7c2d51e8a4f3',
        PUBLIC_URL: 'https://values.cooperative.test',
        DEVELOPER_URL: 'https://cooperative.test/touchstone',
        PRIVACY_URL: 'https://cooperative.test/privacy',
        TERMS_URL: 'https://cooperative.test/terms',
        TEAMS_APP_VERSION: '1.0.0',
      });
      mkdirSync(new URL('package/', work));
      for (const [name, bytes] of Object.entries(unzipSync(zip)))
        writeFileSync(new URL(`package/${name}`, work), bytes);

      const { stdout } = await promisify(execFile)(process.execPath, [
        fileURLToPath(new URL('check-card/cli.mjs', work)),
        '--strict',
        fileURLToPath(new URL('package/manifest.json', work)),
      ]);

      assert.match(stdout, /^1 file\(s\): 0 error\(s\), 0 warning\(s\)$/m);
    });
  });
}
