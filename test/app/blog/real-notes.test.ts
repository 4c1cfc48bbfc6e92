import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

import { readBlogPart } from '../../../src/app/blog/read-blog.js';
import type { BlogPart } from '../../../src/app/blog/intents.js';
import type { Outcome } from '../../../src/domain/outcome.js';
import { usualRules } from '../../../src/domain/process.js';
import { aCommunity, garden, type Community } from '../community.js';

const folder = new URL('../../../../../../shared/data/coop/', import.meta.url);

if (existsSync(folder)) {
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  const adoptedPost = read('2020-10-05-coop-values.adopted.md');
  /** Items of the note that the community wrote by hand. */
  const items = [...adoptedPost.matchAll(/^> \* (.+)$/gm)].map(([, words = '']) => words);

  describe('the notes of the community this is for', () => {
    let community: Community;
    before(async () => {
      community = await aCommunity({ now: '2020-08-25T16:00:00.000Z' });
      const { ports } = community;
      const first = await community.publish(read('2020-08-25-coop-values.published.md'));
      community.setClock('2020-09-20T16:00:00.000Z');
      const at = '2020-09-20T16:00:00.000Z';
      await ports.themes.make({
        ...{ charter: garden, draft: first.id, title: 'Say inclusivity', press: 'one', at },
        ...{ comments: [], outside: [] },
      });
      const followUp = { what: items[1] ?? '', owner: 'The team' };
      await ports.themes.answer({
        charter: garden,
        number: 1,
        status: 'done',
        reason: 'We did.',
        followUp,
        at,
      });
      community.setClock('2020-10-05T16:00:00.000Z');
      const changes =
        'changes:\n  - value: Champion inclusivity and accessibility\n    size: clearer\n    themes: [1]\n';
      await community.publish(adoptedPost.replace(/^---\n/, `---\n${changes}`));
    });
    after(() => community.stop());

    async function part(which: BlogPart): Promise<string> {
      const { ports } = community;
      const [charter, draft] = await Promise.all([ports.charters.find(garden), ports.drafts.latest(garden)]);
      assert.ok(charter && draft);
      const outcome: Outcome = {
        ...{ charter: garden, draft: draft.id, number: draft.number, adoptedOn: '2020-10-03' },
        ...{ recordedAt: '2020-10-05T18:00:00.000Z', reviewOn: '2021-10-03', rule: usualRules.adoption },
        ...{ figures: { kind: 'shown', counts: { support: 30, 'live-with': 2, object: 0 } } },
        ...{ dissent: [], followUps: [] },
      };
      const adoption = { ...ports.adoption, outcome: () => Promise.resolve(outcome) };
      return (await readBlogPart({ ...ports, adoption }, charter, { part: which, locale: 'en' })) ?? '';
    }

    it('say what feedback changed in the words that the community found itself', async () => {
      const straight = (await part('changes')).replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
      const lines = straight.split('\n');

      assert.equal(lines[0], '> Based on community feedback:');
      assert.deepEqual(
        lines.filter((line) => line.startsWith('> * ')),
        items.map((item) => `> * ${item}`),
      );
    });

    it('date the adoption, and when it was recorded', async () => {
      assert.match(
        await part('adopted'),
        /^> As of 3 October 2020 these values have been formally adopted and have been posted on the \[.+This was recorded on 5 October 2020\.\n$/,
      );
    });

    it('have the adopted values as a section for a page', async () => {
      const titles = [...(await part('page')).matchAll(/^### (.+)$/gm)].map(([, title]) => title);

      assert.equal(titles.length, 5);
      assert.equal(titles[3], 'Champion inclusivity and accessibility');
    });
  });
}
