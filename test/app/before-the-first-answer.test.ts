import assert from 'node:assert/strict';

import type { Intent } from '../../src/app/intent.js';
import type { Ports } from '../../src/app/ports.js';
import { respond } from '../../src/app/respond.js';
import { aCommunity, garden, viewed, type Community } from './community.js';
import { aPost } from './posts.js';

const first = { by: 'position', position: 1 } as const;
const rate: Intent = { kind: 'rate', about: { charter: garden }, value: first, answer: 4 };
const openBallot: Intent = { kind: 'ballot', about: { charter: garden }, value: first };

describe('before the first answer', () => {
  let community: Community;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-11-22T10:00:00.000Z' });
    await community.publish(aPost());
  });
  afterEach(() => community.stop());

  it('a value comes with the rules that say who can see what, and later without', async () => {
    const member = community.member('bento');

    const before = viewed('ballot', await community.askOne(openBallot, member));
    await community.askOne(rate, member);
    const after = viewed('ballot', await community.askOne(openBallot, member));

    assert.deepEqual(before.rules, { least: 5, results: 'at-closing' });
    assert.equal(after.rules, undefined);
  });

  it('they come again where the only answer was withdrawn', async () => {
    const member = community.member('bento');
    await community.askOne(rate, member);

    const view = viewed('ballot', await community.askOne({ ...rate, answer: null }, member));

    assert.deepEqual(view.rules, { least: 5, results: 'at-closing' });
  });

  it('a preview says it as the draft itself will', async () => {
    await community.ask({ kind: 'import', charter: garden, source: aPost() });

    const view = viewed(
      'ballot',
      await community.askOne({ kind: 'ballot', about: { charter: garden, preview: true } }),
    );

    assert.deepEqual(view.rules, { least: 5, results: 'at-closing' });
  });

  it('a press that answers reads no rules', async () => {
    const member = community.member('bento');
    const asked: string[] = [];
    const charters: Ports['charters'] = {
      ...community.ports.charters,
      find: (charter) => {
        asked.push(charter);
        return community.ports.charters.find(charter);
      },
    };

    await respond({ ...community.ports, charters }, member, rate);

    assert.deepEqual(asked, []);
  });
});
