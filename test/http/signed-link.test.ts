import assert from 'node:assert/strict';

import type { CharterName } from '../../src/domain/charter.js';
import { usualRules } from '../../src/domain/process.js';
import { createAddresses } from '../../src/http/addresses.js';
import { languageOf } from '../../src/http/language-of.js';
import { createLinkSigner } from '../../src/http/signed-link.js';

const garden = 'garden' as CharterName;
const street = 'street' as CharterName;
const signerWith = (key: string) => createLinkSigner(() => Promise.resolve(Buffer.from(key)));

describe('a signed link', () => {
  it('opens the pages of its charter, and of no other', async () => {
    const signer = signerWith('ours');
    const signature = await signer.signatureFor(garden);

    assert.equal(await signer.isSignature(garden, signature), true);
    assert.equal(await signer.isSignature(street, signature), false);
    for (const wrong of ['', signature.slice(1), `${signature}=`, signature.toLowerCase()])
      assert.equal(await signer.isSignature(garden, wrong), false);
  });

  it('opens nothing in another installation', async () => {
    const signature = await signerWith('ours').signatureFor(garden);

    assert.equal(await signerWith('theirs').isSignature(garden, signature), false);
  });

  it('is part of the addresses of pages that are not public', async () => {
    const signer = signerWith('ours');
    const addresses = createAddresses({ publicUrl: 'https://bot.example/values', signer });
    const key = await signer.signatureFor(garden);
    const open = { name: garden, rules: { ...usualRules, page: 'public' } } as const;
    const ours = { name: garden, rules: usualRules };

    assert.equal(
      await addresses.results({ charter: ours, number: 2 }),
      `https://bot.example/values/charters/garden/drafts/2/results?key=${key}`,
    );
    assert.equal(await addresses.process(open), 'https://bot.example/values/charters/garden/process');
    assert.equal(addresses.download('a/b'), 'https://bot.example/values/my-data/a%2Fb');
  });
});

describe('the language of a page', () => {
  const cases: readonly (readonly [string | undefined, string | undefined, string])[] = [
    [undefined, undefined, 'en'],
    ['es', 'en', 'es'],
    ['ES-mx', undefined, 'es'],
    ['fr', 'es', 'es'],
    [undefined, 'fr, es;q=0.5, en;q=0.4', 'es'],
    [undefined, 'es;q=0, en;q=0.1', 'en'],
    [undefined, 'es;q=nonsense, *', 'en'],
  ];
  for (const [asked, accepted, language] of cases) {
    it(`is ${language} for ${String(asked)} and ${String(accepted)}`, () => {
      assert.equal(languageOf(asked, accepted, ['en', 'es']), language);
    });
  }
});
