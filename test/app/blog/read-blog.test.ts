import assert from 'node:assert/strict';

import { readBlog, readBlogPart } from '../../../src/app/blog/read-blog.js';
import type { BlogPart } from '../../../src/app/blog/intents.js';
import type { Ports } from '../../../src/app/ports.js';
import type { DraftChanges } from '../../../src/domain/change.js';
import type { Charter } from '../../../src/domain/charter.js';
import type { CommentId } from '../../../src/domain/comment.js';
import type { Draft, DraftId, ValueId } from '../../../src/domain/draft.js';
import type { Outcome } from '../../../src/domain/outcome.js';
import { usualRules } from '../../../src/domain/process.js';
import type { OutsideId, Theme, ThemeAnswer, ThemeId } from '../../../src/domain/theme.js';
import { noteWordsFor } from '../../../src/cards/blog/note-words.js';
import { createBlogWriter } from '../../../src/posts/blog-notes.js';
import { paperAddresses } from '../../support/paper-addresses.js';
import { aCommunity, garden, viewed, whatOf } from '../community.js';
import { aPost } from '../posts.js';

const id = (text: string) => text as ValueId;
const framing = {
  title: 'Values of the garden',
  authors: ['The planting circle'],
  labels: { categories: [], tags: [] },
  considerations: [],
  background: [],
};
const charter: Charter = { ...framing, name: garden, timeZone: 'America/Los_Angeles', rules: usualRules };

const one: Draft = {
  ...framing,
  id: 'draft-1' as DraftId,
  charter: garden,
  number: 1,
  leadIn: 'In the garden we:',
  values: [
    { id: id('tools'), title: 'Share tools', text: 'They hang in the shed.' },
    { id: id('paths'), title: 'Keep the paths open', text: 'A wheelbarrow fits.' },
  ],
  source: '',
  publishedAt: '2020-08-25T16:00:00.000Z',
  corrections: [],
  state: 'replaced',
};
const noThemes = { themes: [] };
const changes: DraftChanges = {
  base: 1,
  values: [
    { value: id('tools'), kinds: ['title'], from: [id('tools')], themes: [1] },
    { value: id('paths'), kinds: ['text'], from: [id('paths')], themes: [2] },
  ],
  removed: [],
  unanswered: { themes: [], comments: 0 },
};
const two: Draft = {
  ...one,
  id: 'draft-2' as DraftId,
  number: 2,
  state: 'open',
  values: [
    { id: id('tools'), title: 'Share tools and time', text: 'They hang in the shed.' },
    { id: id('paths'), title: 'Keep the paths open', text: 'A wheelchair fits.' },
  ],
  changes,
};

function theme(number: number, answer?: Partial<ThemeAnswer>, more: Partial<Theme> = {}): Theme {
  return {
    id: `theme-${String(number)}` as ThemeId,
    charter: garden,
    number,
    draft: one.id,
    title: `Theme ${String(number)}`,
    comments: ['a', 'b', 'c'].map((each) => `${each}${String(number)}` as CommentId),
    outside: [],
    people: 3,
    ...(answer === undefined ? {} : { answer: { status: 'done', reason: '', day: '2020-09-20', ...answer } }),
    ...more,
  };
}

const outcome: Outcome = {
  charter: garden,
  draft: two.id,
  number: 2,
  adoptedOn: '2020-10-03',
  // Still the 5th in Los Angeles.
  recordedAt: '2020-10-06T03:00:00.000Z',
  rule: usualRules.adoption,
  figures: { kind: 'shown', counts: { support: 20, 'live-with': 3, object: 1 } },
  dissent: [],
  followUps: [],
  reviewOn: '2021-10-03',
};

function portsWith(drafts: readonly Draft[], themes: readonly Theme[], adopted?: Outcome) {
  return {
    drafts: {
      latest: () => Promise.resolve(drafts.at(-1)),
      numbered: ({ number }: { number: number }) =>
        Promise.resolve(drafts.find((each) => each.number === number)),
    },
    themes: { all: () => Promise.resolve(themes) },
    adoption: { outcome: () => Promise.resolve(adopted) },
    addresses: paperAddresses,
    writeBlog: createBlogWriter(noteWordsFor),
  } as unknown as Ports;
}

const part = (ports: Ports, which: BlogPart, locale = 'en') =>
  readBlogPart(ports, charter, { part: which, locale });
const kinds = async (ports: Ports) => (await readBlog(ports, charter)).map(({ kind }) => kind);

