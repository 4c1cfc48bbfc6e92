import assert from 'node:assert/strict';

import type { Intent } from '../../../src/app/intent.js';
import type { ChangeFormView, MatchingView } from '../../../src/app/revision/views.js';
import type { View } from '../../../src/app/views.js';
import type { ValueId } from '../../../src/domain/draft.js';
import { aCommunity, garden, viewed, whatOf, type Community } from '../community.js';
import { aPost } from '../posts.js';

const [harvest, soil, gate] = ['Share the harvest', 'Leave the soil better', 'Keep the gate open'] as const;
const at = (position: number) => ({ by: 'position', position }) as const;

describe('What the next draft changes', () => {
  let community: Community;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-11-24T09:00:00.000Z' });
    await community.publish(aPost());
  });
  afterEach(() => community.stop());

  const ask = (intent: Intent): Promise<View> => community.askOne(intent);
  const importing = async (source: string): Promise<void> =>
    assert.ok(await community.ask({ kind: 'import', charter: garden, source }));
  const matching = async (): Promise<MatchingView> =>
    viewed('matching', await ask({ kind: 'matching', charter: garden }));
  const told = async (): Promise<readonly unknown[]> =>
    (await matching()).changes.map(({ title, kinds, from, asked }) => [
      title,
      kinds.join(' '),
      from.map(({ id }) => id).join(' '),
      asked,
    ]);
  const form = async (intent: Intent): Promise<ChangeFormView> => viewed('change-form', await ask(intent));

  it('is found value by value, with what is gone', async () => {
    await importing(aPost({ values: ['Share every harvest {#share-the-harvest}', gate, 'Rest in winter'] }));

    assert.deepEqual(await told(), [
      ['Share every harvest', 'title text', 'share-the-harvest', true],
      [gate, '', 'keep-the-gate-open', false],
      ['Rest in winter', 'added', '', true],
      [soil, '', 'leave-the-soil-better', false],
    ]);
  });

  it('is put right where it was found wrong, and stays so in the post', async () => {
    await importing(aPost({ values: [harvest, soil, gate, 'Rest in winter'] }));

    await form({ kind: 'match', charter: garden, value: at(4), from: ['2'] });
    await ask({ kind: 'save-value', charter: garden, value: at(4), title: 'Rest the soil in winter' });

    const [, second, , fourth] = (await matching()).changes;
    assert.deepEqual(second?.kinds, ['split']);
    assert.deepEqual(fourth?.from, [{ id: 'leave-the-soil-better', title: soil }]);
    assert.ok(fourth.kinds.includes('split'));
  });

  it('joins values, and takes one for new', async () => {
    await importing(aPost({ values: [harvest, soil, gate] }));
    await ask({ kind: 'remove-value', charter: garden, value: at(3), confirmed: true });

    const merged = await form({ kind: 'match', charter: garden, value: at(1), from: ['1', '3'] });
    assert.deepEqual(merged.change.kinds, ['merged']);
    assert.deepEqual(
      merged.change.from.map(({ title }) => title),
      [harvest, gate],
    );

    const fresh = await form({ kind: 'match', charter: garden, value: at(2), from: [] });
    assert.deepEqual(fresh.change.kinds, ['added']);
    assert.deepEqual(await told(), [
      [harvest, 'merged', 'share-the-harvest keep-the-gate-open', false],
      [soil, 'added', '', true],
      [soil, '', 'leave-the-soil-better', false],
    ]);
  });

  it('is declared with its size and why, which the published draft keeps', async () => {
    const reworded = new Map([[soil, 'We give back all we take.']]);
    await importing(aPost({ values: [harvest, soil, gate], reworded }));
    const { revision } = await matching();
    const of = { by: 'id', id: 'leave-the-soil-better' as ValueId } as const;

    const saved = await form({
      ...{ kind: 'declare', charter: garden, of, revision },
      ...{
        from: ['leave-the-soil-better'],
        size: 'clearer',
        why: '“More than we take” was asked about.',
        themes: [],
      },
    });

    assert.equal(saved.just, 'saved');
    const view = viewed('notice', await ask({ kind: 'publish', charter: garden }));
    assert.equal(whatOf(view), 'published');
    const { changes } = (await community.ports.drafts.latest(garden))!;
    assert.deepEqual(changes?.values[1], {
      value: 'leave-the-soil-better',
      kinds: ['text'],
      from: ['leave-the-soil-better'],
      size: 'clearer',
      why: '“More than we take” was asked about.',
      themes: [],
    });
  });

  it('is told in the preview: what is asked again, and what says nothing of its size', async () => {
    await importing(aPost({ values: [`Share every harvest {#share-the-harvest}`, soil, gate] }));

    const [preview] = await community.ask({ kind: 'preview', charter: garden });

    assert.deepEqual(viewed('preview', preview).changes, {
      base: 1,
      asked: 1,
      undeclared: 1,
      unanswered: { themes: [], comments: 0 },
    });
  });

  it('says what cannot be saved, with what was typed', async () => {
    const reworded = new Map([[soil, 'We give back all we take.']]);
    await importing(aPost({ values: [harvest, soil, gate], reworded }));
    const declare = { kind: 'declare', charter: garden, of: at(2), size: 'clearer' } as const;

    assert.equal(
      (await form({ kind: 'match', charter: garden, value: at(2), from: ['9'] })).problem,
      'no-such-value',
    );
    assert.equal((await form({ ...declare, themes: [7] })).problem, 'no-such-theme');
    const long = await form({ ...declare, why: 'x'.repeat(1_001) });
    assert.equal(long.problem, 'why-too-long');
    assert.equal(long.change.why?.length, 1_001);
    assert.equal((await form({ ...declare, of: at(1) })).problem, 'unchanged');
    assert.equal((await matching()).changes[1]?.size, undefined);
  });

  it('is not spelling where the sentence before the values says something else: all values would go with it', async () => {
    const lead = (sentence: string): string =>
      `${sentence}\n\n## ${harvest}\n\nDivided by need.\n\n## ${gate}`;
    await community.publish(`# Values of the garden\n\n${lead('In the garden we want to:')}`);
    await community.ask({ kind: 'rate', about: {}, value: at(1), answer: 4, press: 'one' });
    await importing(`# Values of the garden\n\n${lead('In the garden we never want to:')}`);

    const refused = await form({ kind: 'declare', charter: garden, of: 'lead-in', size: 'spelling' });
    const kept = await form({ kind: 'declare', charter: garden, of: 'lead-in', size: 'clearer' });

    assert.deepEqual([refused.problem, refused.change.size], ['more-than-spelling', 'spelling']);
    assert.deepEqual([kept.problem, kept.change.size, kept.just], [undefined, 'clearer', 'saved']);
  });

  it('has nothing to be set beside in a first draft', async () => {
    await community.ask({ kind: 'import', charter: 'pond' as never, source: aPost() });

    const view = await ask({ kind: 'matching', charter: 'pond' as never });

    assert.equal(viewed('revision-notice', view).what, 'nothing-before');
  });
});
