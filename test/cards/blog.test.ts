import assert from 'node:assert/strict';

import { renderCard } from '../../src/cards/render.js';
import { parseCardAction } from '../../src/teams/card-action.js';
import { parseWords } from '../../src/teams/parse-words.js';
import { problemsOf } from '../support/card-problems.js';
import { loadCheckCard } from '../support/check-card.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { blogView, blogViews } from '../support/sample-blog-views.js';
import { elementsOf } from './facilitator-cards.js';

const findingsOn = await loadCheckCard();
const reader = { locale: 'en', shared: false };

function cardOf(name: string): Record<string, unknown> {
  const view = blogViews.get(name);
  assert.ok(view, name);
  return renderCard(view, reader).card;
}

const fieldsIn = (card: object) => elementsOf(card, 'Input.Text').map(({ id, value }) => [id, value]);
const linesIn = (card: object) => elementsOf(card, 'TextBlock').map(({ text }) => String(text));
const buttonsOn = (card: Record<string, unknown>) =>
  (card['actions'] as { title: string; data: object }[]).map(({ title, data }) => ({ title, data }));

describe('the card with what goes to a blog', () => {
  it('has each part in a field of its own, to the last sign', () => {
    assert.deepEqual(
      fieldsIn(cardOf('blog')),
      blogView.parts.map(({ part, markdown }) => [`blog-${part}`, markdown]),
    );
    assert.deepEqual(
      elementsOf(cardOf('blog'), 'Input.Text').map(({ label }) => label),
      ['Banner: our draft is available', 'Note: what feedback changed', 'Whole draft as a post'],
    );
  });

  it('shows what does not fit beside the others behind a button, and never a piece of it', () => {
    const card = cardOf('blog-heavy');
    const [button] = buttonsOn(card);

    assert.deepEqual(
      fieldsIn(card).map(([id]) => id),
      ['blog-banner', 'blog-changes', 'blog-page'],
    );
    assert.ok(linesIn(card).some((text) => /Shown alone.*Whole draft as a post/.test(text)));
    assert.equal(button?.title, 'Whole draft as a post');
    assert.deepEqual(parseCardAction(button.data), { kind: 'blog', charter: 'garden', part: 'post' });
    assert.deepEqual(
      fieldsIn(cardOf('blog-heavy-post')).map(([id]) => id),
      ['blog-post'],
    );
  });

  it('says where to get what no card can hold', () => {
    const card = cardOf('blog-too-long');

    assert.deepEqual(
      fieldsIn(card).map(([id]) => id),
      ['blog-banner'],
    );
    assert.ok(linesIn(card).some((text) => text.includes('“npx touchstone blog post --charter garden”')));
  });

  it('says what there is not yet', () => {
    assert.ok(linesIn(cardOf('blog-not-yet')).some((text) => /nothing of “Note: adopted” yet/.test(text)));
    assert.ok(
      linesIn(cardOf('blog-none')).some((text) => /begins with a draft that is published/.test(text)),
    );
  });

  for (const [what, text] of Object.entries(hostileTexts)) {
    it(`holds whatever was written: ${what}`, () => {
      const parts = blogView.parts.map(({ part }) => ({ part, markdown: text }));
      const { card } = renderCard({ ...blogView, parts }, reader);

      assert.deepEqual(problemsOf(card), []);
      assert.deepEqual(findingsOn(card), []);
      const values = fieldsIn(card).map(([, value]) => value);
      const named = linesIn(card).filter((line) => /^(?:No card can hold|Shown alone)/.test(line));
      assert.deepEqual([...new Set(values)], values.length > 0 ? [text] : []);
      assert.ok(values.length === parts.length || named.length > 0);
    });
  }
});

describe('asking for what goes to a blog', () => {
  const typed: readonly [string, object][] = [
    ['blog', {}],
    ['Blog post', { part: 'post' }],
    ['blog garden changes', { charter: 'garden', part: 'changes' }],
    ['para el blog huerta sección', { charter: 'huerta', part: 'page' }],
    ['blog adopción.', { part: 'adopted' }],
  ];
  for (const [words, rest] of typed) {
    it(`works typed: ${words}`, () => {
      assert.deepEqual(parseWords(words), { kind: 'blog', ...rest });
    });
  }
});
