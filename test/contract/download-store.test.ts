import assert from 'node:assert/strict';

import type { MemberId } from '../../src/domain/place.js';
import { noon, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('downloads', (stores) => {
  const aMember = () => unique('member') as MemberId;

  it('open for whoever has the link, until they are over', async () => {
    const { downloads } = stores();
    const member = aMember();

    const token = await downloads.offer({ member, at: noon(), expiresAt: noon(60) });

    assert.equal(await downloads.owner({ token, now: noon(59) }), member);
    assert.equal(await downloads.owner({ token, now: noon(60) }), undefined);
  });

  it('have tokens that nobody can guess, another one each', async () => {
    const { downloads } = stores();
    const member = aMember();

    const tokens = [1, 2, 3].map(() => downloads.offer({ member, at: noon(), expiresAt: noon(60) }));

    assert.equal(new Set(await Promise.all(tokens)).size, 3);
    for (const token of await Promise.all(tokens)) assert.match(token, /^[\w-]{43}$/);
    assert.equal(await downloads.owner({ token: 'a'.repeat(43), now: noon() }), undefined);
  });

  it('that are over do not stay', async () => {
    const { downloads } = stores();
    const token = await downloads.offer({ member: aMember(), at: noon(), expiresAt: noon(60) });

    await downloads.offer({ member: aMember(), at: noon(60), expiresAt: noon(120) });

    assert.equal(await downloads.owner({ token, now: noon() }), undefined);
  });
});
