import assert from 'node:assert/strict';

import type { ResultsView } from '../../src/app/results/views.js';
import type { View } from '../../src/app/views.js';
import { renderCard } from '../../src/cards/render.js';
import type { ValueId } from '../../src/domain/draft.js';
import { findingOf, type ShownResult } from '../../src/domain/results.js';
import { problemsOf } from '../support/card-problems.js';
import { memberViews, results, resultsWith } from '../support/sample-views.js';
import { elementsOf, factsOf, linesOf, rendered, textsOf } from './facilitator-cards.js';

type Fields = Readonly<Record<string, unknown>>;

function view(name: string): View {
  const found = memberViews.get(name);
  assert.ok(found, name);
  return found;
}

/** The one value of the sample with this number in the draft. */
function only(position: number): ResultsView {
  const all = results.results;
  const value = all?.order[position - 1];
  return resultsWith((all?.values ?? []).filter((result) => result.value === value));
}

function buttonsOf(card: object): readonly (readonly [unknown, unknown])[] {
  return elementsOf(card, 'Action.Execute').map(({ title, data }) => [title, data] as const);
}

describe('the results', () => {
  it('show the whole distribution, the two highest steps in words, and between what that lies', () => {
    const card = rendered(only(1));

    assert.ok(
      linesOf(card).includes('**47 of 53 answers (89%)** say that it resonates strongly or very strongly.'),
    );
    assert.ok(linesOf(card).includes('Allowing for chance, that share lies between 77% and 95%.'));
    assert.ok(linesOf(card).includes('Besides: 2 *not clear to me*, 1 *no opinion*.'));
    assert.deepEqual(factsOf(card), [
      ['Resonates very strongly', '36 (68%)'],
      ['Resonates strongly', '11 (21%)'],
      ['Resonates somewhat', '3 (6%)'],
      ['Resonates a little', '1 (2%)'],
      ['Does not resonate', '2 (4%)'],
    ]);
  });

  it('have a chart that says the same as the text, and nothing instead of it where charts are unknown', () => {
    const [chart] = elementsOf(rendered(only(1)), 'Chart.HorizontalBar');

    assert.equal(chart?.['fallback'], 'drop');
    assert.deepEqual(
      (chart['data'] as readonly { y: number }[]).map(({ y }) => y),
      [36, 11, 3, 1, 2],
    );
  });

  for (const [position, word] of [
    [1, 'Shared'],
    [2, 'Mixed'],
    [3, 'Split'],
  ] as const) {
    it(`say in a word how we stand to a value: ${word}`, () => {
      const words = linesOf(rendered(only(position))).filter((line) => /^\*\*[SM]\w+\*\*: /.test(line));

      assert.ok(words.some((line) => line.startsWith(`**${word}**: `)));
    });
  }

  it('have neither such a word nor a range where answers are few', () => {
    const lines = linesOf(rendered(only(4)));

    assert.ok(
      lines.includes(
        'With fewer than 10 answers we give no range, and do not call a value shared, mixed or split.',
      ),
    );
    assert.ok(!lines.some((line) => line.startsWith('Allowing for chance')));
  });

  it('tell in one tap how they are read, with the finer figures below the counts', () => {
    const card = rendered(only(1));
    const [toggle] = elementsOf(card, 'Action.ToggleVisibility');
    const hidden = elementsOf(card, 'Container').filter(({ isVisible }) => isVisible === false);

    assert.equal(toggle?.['title'], 'How we read this');
    assert.deepEqual(
      toggle['targetElements'],
      hidden.map(({ id }) => id),
    );
    assert.match(textsOf(hidden[0] ?? {}), /\*\*Shared\*\*: agreement of 0\.5 or more/);
    assert.deepEqual(linesOf(hidden[1] ?? {}), [
      'Middle answer: *Resonates very strongly*; more finely 4.8 on the scale from 1 to 5.',
      'Mean: 4.47; allowing for chance, between 4.19 and 4.72.',
      'Agreement: 0.72.',
    ]);
  });

  it('never show a mean outside of what explains it and stands below its counts', () => {
    const card = rendered(results);
    const shown = { ...card, body: withoutHidden(card['body']) };

    assert.doesNotMatch(textsOf(shown), /Mean:/);
    assert.doesNotMatch(String(card['speak']), /Mean:/);
  });

  it('name values by their number in the draft, in the order in which the view gives them', () => {
    const all = results.results;
    const turned = resultsWith((all?.values ?? []).toReversed());

    const headings = linesOf(rendered(turned)).filter((line) => /^\d\\?\. /.test(line));

    assert.deepEqual(
      headings.map((line) => line[0]),
      ['5', '4', '3', '2', '1'],
    );
  });

  it('say why a value has no figures, with the threshold of the charter, and give none away', () => {
    const card = rendered({ ...only(5), least: 8 });

    assert.match(
      textsOf(card),
      /^Fewer than 8 of us placed this value on the scale, so no figures are shown/m,
    );
    assert.deepEqual([...elementsOf(card, 'FactSet'), ...elementsOf(card, 'Chart.HorizontalBar')], []);
    assert.deepEqual(elementsOf(card, 'Action.ToggleVisibility'), []);
  });

  it('show groups with their numbers, and name those that are not shown without telling why', () => {
    assert.match(
      textsOf(rendered(only(1))),
      /- \*\*Beds by the pond\*\*: 18 of 20 \(90%; between 70% and 97%\)\n- \*\*Orchard\*\*: 7 of 8 \(88%\)\n\nNot shown, because they are too small or too alike to be shown safely: Bees, Guests\./,
    );
  });

  it('say that figures are those told before', () => {
    const texts = linesOf(rendered(view('results-reopened'))).filter((line) => line.startsWith('As told'));

    assert.deepEqual(texts, [
      'As told before: up to 4 later answers are not shown separately, so that nobody’s can be guessed.',
    ]);
  });

  it('say the same to be heard: words, counts and ranges', () => {
    const spoken = String(rendered(only(1))['speak']);

    assert.match(spoken, /1, Share the harvest: Shared: .*47 of 53 answers \(89%\).*between 77% and 95%/);
    assert.match(
      spoken,
      /Resonates very strongly: 36 \(68%\), .*Does not resonate: 2 \(4%\)\. Besides: 2 not clear/,
    );
    assert.doesNotMatch(spoken, /\*/);
  });
});

