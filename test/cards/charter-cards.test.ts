import assert from 'node:assert/strict';

import type { View } from '../../src/app/views.js';
import { renderCard } from '../../src/cards/render.js';
import {
  announcement,
  answersView,
  charter,
  charterView,
  memberViews,
  previewSubject,
  processAnnouncement,
  values,
} from '../support/sample-views.js';
import { dataOf, elementsOf, linesOf, rendered, textsOf } from './facilitator-cards.js';

function buttonsOf(view: View, shared = false): readonly (readonly [unknown, unknown])[] {
  const { card } = renderCard(view, { locale: 'en', shared });
  return elementsOf(card, 'Action.Execute').map(({ title, verb }) => [title, verb] as const);
}

function view(name: string): View {
  const found = memberViews.get(name);
  assert.ok(found, name);
  return found;
}

describe('the announcement of a draft', () => {
  it('says what it is about, why, by whom, and shows the titles at a glance', () => {
    const text = textsOf(rendered(announcement));

    assert.match(text, /^Draft 2 of garden, open to be rated$/m);
    assert.match(text, /^Values of our community garden$/m);
    assert.match(text, /^By The planting circle$/m);
    assert.match(text, /^Our mission: A garden in which everybody on the street can grow something\.$/m);
    assert.match(text, /^Why this draft: The second value left open/m);
    for (const { title } of values) assert.match(text, new RegExp(`^\\d\\. ${title}$`, 'm'));
  });

  it('says when it was published, where it is told', () => {
    const dated = { ...announcement, at: '2026-03-09T23:30:00.000Z' };

    assert.match(textsOf(rendered(dated)), /^By The planting circle, March 9, 2026$/m);
    assert.match(textsOf(rendered(dated, 'es')), /^Autoría: The planting circle, 9 de marzo de 2026$/m);
  });

  it('leads to rating, the values, the considerations and the background', () => {
    assert.deepEqual(buttonsOf(announcement), [
      ['Read and rate', 'ballot'],
      ['The values', 'values'],
      ['Considerations', 'considerations'],
      ['Background', 'background'],
    ]);
  });

  it('says how to hear no more of it, and where others look on that pressing shows things to oneself alone', () => {
    const { card, summary } = renderCard(announcement, { locale: 'en', shared: true });

    assert.match(textsOf(card), /^What you press here is shown to you alone\.$/m);
    assert.match(textsOf(card), /write \*unsubscribe\* to end that\.$/m);
    assert.equal(summary, 'Values of our community garden: draft 2 is open, with 5 values to read and rate.');
  });

  it('of a preview names the draft as little as its buttons may record anything', () => {
    const card = rendered({ ...announcement, subject: previewSubject });

    assert.match(linesOf(card)[0] ?? '', /^Preview/);
    for (const data of dataOf(card)) assert.equal((data as { preview?: boolean }).preview, true);
  });
});

describe('the announcement of a process', () => {
  it('has nothing to rate yet, and names what is kept in mind', () => {
    assert.deepEqual(buttonsOf(processAnnouncement), [
      ['Considerations', 'considerations'],
      ['Background', 'background'],
    ]);
    assert.match(textsOf(rendered(processAnnouncement)), /^- No charity$/m);
  });
});

describe('a charter at a glance', () => {
  it("has the member's own answers beside the titles", () => {
    assert.match(textsOf(rendered(charterView)), /^1\. Share the harvest: \*Resonates very strongly\*$/m);
    assert.match(textsOf(rendered(charterView)), /^3\. Learn from failed beds: \*not answered\*$/m);
  });

  it("has nobody's answers where others look on", () => {
    const { card } = renderCard(charterView, { locale: 'en', shared: true });

    assert.match(textsOf(card), /^1\. Share the harvest$/m);
    assert.doesNotMatch(JSON.stringify(card), /Resonates|not answered/);
  });

  it('opens any value: the input sends what the button for that value would', () => {
    const card = rendered(charterView);
    const [input] = elementsOf(card, 'Input.ChoiceSet');
    const open = elementsOf(card, 'Action.Execute').find(({ title }) => title === 'Open this value');

    assert.deepEqual(
      (input?.['choices'] as readonly { value: string }[]).map(({ value }) => value),
      values.map(({ id }) => id),
    );
    assert.deepEqual([input?.['id'], input?.['value']], ['value', 'learn-from-failed-beds']);
    assert.deepEqual(open?.['data'], { v: 1, do: 'ballot', charter, draft: 'draft-2' });
  });

  it('of a closed draft leads to its results and not to rating', () => {
    const verbs = buttonsOf(view('charter-closed')).map(([, verb]) => verb);

    assert.ok(verbs.includes('results') && !verbs.includes('ballot'));
  });
});

describe("a member's own answers", () => {
  it('say how many are given and lead to the next that is missing', () => {
    assert.match(textsOf(rendered(answersView)), /^You have answered 3 of 5 values\.$/m);
    assert.deepEqual(buttonsOf(answersView)[1], ['Next open value', 'ballot']);
  });

  it('say when all are given, with what was saved last', () => {
    const lines = linesOf(rendered(view('answers-complete')));

    assert.equal(lines[0], 'Saved. Value 5, Be a neighbour: *No opinion*.');
    assert.ok(
      lines.includes(
        'All 5 values are answered. Until the draft is closed you can change or withdraw any of them.',
      ),
    );
  });

  it('are on no card that others see', () => {
    const { card } = renderCard(view('answers-complete'), { locale: 'en', shared: true });

    assert.doesNotMatch(JSON.stringify(card), /Resonates|Saved|opinion/);
  });
});