describe('what there is to take to a blog', () => {
  it('is nothing before the first draft, then a banner and the draft', async () => {
    assert.deepEqual(await kinds(portsWith([], [])), []);
    assert.deepEqual(await kinds(portsWith([one], [])), ['banner', 'post']);
    assert.equal(
      await part(portsWith([one], []), 'banner'),
      '> Our draft of Values of the garden is now available [here](https://touchstone.example/charters/garden/drafts/1).\n',
    );
  });

  it('says which titles feedback changed, what became of other themes, and what follows', async () => {
    const themes = [
      theme(1, { followUp: { what: 'We have begun a list of who has time', owner: 'Ada' } }),
      theme(2, { status: 'partly', reason: 'The one to the pond is wider.' }),
      theme(3, { status: 'no', reason: 'Dogs stay outside.' }, { outside: ['o1' as OutsideId] }),
    ];

    assert.equal(
      await part(portsWith([one, two], themes), 'changes'),
      `> Based on community feedback:
> * We’ve updated the value “share tools” to “share tools and time”.
> * Theme 2 (3 comments): partly done. The one to the pond is wider.
> * Theme 3 (3 comments): no. Dogs stay outside.
> * We have begun a list of who has time.
>
> Behind this: 9 comments and 1 contribution from elsewhere.
`,
    );
  });

  it('names nobody who is to do something, no theme without an answer, and none of an earlier round', async () => {
    const earlier: Draft = { ...one, id: 'draft-0' as DraftId };
    const themes = [
      theme(4, { followUp: { what: 'We ask the neighbours', owner: 'Bento' } }),
      theme(5),
      theme(6, {}, { draft: earlier.id }),
      theme(7, {}, { title: 'Before the first draft', draft: undefined as never }),
    ];
    const text =
      (await part(portsWith([one, { ...two, changes: { ...changes, values: [] } }], themes), 'changes')) ??
      '';

    assert.match(text, /Theme 4/);
    assert.doesNotMatch(text, /Bento|Theme 5|Theme 6|Before the first/);
  });

  it('leaves titles out that changed for another reason', async () => {
    const silent: DraftChanges = {
      ...changes,
      values: [{ value: id('tools'), kinds: ['title'], from: [id('tools')], ...noThemes }],
    };

    assert.deepEqual(await kinds(portsWith([one, { ...two, changes: silent }], [])), ['banner', 'post']);
  });

  it('has the adoption with its dates and the values of the page, once they are adopted', async () => {
    const ports = portsWith([one, { ...two, state: 'adopted' }], [], outcome);

    assert.equal(
      await part(ports, 'adopted'),
      '> As of 3 October 2020 these values have been formally adopted and have been posted on the [page of our outcome](https://touchstone.example/charters/garden/outcome). This was recorded on 5 October 2020.\n',
    );
    assert.equal(
      await part(ports, 'page'),
      '## Values of the garden\n\nIn the garden we:\n\n### Share tools and time\n\nThey hang in the shed.\n\n### Keep the paths open\n\nA wheelchair fits.\n',
    );
    assert.match((await part(ports, 'adopted', 'es')) ?? '', /3 de octubre de 2020/);
  });

  it('has the whole draft as a post with its ids and what was said of its changes', async () => {
    const post = (await part(portsWith([one, two], []), 'post')) ?? '';

    assert.match(post, /charter: garden\ntime-zone: America\/Los_Angeles\n/);
    assert.match(post, /changes:\n {2}- value: tools\n {4}themes:\n {6}- 1\n/);
    assert.match(post, /### Share tools and time \{#tools\}\n\nThey hang/);
  });
});

describe('asking for what goes to a blog', () => {
  it('shows it to facilitators in their personal chat, in their language', async () => {
    const community = await aCommunity({ now: '2026-11-24T09:00:00.000Z' });
    await community.publish(aPost());
    const { parts } = viewed('blog', await community.askOne({ kind: 'blog' }));
    const es = { ...community.ada, place: { ...community.ada.place, locale: 'es-MX' } };
    const spanish = viewed('blog', await community.askOne({ kind: 'blog', part: 'banner' }, es));

    assert.deepEqual(
      parts.map((each) => each.part),
      ['banner', 'post'],
    );
    assert.match(spanish.parts[0]?.markdown ?? '', /^> Nuestro borrador/);
    assert.equal(spanish.part, 'banner');
    assert.equal(
      whatOf(await community.askOne({ kind: 'blog' }, community.member('bento'))),
      'for-facilitators',
    );
    const channel = {
      ...community.ada,
      place: {
        ...community.ada.place,
        address: { ...community.ada.place.address, scope: 'channel' as const },
      },
    };
    assert.equal(whatOf(await community.askOne({ kind: 'blog' }, channel)), 'in-personal-chat');
    await community.stop();
  });

  it('gives a post from which the same draft is read: nothing changes when it is imported again', async () => {
    const community = await aCommunity({ now: '2026-11-24T09:00:00.000Z' });
    const first = await community.publish(aPost({ front: 'author: Ada\nreason: It is time.' }));
    const { parts } = viewed('blog', await community.askOne({ kind: 'blog', part: 'post' }));
    const again = await community.publish(parts.find((each) => each.part === 'post')?.markdown ?? '');
    await community.stop();

    const { values, title, mission, introduction, leadIn, authors, reason, background } = again;
    assert.deepEqual(
      { values, title, mission, introduction, leadIn, authors, reason, background },
      {
        ...{ values: first.values, title: first.title, mission: first.mission },
        ...{ introduction: first.introduction, leadIn: first.leadIn, authors: first.authors },
        ...{ reason: first.reason, background: first.background },
      },
    );
  });
});
