import assert from 'node:assert/strict';

import type { RulesFormView } from '../../src/app/process/views.js';
import type { View } from '../../src/app/views.js';
import { parseCardAction } from '../../src/teams/card-action.js';
import { parseWords } from '../../src/teams/parse-words.js';
import { languages } from '../../src/words/catalogue.js';
import { privacyView, processView, rulesForm, sealedProcess } from '../support/sample-process-views.js';
import { memberViews } from '../support/sample-views.js';
import { dataOf, elementsOf, factsOf, linesOf, rendered, textsOf } from './facilitator-cards.js';

type Fields = Readonly<Record<string, unknown>>;

function view(name: string): View {
  const found = memberViews.get(name);
  assert.ok(found, name);
  return found;
}

describe('how this process works', () => {
  it('is told with dates, rules and who facilitates', () => {
    const facts = new Map(factsOf(rendered(processView)));

    assert.equal(facts.get('Open since'), 'Wednesday 11 November 2026, 10:00 (Europe/Berlin)');
    assert.equal(facts.get('Closes'), 'Thursday 10 December 2026, 17:00 (Europe/Berlin)');
    assert.equal(facts.get('Facilitators'), 'Ana Ruiz, Tom Okafor, and 1 more who have not written here yet');
    assert.equal(facts.get('Hidden comments'), '3 (attacks somebody: 1, names a person: 2)');
    assert.equal(facts.get('Figures are shown of'), 'at least 5 answers');
    assert.equal(facts.get('Results appear'), 'when a draft is closed');
    assert.equal(facts.get('After sealing, identities stay'), '30 days');
    assert.equal(facts.get('Our community counts'), '96 people');
    assert.equal(facts.get('Results by group'), 'Beds by the pond, Orchard, Bees, Guests');
  });

  it('is told with everything that happened, refused attempts too', () => {
    const text = textsOf(rendered(sealedProcess));

    for (const line of [
      'What still led to persons was erased.',
      'The process was sealed: the key is destroyed, and answers are anonymous.',
      'A comment was hidden: names a person.',
      'An attempt to switch confidentiality off was refused.',
      'An attempt to weaken the rules was refused. Figures are shown of: at least 5 answers (it stays: at least 8 answers).',
      'Our community counts: 96 people (before: not said).',
      'Draft 1 was replaced by a later one.',
    ])
      assert.ok(text.includes(line), line);
  });

  it('says whether it can still be weakened, and when it is over', () => {
    assert.match(textsOf(rendered(processView)), /none of these rules can be weakened any more/);
    assert.match(textsOf(rendered(view('process-new'))), /these rules can still change/);
    assert.match(textsOf(rendered(sealedProcess)), /nothing links an answer to a person any more/);
  });

  it('says when identities go, and when they went', () => {
    const before = { ...sealedProcess, records: [] };

    assert.ok(factsOf(rendered(before)).some(([title]) => title === 'Identities go'));
    assert.ok(factsOf(rendered(sealedProcess)).some(([title]) => title === 'Identities went'));
  });

  it('comes in pages, the rules on the first', () => {
    const card = rendered(view('process-page-2'));

    assert.match(textsOf(card), /^Page 2 of 3$/m);
    assert.deepEqual(factsOf(card), []);
    assert.deepEqual(
      dataOf(card)
        .slice(0, 2)
        .map((data) => (data as Fields)['page']),
      [3, 1],
    );
  });

  it('asks where a member belongs only where the charter does, and not after sealing', () => {
    const asks = (of: View) => dataOf(rendered(of)).some((data) => (data as Fields)['do'] === 'group');

    assert.ok(asks(processView));
    assert.ok(!asks(view('process-new')));
    assert.ok(!asks(sealedProcess));
  });
});

describe('who can see what', () => {
  it('is honest about the operator, the key, and backups', () => {
    const text = textsOf(rendered(privacyView));

    assert.match(text, /Somebody with the database and that key could link answers to accounts until/);
    assert.match(text, /A backup made before sealing still holds what lay there then\./);
    assert.match(text, /sums of at least 5 answers, once a draft is closed\./);
  });

  it('follows the rules of the charter', () => {
    const text = textsOf(rendered(view('privacy-interim')));

    assert.match(text, /sums of at least 8 answers, in steps while a draft is open, and when it is closed\./);
    assert.match(text, /Others see it at once; a moderator may hide it\./);
    assert.match(text, /goes by itself one day after sealing\./);
  });

  it('says after sealing that nothing kept links an answer to a person any more, but for backups', () => {
    const text = textsOf(rendered(view('privacy-sealed')));

    assert.match(text, /Nothing that the bot keeps links an answer to a person any more\./);
    assert.match(text, /A backup made before sealing/);
    assert.doesNotMatch(text, /could link answers to accounts/);
  });
});

describe('the form of the rules', () => {
  it('says before anybody tries what cannot be weakened any more', () => {
    const [least] = elementsOf(
      rendered({ ...rulesForm, rules: { ...rulesForm.rules, least: 8 } }),
      'Input.Number',
    );

    assert.match(textsOf(rendered(rulesForm)), /they only get stronger: the threshold rises/);
    assert.deepEqual([least?.['id'], least?.['value'], least?.['min']], ['least', 8, 8]);
  });

  it('lets everything change before the first answer, within what is sound', () => {
    const [least] = elementsOf(rendered(view('rules-new')), 'Input.Number');

    assert.match(textsOf(rendered(view('rules-new'))), /every rule can still change/);
    assert.equal(least?.['min'], 5);
  });

  it('sends what stands in it: pressed as it is, it asks for the rules as they are', () => {
    const card = rendered(rulesForm);
    const inputs = ['Input.Number', 'Input.ChoiceSet', 'Input.Text'].flatMap((type) =>
      elementsOf(card, type),
    );
    const filled = Object.fromEntries(inputs.map(({ id, value }) => [String(id), String(value)]));

    assert.deepEqual(parseCardAction({ ...(dataOf(card)[0] as object), ...filled }), {
      kind: 'change-rules',
      charter: 'garden',
      rules: rulesForm.rules,
    });
  });

  const said: readonly (readonly [name: string, first: RegExp])[] = [
    ['rules-changed', /^Changed\. Figures are shown of: at least 8 answers \(before: at least 5 answers\)/],
    ['rules-refused', /^Refused, since members were told otherwise .* The attempt is recorded/],
    ['rules-confidential', /^Confidentiality cannot be switched off/],
    ['rules-unreadable', /^I cannot take “least eight” for a rule/],
    ['rules-unchanged', /^That is what the rules say already/],
  ];
  for (const [name, first] of said) {
    it(`says first what came of it: ${name}`, () => {
      assert.match(linesOf(rendered(view(name)))[0] ?? '', first);
    });
  }

  it('names words to type that mean what they say', () => {
    for (const locale of languages) {
      const hint = String(rendered(rulesForm satisfies RulesFormView, locale)['fallbackText']);
      const words = [...hint.matchAll(/[“«]([^”»]+)[”»]/g)].map(([, text]) => text ?? '');

      assert.deepEqual(
        words
          .map((text) => parseWords(text))
          .map((intent) => intent.kind === 'change-rules' && Object.keys(intent.rules)),
        [['least'], ['results'], ['groups'], ['second'], ['adoption'], ['adoption'], ['adoption']],
      );
    }
  });
});
