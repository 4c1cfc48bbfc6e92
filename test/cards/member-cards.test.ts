import assert from 'node:assert/strict';

import type { View } from '../../src/app/views.js';
import { renderCard } from '../../src/cards/render.js';
import type { CharterName } from '../../src/domain/charter.js';
import { memberViews, subject } from '../support/sample-views.js';
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

describe('where several charters are meant', () => {
  it('there is a button for each, which carries on with what was wanted', () => {
    const data = dataOf(rendered(view('choose-charter')));

    assert.deepEqual(data, [
      { v: 1, do: 'values', charter: 'garden' },
      { v: 1, do: 'values', charter: 'street' },
    ]);
  });

  it('the buttons bear short names, which no phone cuts, and the titles stand above', () => {
    const card = rendered(view('choose-charter'));

    assert.deepEqual(
      elementsOf(card, 'Action.Execute').map(({ title }) => title),
      ['garden', 'street'],
    );
    assert.match(textsOf(card), /^- \*\*garden\*\*: Values of our community garden$/m);
  });

  it('an answer that was typed already is not lost', () => {
    const intent = { kind: 'rate', about: {}, value: { by: 'position', position: 2 }, answer: 4 } as const;

    const card = rendered({
      kind: 'choose-charter',
      charters: [{ name: 'garden' as CharterName, title: 'Garden' }],
      intent,
    });

    assert.deepEqual(dataOf(card), [{ v: 1, do: 'rate', charter: 'garden', position: 2, answer: '4' }]);
  });

  it('there is a list where buttons would be too many', () => {
    const card = rendered(view('choose-charter-many'));

    assert.equal(elementsOf(card, 'Input.ChoiceSet')[0]?.['id'], 'charter');
    assert.deepEqual(dataOf(card), [{ v: 1, do: 'subscribe' }]);
  });

  it('words that take no charter stay as they are', () => {
    const charters = [{ name: 'garden' as CharterName, title: 'Garden' }];

    const card = rendered({ kind: 'choose-charter', charters, intent: { kind: 'status' } });

    assert.deepEqual(dataOf(card), [{ v: 1, do: 'status' }]);
  });
});

describe('the welcome', () => {
  it('says what is open and asks before it announces anything in a personal chat', () => {
    const text = textsOf(rendered(view('welcome')));

    assert.match(text, /- \*\*Values of our community garden\*\*, draft 2/);
    assert.match(text, /^You hear of new drafts here only if you ask for it\.$/m);
    assert.deepEqual(buttonsOf(view('welcome')), [
      ['Read and rate', 'ballot'],
      ['Announce drafts here', 'subscribe'],
      ['Help', 'help'],
    ]);
  });

  it('tells a channel that it is subscribed and undoes that in one tap', () => {
    assert.match(
      textsOf(rendered(view('welcome-channel'))),
      /New drafts are announced in this channel from now on\./,
    );
    assert.deepEqual(buttonsOf(view('welcome-channel'))[1], ['Stop announcing here', 'unsubscribe']);
  });

  it('gives facilitators their first step in their personal chat alone', () => {
    assert.ok(buttonsOf(view('welcome-facilitator')).some(([, verb]) => verb === 'new-draft'));
    assert.ok(!buttonsOf(view('welcome-channel')).some(([, verb]) => verb === 'new-draft'));
  });
});

describe('the status', () => {
  it('says what is left for a member, and nothing of it where others look on', () => {
    const { card } = renderCard(view('status'), { locale: 'en', shared: true });

    assert.match(
      textsOf(rendered(view('status'))),
      /^Draft 2 is open to be rated\. It closes on Thursday 10 December 2026, 17:00 \(Europe\/Berlin\)\. 2 values are left for you\.$/m,
    );
    assert.doesNotMatch(textsOf(card), /left for you/);
  });

  it('leads to each draft that is open', () => {
    const both: View = {
      kind: 'status',
      scope: 'personal',
      subscribed: false,
      charters: ['garden', 'street'].map((name) => ({
        subject: { ...subject, charter: name as CharterName },
        total: 2,
        answered: 0,
        subscribed: false,
      })),
    };

    assert.deepEqual(
      buttonsOf(both).map(([title]) => title),
      ['Rate garden', 'Rate street', 'Announce drafts here', 'Help'],
    );
  });
});

describe('considerations and background', () => {
  it('lead back to the value they were opened from', () => {
    assert.deepEqual(buttonsOf(view('considerations')), [['Back to the value', 'ballot']]);
  });

  it('say so where there are none', () => {
    assert.match(
      textsOf(rendered(view('considerations-none'))),
      /^No considerations have been written down yet\.$/m,
    );
    assert.match(textsOf(rendered(view('background-none'))), /^No background has been written yet\.$/m);
  });

  it('are cards even where a text is empty', () => {
    const considerations = [{ name: 'Only a name', text: '<!-- nothing -->' }];

    const card = rendered({ kind: 'considerations', subject, considerations, page: 1 });

    assert.ok(linesOf(card).includes('1\\. Only a name'));
    assert.ok(!linesOf(card).includes(''));
  });
});

describe('the words for help', () => {
  it('are listed with their spellings of the language, and with what facilitators may say for them alone', () => {
    assert.match(
      textsOf(rendered(view('help'), 'es')),
      /^- \*\*valorar 2 4\*\*: responde al valor 2 con el grado 4 de 5$/m,
    );
    assert.doesNotMatch(textsOf(rendered(view('help'))), /publish/);
    assert.match(textsOf(rendered(view('help-facilitator'))), /^- \*\*publish\*\*: /m);
  });

  it('ask for a mention where others talk too', () => {
    assert.match(textsOf(rendered(view('help-channel'))), /Mention me first/);
  });
});
