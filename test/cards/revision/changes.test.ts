import assert from 'node:assert/strict';

import type { View } from '../../../src/app/views.js';
import { diffSpoken, diffText, titleDiff } from '../../../src/cards/revision/diff-text.js';
import { renderCard } from '../../../src/cards/render.js';
import { wordsFor } from '../../../src/words/catalogue.js';
import { problemsOf } from '../../support/card-problems.js';
import {
  changeForm,
  changes,
  conflict,
  contested,
  matching,
  valueForm,
  workingCopy,
} from '../../support/sample-revision-views.js';
import { announcement, changedBallot, changes as changesOfDraft } from '../../support/sample-views.js';
import { elementsOf } from '../facilitator-cards.js';

const en = wordsFor('en');

function cardOf(view: View, { locale = 'en', shared = false } = {}) {
  return renderCard(view, { locale, shared }).card;
}

function textOn(view: View, reader?: { locale?: string; shared?: boolean }): string {
  return elementsOf(cardOf(view, reader), 'TextBlock')
    .map(({ text }) => String(text))
    .join('\n');
}

function buttonsOn(view: View): readonly string[] {
  return elementsOf(cardOf(view), 'Action.Execute').map(({ title }) => String(title));
}

describe('a difference on a card', () => {
  it('is readable without colour', () => {
    assert.equal(
      titleDiff('Champion the garden', 'Champion the street and garden', 200),
      'Champion the **[+ street and +]** garden',
    );
    assert.equal(diffText('Ask before you dig', 'Ask before', 1_000).text, 'Ask before *[− you dig −]*');
  });

  it('is told in sentences to whoever listens', () => {
    const told = diffSpoken({ before: 'Lend tools', after: 'Lend good tools and time' }, en);

    assert.equal(told, 'Added: “good”, “and time”.');
  });

  it('takes what authors wrote for text, and shows no marks of theirs', () => {
    assert.equal(
      diffText('Lend **tools**', 'Lend **tools** and [x](https://x.example) `time`', 1_000).text,
      'Lend tools **[+ and x time +]**',
    );
    assert.doesNotMatch(diffText('', '<at>All</at> [a](javascript:b)', 1_000).text, /[^\\]<at>|\]\(/);
  });

  it('begins paragraphs where the later text does', () => {
    assert.equal(diffText('One.', 'One.\n\nTwo here.', 1_000).text, 'One.\n\n**[+ Two here. +]**');
  });

  it('keeps to what it may weigh', () => {
    const shown = diffText('', 'word '.repeat(4_000), 2_000);

    assert.equal(shown.cut, true);
    assert.ok(shown.text.length < 2_100);
  });

  it('says so where only addresses changed', () => {
    const [before, after] = ['[map](https://a.example)', '[map](https://b.example)'];

    assert.match(diffText(before, after, 1_000).text, /b\.example/);
  });
});

describe('the card of what changed', () => {
  it('has kinds, size, reason, the theme behind it and what was left without an answer', () => {
    const text = textOn(changes);

    assert.match(text, /^2\\\. Keep the paths open$/m);
    assert.match(text, /Another title, another text/);
    assert.match(text, /Title: \*\[− Leave −\]\* \*\*\[\+ Keep \+\]\*\* the paths open/);
    assert.match(text, /clearer, with the same meaning/);
    assert.match(text, /Why: Several of us asked/);
    assert.match(text, /theme 3, “Whom the paths are for”/);
    assert.match(text, /one theme and 2 comments/);
    assert.ok(buttonsOn(changes).includes('Theme 3'));
    assert.ok(buttonsOn(changes).includes('Read draft 1'));
  });

  it('says which draft said what, where several lie between', () => {
    assert.match(textOn({ ...changes, from: 1, to: 3 }), /In draft 2: Said to be/);
  });

  it('has as many pages as it takes', () => {
    const [entry] = changes.entries;
    const text = 'A sentence that was not there before, said in other words. '.repeat(60);
    const long = Array.from({ length: 30 }, () => ({ ...entry!, after: { title: 'Long', text } }));
    for (const page of [1, 2, 9]) {
      const card = cardOf({ ...changes, entries: long, page }, { locale: 'es' });
      assert.deepEqual(problemsOf(card), []);
    }
    assert.match(textOn({ ...changes, entries: long, page: 2 }), /Page 2 of/);
  });
});

