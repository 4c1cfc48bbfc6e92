import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { strFromU8, unzipSync } from 'fflate';

import { fillManifest, packageApp, PackagingError } from '../../src/package-app.js';

const folder = new URL('../../../../manifest/', import.meta.url);
const template = readFileSync(new URL('manifest.json', folder), 'utf8');

const environment = {
  MicrosoftAppId: '6f1c2b9e-3d47-4a58-9b0e-7c2d51e8a4f3',
  PUBLIC_URL: 'https://values.cooperative.test:8443/bot',
  DEVELOPER_URL: 'https://cooperative.test/touchstone',
  PRIVACY_URL: 'https://cooperative.test/privacy',
  TERMS_URL: 'https://cooperative.test/terms',
  TEAMS_APP_VERSION: '1.4.0',
};

describe('filling the manifest', () => {
  it('puts the app id, the addresses and the version where they belong', () => {
    const manifest = fillManifest(template, environment);

    assert.equal(manifest.bots?.[0]?.botId, '6f1c2b9e-3d47-4a58-9b0e-7c2d51e8a4f3');
    assert.equal(manifest.version, '1.4.0');
    assert.deepEqual(manifest.validDomains, ['values.cooperative.test:8443']);
    assert.equal(manifest.developer.privacyUrl, 'https://cooperative.test/privacy');
    assert.doesNotMatch(JSON.stringify(manifest), /\$\{\{/);
  });

  it('gives the Teams app the id of the bot and a developer name when neither is set', () => {
    const manifest = fillManifest(template, environment);

    assert.equal(manifest.id, '6f1c2b9e-3d47-4a58-9b0e-7c2d51e8a4f3');
    assert.equal(manifest.developer.name, 'The Touchstone authors');
  });

  it('takes another Teams app id and developer name when they are set', () => {
    const manifest = fillManifest(template, {
      ...environment,
      TEAMS_APP_ID: 'b2d0a7c4-58e1-4f93-a6bd-0e9c43f71d25',
      DEVELOPER_NAME: 'Our "Cooperative"',
    });

    assert.equal(manifest.id, 'b2d0a7c4-58e1-4f93-a6bd-0e9c43f71d25');
    assert.equal(manifest.developer.name, 'Our "Cooperative"');
  });

  for (const name of Object.keys(environment)) {
    it(`names ${name} and what to put there when it is not set`, () => {
      assert.deepEqual(complaintsAbout({ ...environment, [name]: ' ' }), [`${name} is not set`]);
    });
  }

  for (const [name, text] of [
    ['MicrosoftAppId', 'touchstone'],
    ['TEAMS_APP_ID', '6f1c2b9e'],
    ['PUBLIC_URL', 'http://localhost:3978'],
    ['PRIVACY_URL', 'cooperative.test/privacy'],
    ['TEAMS_APP_VERSION', '1.4'],
    ['DEVELOPER_NAME', 'The cooperative of everybody who works here'],
  ] as const) {
    it(`names ${name} and not its content when "${text}" is put there`, () => {
      assert.deepEqual(complaintsAbout({ ...environment, [name]: text }), [`${name} does not fit`]);
    });
  }

  it('names all missing variables at once', () => {
    assert.deepEqual(
      complaintsAbout({}),
      Object.keys(environment).map((name) => `${name} is not set`),
    );
  });
});

describe('packaging the app', () => {
  it('puts the filled manifest, both icons and the languages into the package', async () => {
    const files = unzipSync(await packageApp(folder, environment));

    assert.deepEqual(Object.keys(files), ['manifest.json', 'color.png', 'outline.png', 'es.json']);
    assert.deepEqual(
      JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())),
      fillManifest(template, environment),
    );
  });

  it('gives the same bytes for the same input', async () => {
    assert.deepEqual(await packageApp(folder, environment), await packageApp(folder, environment));
  });

  it('validates without asking the network', async () => {
    const { fetch } = globalThis;
    const asked: unknown[] = [];
    globalThis.fetch = (input) => {
      asked.push(input);
      return Promise.reject(new Error('no network here'));
    };

    await packageApp(folder, environment).finally(() => (globalThis.fetch = fetch));

    assert.deepEqual(asked, []);
  });

  it('refuses a manifest that the schema of Teams refuses', async () => {
    await inCopy(async (copy) => {
      writeFileSync(
        new URL('manifest.json', copy),
        template.replace('"Touchstone"', '"A name of more than thirty letters"'),
      );

      await assert.rejects(
        packageApp(copy, environment),
        /name\/short must NOT have more than 30 characters/,
      );
    });
  });

  it('refuses icons of another size, without transparency, or that are no pictures', async () => {
    await inCopy(async (copy) => {
      cpSync(new URL('color.png', folder), new URL('outline.png', copy));
      writeFileSync(new URL('color.png', copy), 'a picture of a stone');

      await assert.rejects(packageApp(copy, environment), {
        message: [
          'Teams would refuse this package:',
          '  - color.png is not a PNG picture',
          '  - outline.png is 192×192, not 32×32',
          '  - outline.png has no transparency',
        ].join('\n'),
      });
    });
  });

  it('says on the command line what is missing, without a stack', async () => {
    const command = fileURLToPath(new URL('../../src/package-app.js', import.meta.url));

    await assert.rejects(promisify(execFile)(process.execPath, [command], { env: {} }), {
      code: 1,
      stdout: '',
      stderr:
        /^The package needs these environment variables:\n {2}- MicrosoftAppId is not set: put .*\n(?! +at )/,
    });
  });
});

function complaintsAbout(variables: Record<string, string>): string[] {
  try {
    fillManifest(template, variables);
  } catch (error) {
    assert.ok(error instanceof PackagingError);
    return [...error.message.matchAll(/^ {2}- (.+): put .+$/gm)].map(([, complaint]) => complaint ?? '');
  }
  return [];
}

async function inCopy(check: (copy: URL) => Promise<void>): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'touchstone-manifest-'));
  cpSync(folder, copy, { recursive: true });
  await check(pathToFileURL(`${copy}/`)).finally(() => rmSync(copy, { recursive: true }));
}
