import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

import { AppManifestUtils, type TeamsManifestV1D25 } from '@microsoft/app-manifest';
import { Ajv } from 'ajv';

const folder = new URL('../../../../manifest/', import.meta.url);
const manifest = readJson('manifest.json') as TeamsManifestV1D25.TeamsManifestV1D25;
const spanish = readJson('es.json') as Record<string, string>;
const lists = manifest.bots?.[0]?.commandLists ?? [];

describe('the manifest', () => {
  it('has one list of commands for each scope of the bot', () => {
    assert.deepEqual(
      lists.flatMap((list) => list.scopes),
      manifest.bots?.[0]?.scopes,
    );
  });

  it('keeps to as many commands, of such lengths, as every client shows', () => {
    for (const { commands } of lists) {
      assert.ok(commands.length <= 10);
      assert.deepEqual(
        commands.filter(({ title, description }) => title.length > 32 || description.length > 128),
        [],
      );
    }
  });

  it('has every one of its texts in Spanish, save the commands, which are typed as they stand', () => {
    const commands = lists.flatMap((list, l) =>
      list.commands.map((_command, c) => `bots[0].commandLists[${l}].commands[${c}].description`),
    );

    assert.deepEqual(Object.keys(spanish), [
      '$schema',
      ...['name.short', 'name.full', 'description.short', 'description.full'],
      ...commands,
    ]);
  });

  it('has Spanish texts that the schema of Teams accepts', async () => {
    const schema = { ...(await AppManifestUtils.fetchSchema(spanish.$schema ?? '')), $schema: undefined };
    // The published schema has a pattern that is no regular expression in Unicode mode.
    const accepts = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(schema);

    accepts(spanish);

    assert.equal(accepts.errors, null);
  });

  it('has an outline icon of nothing but white and transparency', () => {
    const pixels = pixelsOf(readFileSync(new URL('outline.png', folder)));

    assert.equal(pixels.length, 32 * 32);
    assert.deepEqual(
      pixels.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255),
      [],
    );
    assert.ok(pixels.some(([, , , alpha]) => alpha === 255));
    assert.ok(pixels.some(([, , , alpha]) => alpha === 0));
  });
});

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

/** The pixels of a 32×32 PNG of one data chunk, eight bits a channel, four channels, no row filter. */
function pixelsOf(png: Buffer): number[][] {
  const start = png.indexOf('IDAT', 0, 'latin1');
  const rows = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
  return Array.from({ length: 32 }, (_row, y) => {
    const row = rows.subarray(y * 129, (y + 1) * 129);
    assert.equal(row[0], 0);
    return Array.from({ length: 32 }, (_pixel, x) => [...row.subarray(1 + x * 4, 5 + x * 4)]);
  }).flat();
}
