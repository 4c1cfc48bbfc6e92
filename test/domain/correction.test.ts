import assert from 'node:assert/strict';

import fc from 'fast-check';

import { correctionBetween, type CorrectableText } from '../../src/domain/correction.js';
import { aDraft } from '../contract/made-up.js';

const { leadIn, reason, values, ...framing } = aDraft('garden' as never);
const text: CorrectableText = { framing, leadIn: leadIn!, reason: reason!, values };

describe('a corrected text', () => {
  it('that reads the same corrects nothing, wherever its lines end', () => {
    assert.deepEqual(correctionBetween(text, text), { kind: 'nothing' });
    assert.deepEqual(between('We plant\ntogether.', 'We plant  together.\n'), { kind: 'nothing' });
  });

  const slips: readonly (readonly [what: string, before: string, after: string, ...changes: string[]])[] = [
    ['a letter too many', 'We ssow early.', 'We sow early.', 'ssow → sow'],
    ['a letter missing', 'We plnt early.', 'We plant early.', 'plnt → plant'],
    ['two letters wrong', 'We harvezd early.', 'We harvest early.', 'harvezd → harvest'],
    ['letters that changed places', 'We share teh tools.', 'We share the tools.', 'teh → the'],
    ['a word that was torn apart', 'We plant to gether.', 'We plant together.', 'to gether. → together.'],
    ['words that ran together', 'We planttrees.', 'We plant trees.', 'planttrees. → plant trees.'],
    ['a missing hyphen', 'For our well being.', 'For our well-being.', 'well being. → well-being.'],
    ['a capital letter', 'our monday walk', 'our Monday walk', 'monday → Monday'],
    ['a mark', 'We plant, and water', 'We plant and water', 'plant, → plant'],
    ['a dash', 'We plant - and water', 'We plant and water', 'plant - and → plant and'],
    ['emphasis', 'We plant early.', 'We plant **early.**', 'early. → **early.**'],
    ['an apostrophe', 'We dont spray.', 'We don’t spray.', 'dont → don’t'],
    [
      'where a link leads',
      'See [beds](https://old.test).',
      'See [beds](https://new.test/a_(b)).',
      'https://old.test → https://new.test/a_(b)',
    ],
    [
      'a link that is taken away',
      'See [our beds](https://old.test) now',
      'See our beds now',
      '[our → our',
      'beds https://old.test now → beds now',
    ],
    [
      'a bare address',
      'See https://old.test now',
      'See https://elsewhere.test/x now',
      'https://old.test → https://elsewhere.test/x',
    ],
    ['a paragraph', 'We plant. We water.', 'We plant.\n\nWe water.', 'plant. We → plant. ¶ We'],
    ['items of a list', '- plant\n- water', '- plant\n\n- water', '↵ → ¶'],
    ['beside a word that was there before', 'teh the tools', 'the the tools', 'teh → the'],
    ['three words', 'Wee plnt teh trees.', 'We plant the trees.', 'Wee plnt teh → We plant the'],
  ];
  for (const [what, before, after, ...changes] of slips) {
    it(`has slips put right: ${what}`, () => {
      assert.deepEqual(between(before, after), { kind: 'slips', changes: changes.map(wordsIn) });
      assert.equal(between(after, before).kind, 'slips');
    });
  }

  const more: readonly (readonly [what: string, before: string, after: string])[] = [
    ['a word added', 'We plant trees.', 'We plant many trees.'],
    ['a word in place of another', 'We plant trees.', 'We plant hedges.'],
    ['a short word in place of another', 'We may plant.', 'We can plant.'],
    ['a negation added', 'We do plant.', 'We do not plant.'],
    ['a negation within a word', 'We can plant.', 'We can’t plant.'],
    ['a negation that looks like a slip', 'We do now plant.', 'We do not plant.'],
    ['a negation torn out of a word', 'It is notable.', 'It is not able.'],
    ['a negation in German', 'Es ist ein Garten.', 'Es ist kein Garten.'],
    ['a negation in Spanish', 'Lo plantamos.', 'No plantamos.'],
    ['a negating beginning', 'It is important.', 'It is unimportant.'],
    ['a number', 'In 5 gardens.', 'In 6 gardens.'],
    ['a sign of a number', 'In 5% of them.', 'In 5 of them.'],
    ['words in brackets, which are no address', 'We (all) plant.', 'We (none) plant.'],
    ['words struck out', 'We plant early.', 'We plant ~~early~~.'],
    ['two words that changed places', 'We water and plant.', 'We plant and water.'],
    ['four slips in one text', 'Wee plnt teh tres.', 'We plant the trees.'],
    ['everything', 'We plant trees.', ''],
  ];
  for (const [what, before, after] of more) {
    it(`is another text: ${what}`, () => {
      const title = 'A value';
      assert.equal(between(before, after).kind, 'more-than-slips');
      assert.equal(between(after, before).kind, 'more-than-slips');
      assert.equal(
        correctionBetween(oneValue(before, title), oneValue(after, title)).kind,
        'more-than-slips',
      );
    });
  }

  it('is told in the words that are more than a slip only, where there are such', () => {
    const before: CorrectableText = { ...text, values: [value('Plnt trees'), value('Share tools')] };
    const after: CorrectableText = { ...text, values: [value('Plant trees'), value('Share all tools')] };

    assert.deepEqual(correctionBetween(before, after), {
      kind: 'more-than-slips',
      changes: [{ before: 'Share tools', after: 'Share all tools' }],
    });
  });

  it('may hold three slips in each value, its title and text together', () => {
    const two = value('Wee plnt', 'Teh trees');

    const right = correctionBetween(
      withValues(two, two),
      withValues(value('We plant', 'The trees'), value('We plant', 'The trees')),
    );
    const tooMany = correctionBetween(
      withValues(value('Wee plnt', 'Teh tres')),
      withValues(value('We plant', 'The trees')),
    );

    assert.equal(right.kind, 'slips');
    assert.equal(tooMany.kind, 'more-than-slips');
  });

  it('keeps the number and the order of values and considerations', () => {
    const [one, other] = [value('Plant trees'), value('Share tools')];
    const [first, second] = ['Not charity', 'Together'].map((name) => ({ name, text: '' }));
    const considering = (...considerations: (typeof first & object)[]) => ({
      ...text,
      framing: { ...framing, considerations },
    });

    for (const [before, after] of [
      [withValues(one, other), withValues(other, one)],
      [withValues(one, other), withValues(one)],
      [withValues(one), withValues(one, other)],
      [considering(first!, second!), considering(second!, first!)],
      [considering(first!), considering(first!, second!)],
      [considering(first!), considering()],
    ] as const) {
      assert.equal(correctionBetween(before, after).kind, 'more-than-slips');
    }
  });

  it('holds considerations and the sentence that values complete to slips too', () => {
    const considering = (words: string): CorrectableText => ({
      ...text,
      framing: { ...framing, considerations: [{ name: 'Not charity', text: words }] },
    });
    const { leadIn: _, ...bare } = text;

    assert.equal(correctionBetween(considering('We shaer.'), considering('We share.')).kind, 'slips');
    assert.equal(
      correctionBetween(considering('We share.'), considering('We share more.')).kind,
      'more-than-slips',
    );
    assert.equal(
      correctionBetween({ ...text, leadIn: 'Here wee:' }, { ...text, leadIn: 'Here we:' }).kind,
      'slips',
    );
    assert.equal(correctionBetween(text, bare).kind, 'more-than-slips');
    assert.equal(correctionBetween(bare, text).kind, 'more-than-slips');
  });

  it('may say all else otherwise, and tells each change', () => {
    const { mission: _, ...rest } = framing;
    const after: CorrectableText = {
      ...text,
      reason: 'A second text to talk about.',
      framing: {
        ...rest,
        title: 'What we stand for today',
        authors: ['Ana', 'Bo', 'Cleo'],
        labels: { categories: ['values'], tags: ['draft', 'spring'] },
        introduction: 'We met in *April*, all of us.',
        background: [{ heading: 'Why now', text: 'Many of us are new here.' }],
      },
    };

    assert.deepEqual(correctionBetween(text, after), {
      kind: 'slips',
      changes: [
        { before: 'for', after: 'for today' },
        { before: 'first', after: 'second' },
        { before: 'We make tools that everybody may use.', after: '' },
        { before: '*March*.', after: '*April*, all of us.' },
        { before: 'new.', after: 'new here.' },
        { before: 'Bo', after: 'Bo, Cleo' },
        { before: 'draft', after: 'draft, spring' },
      ],
    });
  });

  it('tells a long stretch in short', () => {
    const found = correctionBetween(text, { ...text, reason: 'another '.repeat(100) });

    assert.ok(found.kind === 'slips');
    assert.match(found.changes[0]!.after, /^another .*…$/);
    assert.ok(found.changes[0]!.after.length <= 160);
  });

  it('of the largest size is compared in a moment', () => {
    const long = (word: string) => `${word} and then some more `.repeat(5_000);
    const begun = performance.now();

    const found = correctionBetween({ ...text, reason: long('one') }, { ...text, reason: long('two') });

    assert.equal(found.kind, 'slips');
    assert.ok(performance.now() - begun < 1_000);
  });
});

