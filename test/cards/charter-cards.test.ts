import assert from 'node:assert/strict';

import type { AnnouncementView, View } from '../../src/app/views.js';
import { mostBytesAtFirst } from '../../src/cards/card.js';
import { renderCard } from '../../src/cards/render.js';
import { problemsOf } from '../support/card-problems.js';
import {
  announcement,
  answersView,
  charter,
  charterView,
  correctedAnnouncement,
  evening,
  framing,
  memberViews,
  previewSubject,
  processAnnouncement,
  reminder,
  subject,
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

    assert.match(textsOf(rendered(dated)), /^By The planting circle, 9 March 2026$/m);
    assert.match(textsOf(rendered(dated, 'es')), /^Autoría: The planting circle, 9 de marzo de 2026$/m);
  });

  it('leads to rating, the values, the considerations, the background, and what comes here', () => {
    assert.deepEqual(buttonsOf(announcement), [
      ['Read and rate', 'ballot'],
      ['The values', 'values'],
      ['Considerations', 'considerations'],
      ['Background', 'background'],
      ['What comes here', 'settings'],
    ]);
  });

  it('says until when it can be rated, in the zone of the charter', () => {
    const dated = { ...announcement, closes: evening };

    assert.match(
      textsOf(rendered(dated)),
      /^Open until Thursday 10 December 2026, 17:00 \(Europe\/Berlin\)\.$/m,
    );
    assert.match(
      textsOf(rendered(dated, 'es')),
      /^Abierto hasta el jueves 10 de diciembre de 2026, 17:00 \(Europe\/Berlin\)\.$/m,
    );
  });

  it('says why it came, how to hear no more of it, and where others look on that pressing shows things to oneself alone', () => {
    const { card, summary } = renderCard(announcement, { locale: 'en', shared: true });

    assert.match(textsOf(card), /^What you press here is shown to you alone\.$/m);
    assert.match(
      textsOf(card),
      /^This came because this conversation is subscribed\. “What comes here” pauses or ends that\. So does writing \*pause\* or \*unsubscribe\*; where others talk too, mention me first\.$/m,
    );
    assert.equal(summary, 'Values of our community garden: draft 2 is open, with 5 values to read and rate.');
  });

  it('of a preview names the draft as little as its buttons may record anything', () => {
    const card = rendered({ ...announcement, subject: previewSubject });

    assert.match(linesOf(card)[0] ?? '', /^Preview/);
    for (const data of dataOf(card) as readonly { do: string; preview?: boolean }[])
      assert.ok(data.preview === true || data.do === 'settings', data.do);
  });
});

describe('the announcement of a process', () => {
  it('has nothing to rate yet, and names what is kept in mind', () => {
    assert.deepEqual(buttonsOf(processAnnouncement), [
      ['Considerations', 'considerations'],
      ['Background', 'background'],
      ['What comes here', 'settings'],
    ]);
    assert.match(textsOf(rendered(processAnnouncement)), /^- No charity$/m);
    assert.match(textsOf(rendered(processAnnouncement)), /A first draft follows\./);
  });

  it('has a block for each paragraph of its introduction', () => {
    const introduction = 'One.\n\nTwo:\n\n- a\n- b\n\nThree.';

    const lines = linesOf(rendered({ ...processAnnouncement, framing: { ...framing, introduction } }));

    for (const line of ['One.', 'Two:', '- a\n- b', 'Three.']) assert.ok(lines.includes(line), line);
  });

  it('leads to the draft as soon as there is one, and first of all', () => {
    const followed = view('announcement-process-followed');

    assert.equal(linesOf(rendered(followed))[0], 'Draft 2 is here: *Values of our community garden*');
    assert.equal(linesOf(rendered(followed))[1], 'Draft 2 of garden, open to be rated');
    assert.doesNotMatch(textsOf(rendered(followed)), /A first draft follows/);
    assert.deepEqual(buttonsOf(followed)[0], ['Read and rate draft 2', 'ballot']);
    assert.deepEqual(dataOf(rendered(followed))[0], { v: 1, do: 'ballot', charter, draft: 'draft-2' });
  });

  it('leads to a draft that is over to be read, not to be rated', () => {
    assert.deepEqual(buttonsOf(view('announcement-process-overtaken'))[0], ['Read draft 2', 'values']);
  });
});

