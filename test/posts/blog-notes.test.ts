import assert from 'node:assert/strict';
import type { BlogNote } from '../../src/app/blog/blog-note.js';
import { noteWordsFor } from '../../src/cards/blog/note-words.js';
import { createBlogWriter } from '../../src/posts/blog-notes.js';
import { post } from './reading.js';

const write = createBlogWriter(noteWordsFor);
const heard = (comments: number, outside = 0) => ({ comments, outside });

describe('what goes to a blog', () => {
  it('announces the draft in a banner', () => {
    const banner: BlogNote = {
      kind: 'banner',
      title: 'Values of our [garden]',
      address: 'https://touchstone.example/charters/garden/drafts/1',
    };

    assert.equal(
      write(banner, 'en'),
      '> Our draft of Values of our \\[garden\\] is now available [here](https://touchstone.example/charters/garden/drafts/1).\n',
    );
    assert.match(
      write(banner, 'es-MX'),
      /^> Nuestro borrador de Values of our \\\[garden\\\] ya se puede leer/,
    );
  });

  it('says what changed because of feedback, with real numbers', () => {
    const changes: BlogNote = {
      kind: 'changes',
      heard: heard(13, 2),
      items: [
        { kind: 'title', before: 'Share tools', after: 'Share tools and time' },
        { kind: 'title', before: 'NASA first', after: 'I *listen*' },
        {
          kind: 'answer',
          title: 'Paths are narrow.',
          status: 'partly',
          reason: 'The one to the pond is <b>wider</b>.\n\nMore in spring.',
          heard: heard(12),
        },
        { kind: 'answer', title: 'Benches', status: 'not-now', reason: '', heard: heard(0, 1) },
        { kind: 'follow-up', what: 'We have begun a list of tools to lend' },
      ],
    };

    assert.equal(
      write(changes, 'en'),
      `> Based on community feedback:
> * We’ve updated the value “share tools” to “share tools and time”.
> * We’ve updated the value “NASA first” to “I \\*listen\\*”.
> * Paths are narrow (12 comments): partly done. The one to the pond is wider.
>
>   More in spring.
> * Benches (1 contribution from elsewhere): not now.
> * We have begun a list of tools to lend.
>
> Behind this: 13 comments and 2 contributions from elsewhere.
`,
    );
  });

  it('is read back as notes, should it be put under a post', () => {
    const note = write(
      { kind: 'changes', heard: heard(1), items: [{ kind: 'title', before: 'A b', after: 'A c' }] },
      'en',
    );
    const found = post(`# Values\n\n## One\n\nx\n\n## Two\n\ny\n\n---\n\n${note}`);

    assert.equal(found.values[1]?.text, 'y');
    assert.equal(found.background[0]?.heading, 'Based on community feedback');
  });

  it('dates the adoption, and when it was recorded if that was another day', () => {
    const adopted = {
      kind: 'adopted',
      adoptedOn: '2020-10-03',
      address: 'https://touchstone.example/o',
    } as const;

    assert.equal(
      write(adopted, 'en'),
      '> As of 3 October 2020 these values have been formally adopted and have been posted on the [page of our outcome](https://touchstone.example/o).\n',
    );
    assert.match(
      write({ ...adopted, recordedOn: '2020-10-05' }, 'en'),
      /This was recorded on 5 October 2020\.\n$/,
    );
    assert.match(write(adopted, 'es'), /^> Desde el 3 de octubre de 2020 estos valores/);
  });

  it('has the values as a section of a page, their own headings below them', () => {
    const page: BlogNote = {
      kind: 'page',
      title: 'Values: ours',
      leadIn: 'In this garden we:',
      values: [
        { title: 'Share *all*', text: 'Yes.\n\n### How\n\nSo.' },
        { title: 'Rest', text: '' },
      ],
    };

    assert.equal(
      write(page, 'en'),
      '# Values: ours\n\nIn this garden we:\n\n## Share \\*all\\*\n\nYes.\n\n### How\n\nSo.\n\n## Rest\n',
    );
  });
});