describe('what the results ask of us next', () => {
  it('is to hear both sides where answers lie apart', () => {
    assert.deepEqual(buttonsOf(rendered(only(3)))[0], [
      'What would make this yours?',
      {
        v: 1,
        do: 'comment',
        charter: 'garden',
        draft: 'draft-2',
        value: 'learn-from-failed-beds',
        sort: 'framing',
      },
    ]);
  });

  it('is which words are not clear, where many say so', () => {
    const [title, data] = buttonsOf(rendered(only(2)))[0] ?? [];

    assert.equal(title, 'Which words are not clear?');
    assert.equal((data as Fields)['sort'], 'wording');
  });

  it('is nothing of a value that is shared, or has few answers', () => {
    for (const position of [1, 4, 5])
      assert.ok(
        !buttonsOf(rendered(only(position))).some(([, data]) => (data as Fields)['do'] === 'comment'),
      );
  });

  it('has its button for every value, however many are split: the pages are shorter then', () => {
    const split = findingOf({ 1: 15, 2: 3, 3: 4, 4: 3, 5: 25, unclear: 0, 'no-opinion': 0 });
    const many = Array.from({ length: 7 }, (_, index): ShownResult => ({
      kind: 'shown',
      value: `v${String(index)}` as ValueId,
      title: `Value ${String(index)}`,
      ...split,
    }));
    const asked = [1, 2, 3, 4].flatMap((page) => {
      const card = rendered({ ...resultsWith(many), page });
      assert.deepEqual(problemsOf(card), []);
      return buttonsOf(card).flatMap(([, data]) =>
        (data as Fields)['do'] === 'comment' ? [(data as Fields)['value']] : [],
      );
    });

    assert.deepEqual(
      asked,
      many.map((result) => result.value),
    );
  });
});

describe('who took part', () => {
  it('is said with an honest denominator, and channels apart', () => {
    const lines = linesOf(rendered(results));

    assert.ok(
      lines.includes(
        'Of the 96 people whom our community counts, 58 answered at least one value and 41 answered every one.',
      ),
    );
    assert.ok(lines.includes('Those who said that they would rather not answer: fewer than 5.'));
    assert.ok(lines.includes('It was posted in 4 channels and group chats, where nobody counts who saw it.'));
  });

  it('is said with what those who did not answer could change, once, in one sentence', () => {
    const lines = linesOf(rendered(results)).filter((line) => line.startsWith('Depending on'));

    assert.deepEqual(lines, [
      'Depending on those who did not answer, value 1 could resonate with anything from 49% to 94% of all who were asked.',
    ]);
  });

  it('is told in steps while the draft is open, and then without bounds that would be too narrow', () => {
    const lines = linesOf(rendered(view('results-interim')));

    assert.ok(
      lines.includes(
        'Of at least 60 people known to have been asked, at least 45 answered at least one value and at least 20 answered every one.',
      ),
    );
    assert.ok(!lines.some((line) => line.startsWith('Depending on')));
  });
});