describe('any two texts', () => {
  const word = fc.constantFrom(
    'we',
    'plant',
    'water',
    'not',
    'teh',
    '[beds](https://a.test)',
    '¶',
    '\n\n',
    '- ',
    '5',
  );
  const words = fc
    .array(fc.oneof(word, fc.string({ maxLength: 5 })), { maxLength: 12 })
    .map((all) => all.join(' '));

  it('have nothing to correct when they are one', () => {
    fc.assert(fc.property(words, (one) => assert.equal(between(one, one).kind, 'nothing')));
  });

  it('are a correction of each other, or neither is', () => {
    fc.assert(
      fc.property(words, words, (one, other) =>
        assert.equal(between(one, other).kind, between(other, one).kind),
      ),
    );
  });

  it('make the one of the other by the changes told, where each has its place', () => {
    const distinct = fc.uniqueArray(fc.stringMatching(/^[a-z]{6,9}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(distinct, fc.array(fc.nat(), { maxLength: 6 }), (kept, replaced) => {
        const before = kept.join(' ');
        const after = kept.map((each, index) => (replaced.includes(index) ? `${each}ly9` : each)).join(' ');

        const found = correctionBetween({ ...text, reason: before }, { ...text, reason: after });

        const changes = found.kind === 'slips' ? found.changes : [];
        assert.equal(
          changes.reduce((all, each) => all.replace(each.before, each.after), before),
          after,
        );
      }),
    );
  });

  it('are never a correction when a word was added to what is rated', () => {
    fc.assert(
      fc.property(words, words, (one, other) =>
        assert.equal(between(`${one} ${other}`, `${one} watering ${other}`).kind, 'more-than-slips'),
      ),
    );
  });
});

function between(before: string, after: string): ReturnType<typeof correctionBetween> {
  return correctionBetween(oneValue(before, 'Our garden'), oneValue(after, 'Our garden'));
}

function oneValue(words: string, title: string): CorrectableText {
  return withValues(value(title, words));
}

function withValues(...all: CorrectableText['values']): CorrectableText {
  return { ...text, values: all };
}

function value(title: string, words = ''): CorrectableText['values'][number] {
  return { title, text: words };
}

function wordsIn(change: string): { before: string; after: string } {
  const [before = '', after = ''] = change.split(' → ');
  return { before, after };
}
