import assert from 'node:assert/strict';

import { keepPages, pageWith, type Page } from '../../src/pages/kept-pages.js';

describe('pages that are kept', () => {
  let made = 0;
  const make =
    (text = 'a page') =>
    (): Promise<Page> => {
      made += 1;
      return pageWith(200, 'en', text);
    };
  beforeEach(() => {
    made = 0;
  });

  it('are made once, for all who come at the same time and later', async () => {
    const kept = keepPages(10);

    const pages = await Promise.all([kept.get('a', '1', make()), kept.get('a', '1', make())]);
    pages.push(await kept.get('a', '1', make()));

    assert.equal(made, 1);
    assert.equal(new Set(pages).size, 1);
  });

  it('are made again when what they depend on has changed', async () => {
    const kept = keepPages(10);
    await kept.get('a', '1', make('old'));

    const page = await kept.get('a', '2', make('new'));

    assert.equal(page.body.toString(), 'new');
  });

  it('are no more than so many: the one made first goes', async () => {
    const kept = keepPages(2);
    for (const name of ['a', 'b', 'c']) await kept.get(name, '1', make());

    await kept.get('c', '1', make());
    await kept.get('b', '1', make());
    assert.equal(made, 3);
    await kept.get('a', '1', make());

    assert.equal(made, 4);
  });

  it('are tried again when one could not be made', async () => {
    const kept = keepPages(10);
    await assert.rejects(kept.get('a', '1', () => Promise.reject(new Error('no database'))));

    const page = await kept.get('a', '1', make());

    assert.equal(page.status, 200);
  });
});