describe('the results of an open draft', () => {
  it('come for everybody at closing', () => {
    const { card, summary } = renderCard(view('results-open'), { locale: 'en', shared: false });

    assert.match(
      textsOf(card),
      /The results appear for all of us at the same moment, when this draft is closed\./,
    );
    assert.match(summary, /when this draft is closed/);
  });

  it('are called results so far where the charter shows them before, and later answers follow in steps', () => {
    const lines = linesOf(rendered(view('results-interim')));

    assert.ok(lines.includes('Results so far'));
    assert.ok(lines.some((line) => line.includes('Later answers follow in steps, several at once')));
    assert.ok(
      linesOf(rendered(view('results-open-interim'))).some((line) =>
        line.startsWith('There are no results yet.'),
      ),
    );
  });
});

describe('the card of results', () => {
  it('has five values at most', () => {
    const [first] = only(1).results?.values ?? [];
    assert.ok(first);
    const twelve = resultsWith(
      Array.from({ length: 12 }, (_, index) => ({ ...first, value: `v${String(index)}` as ValueId })),
    );

    assert.match(textsOf(rendered({ ...twelve, page: 3 })), /^Page 3 of 3$/m);
    assert.match(textsOf(rendered({ ...twelve, page: 3 })), /^12\\?\. Share the harvest$/m);
  });

  it('has the same pages whether a later draft is open or not, so that whoever reads on misses none', () => {
    const split = findingOf({ 1: 15, 2: 3, 3: 4, 4: 3, 5: 25, unclear: 0, 'no-opinion': 0 });
    const [first] = only(1).results?.values ?? [];
    assert.ok(first?.kind === 'shown');
    const four = resultsWith(
      Array.from({ length: 4 }, (_, index) => ({
        ...first,
        ...split,
        value: `v${String(index)}` as ValueId,
      })),
    );
    const open = { ...four.subject, number: 9, state: 'open' as const };
    const pageLineOf = (card: Fields) => /^Page \d of \d$/m.exec(textsOf(card))?.[0];

    const pages = [rendered(four), rendered({ ...four, open })].map(pageLineOf);

    assert.deepEqual(pages, ['Page 1 of 2', 'Page 1 of 2']);
  });

  it('leads to the page in the browser, and to none where there is none', () => {
    const { address: _, ...without } = results;

    assert.deepEqual(
      elementsOf(rendered(results), 'Action.OpenUrl').map(({ url }) => url),
      [results.address],
    );
    assert.deepEqual(elementsOf(rendered(without), 'Action.OpenUrl'), []);
  });
});

describe('where a member belongs', () => {
  it('is asked with all groups, and what it is for', () => {
    const card = rendered(view('group'));
    const [input] = elementsOf(card, 'Input.ChoiceSet');

    assert.deepEqual(
      (input?.['choices'] as readonly { value: string }[]).map(({ value }) => value),
      ['Beds by the pond', 'Orchard', 'Bees', 'Guests'],
    );
    assert.match(textsOf(card), /In a smaller group your answers count in the total alone\./);
    assert.deepEqual(
      buttonsOf(card).map(([title]) => title),
      ['Save', 'Who can see what'],
    );
  });

  it('can be taken back', () => {
    assert.deepEqual(buttonsOf(rendered(view('group-chosen')))[1], [
      'Take it back',
      { v: 1, do: 'group', charter: 'garden', draft: 'draft-2', none: true },
    ]);
  });

  it('stands on no card that others see', () => {
    const { card } = renderCard(view('group-chosen'), { locale: 'en', shared: true });

    assert.equal(elementsOf(card, 'Input.ChoiceSet')[0]?.['value'], '');
    assert.doesNotMatch(textsOf(card), /Orchard/);
    assert.doesNotMatch(String(card['speak']), /Orchard/);
  });
});

function withoutHidden(node: unknown): unknown {
  if (Array.isArray(node))
    return node.filter((each) => (each as Fields)['isVisible'] !== false).map(withoutHidden);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, withoutHidden(child)]));
}