describe('a posted card whose draft moved on', () => {
  const cases = [
    ['closed', 'This draft is closed. All of us can read its results.', ['Results', 'results']],
    ['adopted', 'This draft is adopted. All of us can read its results.', ['Results', 'results']],
    ['withdrawn', 'This draft was withdrawn; nobody rates it any more.', ['The values', 'values']],
    [
      'replaced',
      'This draft was replaced by a later one; nobody rates it any more.',
      ['Read and rate draft 3', 'ballot'],
    ],
  ] as const;

  for (const [state, first, button] of cases) {
    it(`says first that it is ${state}, leads on, and offers nothing to rate`, () => {
      const moved = view(`announcement-${state}`);

      assert.equal(linesOf(rendered(moved))[0], first);
      assert.deepEqual(buttonsOf(moved)[0], button);
      assert.ok(!buttonsOf(moved).some(([title]) => title === 'Read and rate'));
      assert.doesNotMatch(textsOf(rendered(moved)), /Open until|Read each value/);
    });
  }

  it('says what was corrected, the newest first', () => {
    const lines = linesOf(rendered(correctedAnnouncement));

    assert.deepEqual(
      lines.filter((line) => line.startsWith('Corrected')),
      [
        'Corrected on 22 November 2026: “comunity” now reads “community”; “or pram” was added.',
        'Corrected on 21 November 2026: “harvets” now reads “harvest”.',
      ],
    );
  });

  it('counts the corrections and changes there is no room for', () => {
    const change = { before: 'a', after: 'b' };
    const corrections = Array.from({ length: 5 }, (_, day) => ({
      at: `2026-11-0${day + 1}T10:00:00.000Z`,
      changes: [change, change, change, change, change],
    }));

    const text = textsOf(rendered({ ...announcement, corrections }));

    assert.match(text, /^Corrected on 5 November 2026: .*; 2 more changes\.$/m);
    assert.match(text, /^2 earlier corrections besides\.$/m);
    assert.doesNotMatch(text, /on [12] November/);
  });

  it('stays light with the longest corrections beside the most titles', () => {
    const words = '**[wørds](x)** '.repeat(40);
    const most: AnnouncementView = {
      ...correctedAnnouncement,
      subject: { ...subject, state: 'replaced', title: words },
      follower: subject,
      reason: words,
      leadIn: words,
      framing: { ...framing, mission: words, authors: [words], introduction: words.repeat(20) },
      values: Array.from({ length: 100 }, () => values[0]!).map((each) => ({ ...each, title: words })),
      corrections: Array.from({ length: 9 }, () => ({
        at: evening.at,
        changes: Array.from({ length: 9 }, () => ({ before: words, after: words })),
      })),
    };

    for (const locale of ['en', 'es'])
      assert.deepEqual(problemsOf(rendered(most, locale), mostBytesAtFirst), []);
  });

  it('opened again says so first, with its results hidden', () => {
    assert.match(
      linesOf(rendered(view('announcement-reopened')))[0] ?? '',
      /^This draft is open again\. Its results are hidden until it is closed anew;/,
    );
    assert.match(linesOf(rendered(view('announcement-reopened-closed')))[0] ?? '', /^This draft is closed\./);
  });
});

describe('a reminder', () => {
  it('says when it closes, what is left, why it came and how to stop it', () => {
    const lines = linesOf(rendered(reminder));

    assert.ok(lines.includes('It closes on Thursday 10 December 2026, 17:00 (Europe/Berlin).'));
    assert.ok(lines.includes('You have not answered every value yet. Nobody else sees that.'));
    assert.match(
      lines.at(-1) ?? '',
      /^This came because this chat is subscribed and draft 2 was not finished here\. .*\*unsubscribe\*\.$/,
    );
    assert.deepEqual(buttonsOf(reminder), [
      ['Read and rate', 'ballot'],
      ['Your answers', 'answers'],
      ['I would rather not', 'decline'],
      ['The values', 'values'],
      ['What comes here', 'settings'],
    ]);
  });

  it('tells nothing of anybody else, in no number', () => {
    const texts = textsOf(rendered(reminder)).replace(/.*(?:closes on|Draft 2 of|draft 2).*/g, '');

    assert.doesNotMatch(texts, /\d|others|members|percent/);
  });

  it('of a draft that is over by now leads to its results, and asks for nothing', () => {
    const closed = view('reminder-closed');

    assert.equal(linesOf(rendered(closed))[0], 'This draft is closed. All of us can read its results.');
    assert.doesNotMatch(textsOf(rendered(closed)), /not answered|It closes on/);
    assert.deepEqual(buttonsOf(closed)[0], ['Results', 'results']);
  });
});

describe('the announcement that a process is sealed', () => {
  const sealed = view('announcement-sealed');

  it('says that it is over, the key destroyed, the answers anonymous', () => {
    assert.equal(
      linesOf(rendered(sealed))[0],
      'This process is over and sealed: the key is destroyed, and answers are anonymous. Nothing that is kept links one to a person any more, but for backups made before.',
    );
    assert.match(
      renderCard(sealed, { locale: 'en', shared: true }).summary,
      /the process is over and sealed\. Answers are anonymous now\.$/,
    );
  });

  it('leads to the results and to what can be read of the process, and to nothing that could be rated', () => {
    assert.deepEqual(buttonsOf(sealed), [
      ['Results', 'results'],
      ['How this process works', 'process'],
      ['What comes here', 'settings'],
    ]);
  });
});

describe('a charter at a glance', () => {
  it('asks what is missing, and leads to how the process works', () => {
    const buttons = elementsOf(rendered(charterView), 'Action.Execute');

    assert.deepEqual(
      buttons
        .filter(({ verb }) => verb === 'comment' || verb === 'process')
        .map(({ title, data }) => [title, data]),
      [
        ['What is missing?', { v: 1, do: 'comment', charter, draft: 'draft-2' }],
        ['How this process works', { v: 1, do: 'process', charter }],
      ],
    );
  });

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