describe('the ballot of a value that changed', () => {
  it('shows what changed, what was said of it, and the former answer to its giver alone', () => {
    const own = textOn(changedBallot);

    assert.match(own, /Since draft 1: another title, another text\./);
    assert.match(own, /In draft 1 you answered: \*Resonates strongly\*\./);
    assert.match(own, /spelling only/);
    assert.doesNotMatch(textOn(changedBallot, { shared: true }), /you answered/);
    assert.ok(buttonsOn(changedBallot).includes('More than spelling'));
    assert.ok(!JSON.stringify(cardOf(changedBallot, { shared: true })).includes('"dispute"'));
  });

  it('is heard with what was added and removed', () => {
    const { speak } = cardOf(changedBallot) as { speak: string };

    assert.match(speak, /Removed: /);
    assert.doesNotMatch(speak, /\[\+/);
  });

  it('says of a carried answer where it comes from', () => {
    const { change: _, ...same } = changedBallot;
    const carried: View = { ...same, answer: 4, carried: 1 };

    assert.match(textOn(carried), /Carried from draft 1/);
    assert.doesNotMatch(textOn(carried, { shared: true }), /Carried/);
  });

  it('keeps to six buttons with everything on it', () => {
    const text = 'Long words of a value that many of us wrote together. '.repeat(300);
    const full: View = {
      ...changedBallot,
      answer: 4,
      answered: 0,
      page: 1,
      value: { ...changedBallot.value, text },
    };

    assert.deepEqual(problemsOf(cardOf(full)), []);
  });
});

describe('the announcement of a draft that follows another', () => {
  it('says in short what changed, how many questions that is, and what has no answer', () => {
    const text = textOn({ ...announcement, changes: changesOfDraft }, { shared: true });

    assert.match(text, /Since draft 1: one title changed, 4 values as before\./);
    assert.match(text, /there is one question for you/);
    assert.match(text, /Still open: one theme and 2 comments\./);
    assert.ok(buttonsOn({ ...announcement, changes: changesOfDraft }).includes('What changed'));
  });
});

describe('the cards of the working copy', () => {
  it('show what changed in each value, and who saved it last', () => {
    const text = textOn(workingCopy);

    assert.match(text, /Marta Quispe saved it on Tuesday 24 November 2026/);
    assert.match(text, /2\. Keep the paths open: \*another title, another text\*/);
    assert.match(text, /No longer there: Be a neighbour/);
    assert.match(text, /One change says nothing of its size yet/);
  });

  it('hand what was written to a window, and choose between two texts', () => {
    assert.ok(JSON.stringify(cardOf(valueForm)).includes('task/fetch'));
    const text = textOn(contested);
    assert.match(text, /Marta Quispe changed this value after you opened it/);
    assert.match(text, /\*\*\[\+ Keep \+\]\*\*/);
    assert.deepEqual(buttonsOn(contested), ['Take mine', 'Keep the other']);
    assert.ok(JSON.stringify(cardOf(contested)).includes('Leave every path open'));
  });

  it('show two whole texts as what differs', () => {
    const text = textOn(conflict);

    assert.match(text, /Marta Quispe saved the one that stands/);
    assert.match(text, /No longer there/);
    assert.deepEqual(buttonsOn(conflict), ['Take mine', 'Keep the other']);
  });

  it('say where each value comes from, and ask how far its change goes', () => {
    assert.match(textOn(matching), /Members are asked again about one of 2 values/);
    assert.match(textOn(matching), /from “Leave the paths open”/);
    const inputs = elementsOf(cardOf(changeForm), 'Input.ChoiceSet');
    assert.deepEqual(
      inputs.map(({ id, value }) => [id, value]),
      [
        ['from', 'leave-paths-open'],
        ['size', 'clearer'],
        ['themes', '3'],
      ],
    );
  });

  it('have room for fifty values with the longest titles', () => {
    const values = Array.from({ length: 50 }, (_, index) => ({
      id: `a-value-with-a-rather-long-identity-of-its-own-${index}` as never,
      title: 'ñ'.repeat(200),
      kinds: ['title', 'text', 'moved', 'merged'] as const,
    }));
    assert.deepEqual(problemsOf(cardOf({ ...workingCopy, values })), []);
    const [change] = matching.changes.slice(1);
    const many = values.map(({ id, title }, index) => ({
      ...change!,
      of: { kind: 'value' as const, id, position: index + 1 },
      title,
      from: values.slice(0, 8).map((value) => ({ id: value.id, title })),
    }));
    assert.deepEqual(problemsOf(cardOf({ ...matching, changes: many })), []);
    const longest = { title: 'ñ'.repeat(200), text: 'ñ ñé '.repeat(800) };
    const form = {
      ...changeForm,
      former: values,
      choices: values.map(({ title }, number) => ({ number, title })),
    };
    assert.deepEqual(
      problemsOf(
        cardOf({
          ...form,
          before: [longest],
          after: { ...longest, text: longest.text.replaceAll('é', 'è') },
        }),
      ),
      [],
    );
    assert.deepEqual(problemsOf(cardOf({ ...contested, ...longest })), []);
  });
});
