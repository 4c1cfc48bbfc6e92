import assert from 'node:assert/strict';

import type { BallotView } from '../../src/app/views.js';
import { renderCard } from '../../src/cards/render.js';
import type { ValueId } from '../../src/domain/draft.js';
import { answers } from '../../src/domain/rating.js';
import {
  charter,
  framing,
  leadIn,
  previewSubject,
  ballot,
  secondBallot,
  values,
} from '../support/sample-views.js';
import { dataOf, elementsOf, linesOf, rendered, textsOf } from './facilitator-cards.js';

type Fields = Readonly<Record<string, unknown>>;

function choiceSetOf(view: BallotView): Fields {
  const [set] = elementsOf(rendered(view), 'Input.ChoiceSet');
  assert.ok(set);
  return set;
}

function titlesOf(view: BallotView): readonly unknown[] {
  return [...elementsOf(rendered(view), 'Action.Execute')].map(({ title }) => title);
}

describe('the card of a value', () => {
  it('says which value of which draft it shows', () => {
    const lines = linesOf(rendered(ballot));

    assert.deepEqual(lines.slice(0, 3), ['Draft 2 of garden · value 1 of 5', leadIn, 'Share the harvest']);
  });

  it('offers five worded steps, not clear and no opinion, none of them chosen', () => {
    const { choices, value, style, id } = choiceSetOf(ballot);

    assert.deepEqual(
      (choices as readonly Fields[]).map((choice) => choice['value']),
      answers.map(String),
    );
    assert.deepEqual({ value, style, id }, { value: '', style: 'expanded', id: 'answer' });
  });

  it("has the member's standing answer chosen already", () => {
    assert.equal(choiceSetOf(secondBallot)['value'], '4');
    assert.equal(choiceSetOf({ ...ballot, answer: 'no-opinion' })['value'], 'no-opinion');
  });

  it('saves the answer to this value of this draft, once for each card', () => {
    assert.deepEqual(dataOf(rendered(ballot))[0], {
      v: 1,
      do: 'rate',
      charter,
      draft: 'draft-2',
      value: 'share-the-harvest',
      press: 'press-1',
    });
  });

  it('asks for an answer only when saving: every other button works without one', () => {
    const buttons = elementsOf(rendered(secondBallot), 'Action.Execute');

    assert.deepEqual(
      buttons.map(({ title, associatedInputs }) => [title, associatedInputs]),
      [
        ['Save', undefined],
        ['Withdraw my answer', 'none'],
        ['Comment on this value', 'none'],
        ['Next value', 'none'],
        ['Your answers', 'none'],
      ],
    );
  });

  it('offers to withdraw only where there is an answer', () => {
    assert.ok(!titlesOf(ballot).includes('Withdraw my answer'));
    assert.ok(titlesOf(secondBallot).includes('Withdraw my answer'));
  });

  it('has no next value after the last one', () => {
    assert.ok(!titlesOf({ ...ballot, position: 5 }).includes('Next value'));
  });

  it('says who can see what before the first answer, and not with every value after it', () => {
    assert.equal(
      linesOf(rendered(ballot)).at(-1),
      'Your answer is confidential until this process ends and anonymous from then on: others see only sums of at least 5 answers, once the draft is closed.',
    );
    assert.doesNotMatch(textsOf(rendered(secondBallot)), /confidential/);
  });

  it('says so with the threshold of the charter, and when figures appear before closing', () => {
    const interim = rendered({ ...ballot, rules: { least: 8, results: 'interim' } });

    assert.match(
      textsOf(interim),
      /sums of at least 8 answers, in steps from now until the draft is closed\./,
    );
  });

  it('has the details of that one tap away before the first answer, and not after it', () => {
    const ways = elementsOf(rendered(ballot), 'Action.Execute').filter(({ verb }) => verb === 'privacy');

    assert.deepEqual(
      ways.map(({ title, data }) => [title, data]),
      [['Who can see what', { v: 1, do: 'privacy', charter, draft: 'draft-2' }]],
    );
    assert.ok(!titlesOf(secondBallot).includes('Who can see what'));
  });

  it('leads to a comment on this value, while it can be rated and after it', () => {
    const closed: BallotView = { ...secondBallot, subject: { ...secondBallot.subject, state: 'closed' } };

    for (const view of [secondBallot, closed]) {
      const way = elementsOf(rendered(view), 'Action.Execute').find(({ verb }) => verb === 'comment');
      assert.deepEqual(way?.['data'], {
        v: 1,
        do: 'comment',
        charter,
        draft: 'draft-2',
        value: 'leave-paths-open',
      });
    }
  });

  it('keeps the considerations one tap away, on the card', () => {
    const card = rendered(ballot);
    const [toggle] = elementsOf(card, 'Action.ToggleVisibility');
    const hidden = elementsOf(card, 'Container').find(({ id }) => id === 'considerations');

    assert.deepEqual(
      [toggle?.['title'], toggle?.['targetElements']],
      ['Considerations (3)', ['considerations']],
    );
    assert.equal(hidden?.['isVisible'], false);
    for (const { name } of framing.considerations) assert.match(textsOf(hidden), new RegExp(name));
  });

  it('leads to all considerations where they do not fit', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      name: `Name ${String(index)}`,
      text: 'Text. '.repeat(20),
    }));

    const card = rendered({ ...ballot, considerations: many });

    assert.match(textsOf(card), /Name 0/);
    assert.doesNotMatch(textsOf(card), /Name 199/);
    assert.ok(
      elementsOf(card, 'Action.Execute').some(
        ({ title, verb }) => title === 'Read all considerations' && verb === 'considerations',
      ),
    );
  });

  it('has no button for considerations where there are none', () => {
    assert.deepEqual(elementsOf(rendered({ ...ballot, considerations: [] }), 'Action.ToggleVisibility'), []);
  });

  const said: readonly (readonly [what: string, just: NonNullable<BallotView['just']>, first: string])[] = [
    [
      'what was saved',
      { did: 'rated', position: 1, title: 'Share the harvest', answer: 5 },
      'Saved. Value 1, Share the harvest: *Resonates very strongly*.',
    ],
    [
      'what was withdrawn',
      { did: 'withdrawn', position: 1, title: 'Share the harvest' },
      'Withdrawn. Value 1, Share the harvest, has no answer from you now.',
    ],
    [
      'that nothing was chosen',
      { did: 'nothing-chosen', position: 1, title: 'Share the harvest' },
      'Nothing was chosen, so nothing was saved. Choose an answer, then press Save.',
    ],
  ];
  for (const [what, just, first] of said) {
    it(`says first, and aloud, ${what}`, () => {
      const card = rendered({ ...ballot, just });

      assert.equal(linesOf(card)[0], first);
      assert.ok(String(card['speak']).startsWith(first.replaceAll('*', '')));
    });
  }

  it('names nothing that could record anything in a preview', () => {
    const card = rendered({ ...ballot, subject: previewSubject });

    assert.equal(linesOf(card)[0], 'Preview: nothing you press here is recorded.');
    for (const data of dataOf(card)) assert.equal((data as Fields)['preview'], true);
  });

  it("shows nobody's answers where others look on", () => {
    const { card } = renderCard(secondBallot, { locale: 'en', shared: true });

    assert.doesNotMatch(JSON.stringify(card), /Saved|3 of 5|Withdraw/);
    assert.equal(elementsOf(card, 'Input.ChoiceSet')[0]?.['value'], '');
  });

  it('can be read to the end however long its text is', () => {
    const text = Array.from({ length: 4000 / 8 }, (_, index) => `🌱${String(index).padStart(4, '0')} w`).join(
      ' ',
    );
    const long = { ...ballot, value: { ...ballot.value, text: `${text} ${'🌱'.repeat(3000)}` } };

    const first = rendered(long);
    const [readOn] = elementsOf(first, 'Action.Execute');
    const second = rendered({ ...long, page: 2 });

    assert.match(textsOf(first), /^Page 1 of 2$/m);
    assert.deepEqual([readOn?.['title'], (readOn?.['data'] as Fields)['page']], ['Read on', 2]);
    assert.match(textsOf(second), /^Page 2 of 2$/m);
    assert.equal(elementsOf(second, 'Input.ChoiceSet').length, 1);
  });

  it('shows the nearest part there is when another is asked for', () => {
    assert.equal(textsOf(rendered({ ...ballot, page: 7 })), textsOf(rendered(ballot)));
  });

  it('never has more than six buttons, and saving is always among them', () => {
    const many = Array.from({ length: 60 }, () => ({ name: 'Name', text: 'Text. '.repeat(30) }));
    const value = { id: 'v' as ValueId, title: 'Title', text: '🌱'.repeat(4000) };

    const card = rendered({ ...secondBallot, value, considerations: many });

    const buttons = [...elementsOf(card, 'Action.Execute'), ...elementsOf(card, 'Action.ToggleVisibility')];
    assert.equal(buttons.length, 6);
    assert.ok(buttons.some(({ verb }) => verb === 'rate'));
  });

  it('reads every value of the draft in Spanish too', () => {
    for (const value of values) {
      assert.match(
        textsOf(rendered({ ...ballot, value }, 'es-MX')),
        /^Borrador 2 de garden · valor 1 de 5$/m,
      );
    }
  });
});
