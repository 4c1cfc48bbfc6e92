import assert from 'node:assert/strict';

import { renderDialog } from '../../src/cards/comments/dialog.js';
import { renderCard } from '../../src/cards/render.js';
import type { View } from '../../src/app/views.js';
import { longestComment } from '../../src/domain/comment.js';
import { parseCardAction } from '../../src/teams/card-action.js';
import { parseWords } from '../../src/teams/parse-words.js';
import {
  comment,
  commentViews,
  form,
  list,
  moderation,
  policy,
  receipt,
  sent,
} from '../support/sample-comment-views.js';
import { dataOf, elementsOf, factsOf, linesOf, rendered, textsOf } from './facilitator-cards.js';

const about = { charter: 'garden', draft: 'draft-2' };
const onHarvest = { value: { by: 'id', id: 'share-the-harvest' } };

function named(name: string): View {
  const view = commentViews.get(name);
  assert.ok(view, name);
  return view;
}

function inputs(view: View): Readonly<Record<string, unknown>> {
  const all = ['Input.ChoiceSet', 'Input.Text', 'Input.Toggle'].flatMap((type) =>
    elementsOf(rendered(view), type),
  );
  return Object.fromEntries(all.map(({ id, value }) => [String(id), value]));
}

describe('the form of a comment', () => {
  it('asks what it is about before the text, tells the limit, and signs only when asked', () => {
    const card = rendered(form);

    const ids = (card['body'] as { id?: string; type: string }[])
      .filter(({ type }) => type.startsWith('Input.'))
      .map(({ id }) => id);
    assert.deepEqual(ids, ['sort', 'text', 'signed']);
    const [sort] = elementsOf(card, 'Input.ChoiceSet');
    assert.deepEqual(
      (sort?.['choices'] as { value: string }[]).map(({ value }) => value),
      ['wording', 'meaning', 'framing', 'missing', 'example'],
    );
    assert.match(String(elementsOf(card, 'Input.Text')[0]?.['label']), /up to 2,000 characters/);
    assert.equal(elementsOf(card, 'Input.Toggle')[0]?.['value'], 'false');
    assert.match(textsOf(card), /On value 1, Share the harvest/);
    assert.match(textsOf(card), /Without your name it is anonymous, for those who review it too/);
  });

  it('says what happens next, as the rules of the charter have it', () => {
    const before = textsOf(rendered(form));
    const after = textsOf(rendered({ ...form, review: 'after' }));

    assert.match(before, /Somebody reviews it first; then all of us can read it/);
    assert.match(after, /All of us can read it at once/);
  });

  it('sends what is written on it, under a press of its own', () => {
    const [send] = dataOf(rendered(form)) as readonly object[];

    assert.deepEqual(parseCardAction({ ...send, sort: 'wording', text: 'Say who.', signed: 'false' }), {
      kind: 'send-comment',
      about,
      draft: { ...onHarvest, sort: 'wording', text: 'Say who.', signed: false },
      press: 'press-1',
    });
  });

  it('opens a window with the same form, and what was written goes along', () => {
    const [window] = elementsOf(rendered(form), 'Action.Submit');
    const data = window?.['data'] as object;

    assert.equal(window?.['title'], 'Write in a window');
    assert.deepEqual((data as { msteams?: unknown }).msteams, { type: 'task/fetch' });
    assert.equal(window['associatedInputs'], undefined, 'inputs are sent unless that is switched off');
    assert.deepEqual(parseCardAction({ ...data, text: 'Begun' }), {
      kind: 'comment',
      about,
      draft: { ...onHarvest, text: 'Begun' },
      inDialog: true,
    });
  });

  it('shows in one tap what is shown and what is not, and keeps the text meanwhile', () => {
    const card = rendered(form);
    const [toggle] = elementsOf(card, 'Action.ToggleVisibility');

    assert.deepEqual(toggle?.['targetElements'], ['policy']);
    const [policyBlock] = elementsOf(card, 'Container').filter(({ id }) => id === 'policy');
    assert.equal(policyBlock?.['isVisible'], false);
    assert.match(JSON.stringify(policyBlock), /A comment is hidden only if it/);
  });

  for (const problem of ['unsorted', 'too-long', 'names-person'] as const) {
    it(`gives back all that was put down: ${problem}`, () => {
      const text = 'Marta said:\n“Who digs?”';

      const shown = inputs({ ...form, sort: 'meaning', text, signed: true, problem });

      assert.deepEqual(shown, { sort: 'meaning', text, signed: 'true' });
    });
  }

  it('gives back a text that is far above the limit, and says by how much', () => {
    const text = 'x'.repeat(longestComment + 1_234);

    const view = { ...form, sort: 'wording', text, problem: 'too-long' } as const;

    assert.equal(inputs(view)['text'], text);
    assert.match(textsOf(rendered(view)), /3,234 characters, and 2,000 fit.*shorten it by 1,234/);
    assert.ok(Number(elementsOf(rendered(view), 'Input.Text')[0]?.['maxLength']) >= 2 * longestComment);
  });

  it('says so where only the beginning of a text has room', () => {
    const view = { ...form, text: '种'.repeat(20_000), problem: 'too-long' } as const;

    assert.match(textsOf(rendered(view)), /only its beginning has room here/);
    assert.match(String(inputs(view)['text']), /^种{5000}/);
  });

  it('asks before a person is named: for review, or without the name', () => {
    const card = rendered(named('comment-form-names-person'));
    const [review, changed] = elementsOf(card, 'Action.Execute');

    assert.match(textsOf(card), /^This seems to name a person\. Send it for review\?$/m);
    assert.equal(review?.['title'], 'Send it for review');
    assert.deepEqual(parseCardAction(review['data']), {
      kind: 'send-comment',
      about,
      draft: onHarvest,
      press: 'press-1',
      forReview: true,
    });
    assert.equal(changed?.['title'], 'I left the name out');
    assert.equal('forReview' in parseCardAction(changed['data']), false);
  });

  it('shows nobody else what somebody has written so far', () => {
    const view = { ...form, sort: 'wording', text: 'Mine alone', signed: true, problem: 'unsorted' } as const;

    const { card } = renderCard(view, { locale: 'en', shared: true });

    assert.doesNotMatch(JSON.stringify(card), /Mine alone/);
    assert.match(textsOf(card), /Only you see what you write here/);
  });
});

describe('a window', () => {
  it('holds the same card, whose buttons are those that windows know', () => {
    const { title, card } = renderDialog(form, { locale: 'es' });

    assert.equal(title, 'Tu comentario');
    assert.deepEqual(elementsOf(card, 'Action.Execute'), []);
    assert.deepEqual(
      elementsOf(card, 'Action.Submit').map((button) => button['title']),
      ['Enviar'],
    );
  });
});

describe('a comment that has arrived', () => {
  it('shows its code in large letters, this once, and how to ask with it', () => {
    const card = rendered(sent);

    const letters = elementsOf(card, 'TextBlock').find(({ size }) => size === 'extraLarge');
    assert.equal(letters?.['text'], sent.code);
    assert.equal(letters?.['fontType'], 'monospace');
    assert.match(textsOf(card), /It is shown only this once/);
    const [, typed = ''] = /write “(.*)” to me/.exec(textsOf(card)) ?? [];
    assert.deepEqual(parseWords(typed), { kind: 'receipt', code: sent.code });
  });

  it('says that it waits, or that it is shown', () => {
    assert.match(textsOf(rendered(sent)), /Somebody reviews it before it is shown/);
    assert.match(textsOf(rendered(named('comment-sent-shown'))), /All of us can read it now/);
    assert.match(textsOf(rendered(named('comment-sent-unnamed'))), /stays anonymous/);
  });

  it('cannot show its code a second time, and shows none in a preview', () => {
    for (const name of ['comment-sent-again', 'comment-sent-preview']) {
      const card = rendered(named(name));

      assert.equal(
        elementsOf(card, 'TextBlock').some(({ size }) => size === 'extraLarge'),
        false,
        name,
      );
    }
    assert.match(textsOf(rendered(named('comment-sent-again'))), /cannot be shown again/);
    assert.match(textsOf(rendered(named('comment-sent-preview'))), /nothing was kept/);
  });
});

describe('the list of comments', () => {
  it('shows each with its sort, its signature or none, how many said it, and told support', () => {
    const text = textsOf(rendered(list)).replaceAll('\\', '');

    assert.match(
      text,
      /1\. The wording\n“Belongs to all of us”.*\nAnonymous · said by 3 of us\n14 agree, 2 disagree, 3 pass\./,
    );
    assert.match(
      text,
      /2\. The meaning\nDoes this hold.*\?\n\nMany who.*\nSigned: Marta Quispe\n6 agree, one disagrees, nobody passes\./,
    );
    assert.match(text, /3\. An example\n.*\nAnonymous\nToo few of us have said what they think/);
    assert.match(text, /Hidden so far, by reason: attack on somebody: 2; advertising: 1\./);
  });

  it('takes a vote for each from an input of its own, with the own vote in it', () => {
    const card = rendered(list);
    const votes = elementsOf(card, 'Input.ChoiceSet');
    const saves = elementsOf(card, 'Action.Execute').filter(({ verb }) => verb === 'support');

    assert.deepEqual(
      votes.map(({ id, value }) => [id, value]),
      [
        ['vote-1', 'agree'],
        ['vote-2', ''],
        ['vote-3', ''],
      ],
    );
    assert.deepEqual(
      parseCardAction({
        ...(saves[1]?.['data'] as object),
        'vote-1': 'agree',
        'vote-2': 'pass',
        'vote-3': '',
      }),
      { kind: 'support', comment: comment('77b01de2').id, vote: 'pass', page: 1 },
    );
  });

  it('offers to take back only what was said', () => {
    const offered = elementsOf(rendered(list), 'Input.ChoiceSet').map(({ choices }) =>
      (choices as { value: string }[]).map(({ value }) => value),
    );

    assert.deepEqual(offered[0], ['agree', 'disagree', 'pass', 'none']);
    assert.deepEqual(offered[1], ['agree', 'disagree', 'pass']);
  });

  it('shows nobody’s vote where others look on', () => {
    const { card } = renderCard(list, { locale: 'en', shared: true });

    assert.doesNotMatch(textsOf(card), /You said/);
    assert.equal(elementsOf(card, 'Input.ChoiceSet')[0]?.['value'], '');
  });

  it('names the words to type, in each language', () => {
    for (const locale of ['en', 'es']) {
      const [, typed = ''] = /[“«](\S+ 4f2a9c [^”»]*)[”»]/.exec(textsOf(rendered(list, locale))) ?? [];

      assert.deepEqual(parseWords(typed), { kind: 'support', comment: '4f2a9c', vote: 'agree' }, locale);
    }
  });

  it('goes on on a second page, with the numbers going on too', () => {
    const second = textsOf(rendered(named('comments-second-page'))).replaceAll('\\', '');

    assert.match(second, /4\. The framing/);
    assert.match(second, /Page 2 of 2/);
  });

  it('takes nothing any more once the process is over', () => {
    const card = rendered(named('comments-over'));

    assert.deepEqual(elementsOf(card, 'Input.ChoiceSet'), []);
    assert.match(textsOf(card), /This process has ended/);
    assert.ok(
      !elementsOf(card, 'Action.Execute').some(({ verb }) => verb === 'comment' || verb === 'support'),
    );
  });
});

describe('a receipt', () => {
  it('asks for the code, and keeps one that did not fit', () => {
    assert.deepEqual(inputs(receipt), { code: '' });
    assert.deepEqual(inputs(named('receipt-unknown')), { code: 'ABCD-EFGH-JKMN' });
    assert.match(textsOf(rendered(named('receipt-unknown'))), /No comment has this code/);
    assert.match(textsOf(rendered(named('receipt-too-many'))), /ask again in an hour/);
  });

  for (const [name, told] of [
    ['receipt-waiting', /It waits for review/],
    ['receipt-published', /It is shown to all of us/],
    ['receipt-merged', /now speaks for both, and each of you is counted:\n.*\n.*said by 4 of us/],
    ['receipt-hidden', /It is hidden, because it names a person\. You can appeal once/],
    ['receipt-appealed', /has not been decided yet/],
    ['receipt-appeal-declined', /the comment stays hidden/],
    ['receipt-appeal-granted', /after an appeal it is shown again/],
  ] as const) {
    it(`tells what became of it: ${name}`, () => {
      assert.match(textsOf(rendered(named(name))), told);
    });
  }

  it('takes an appeal where one can be made, and nowhere else', () => {
    const canAppeal = [...commentViews]
      .filter(([, { kind }]) => kind === 'receipt')
      .filter(([, view]) =>
        elementsOf(rendered(view), 'Action.Execute').some(({ verb }) => verb === 'appeal'),
      )
      .map(([name]) => name);

    assert.deepEqual(canAppeal, ['receipt-hidden', 'receipt-appeal-empty', 'receipt-appeal-too-long']);
  });

  it('gives back an appeal that was too long', () => {
    assert.match(
      String(inputs(named('receipt-appeal-too-long'))['appealText']),
      /^(?:We know the street\. ){109}/,
    );
  });
});

describe('the policy', () => {
  it('says what is hidden and why, and how many were', () => {
    const card = rendered(policy);

    assert.match(textsOf(card), /Nobody is told who wrote one, those who review included/);
    assert.deepEqual(factsOf(card), [['garden', 'attack on somebody: 2; advertising: 1']]);
    assert.match(textsOf(rendered(named('policy-none'))), /None is hidden so far/);
  });
});

describe('the comments to review', () => {
  it('come one by one, with what they are about, and without their author', () => {
    const card = rendered(moderation);

    assert.match(textsOf(card), /3 wait\. The oldest comes first\./);
    assert.match(textsOf(card), /Share the harvest, 24 November 2026\nThe wording\n“Belongs.*\nAnonymous/);
    assert.equal(linesOf(card).filter((line) => line.startsWith('“Belongs')).length, 1);
  });

  it('are shown, or hidden with a reason of the list', () => {
    const [show, hide] = dataOf(rendered(moderation)) as readonly object[];
    const { id } = comment('4f2a9c1d');

    assert.deepEqual(parseCardAction(show), { kind: 'moderate', comment: id, decision: { kind: 'publish' } });
    assert.deepEqual(parseCardAction({ ...hide, reason: 'off-topic' }), {
      kind: 'moderate',
      comment: id,
      decision: { kind: 'hide', reason: 'off-topic' },
    });
    assert.match(textsOf(rendered(named('moderation-hiding'))), /Please choose why it is to be hidden/);
  });

  it('come back to the one that lacks a reason, wherever it stands', () => {
    const view = { ...moderation, page: 1, hiding: comment('c30f58aa').id };

    const text = textsOf(rendered(view));

    assert.match(text, /An example\n[^]*Please choose why/);
    assert.match(text, /Page 3 of 3/);
  });

  it('are merged with the one that was chosen, or kept apart from it', () => {
    const card = rendered(named('moderation-near'));
    const buttons = elementsOf(card, 'Action.Execute');
    const chosen = { into: comment('c30f58aa').id };
    const press = (title: string) =>
      parseCardAction({
        ...(buttons.find((each) => each['title'] === title)?.['data'] as object),
        ...chosen,
      });

    assert.match(textsOf(card), /is shown, said by 4 of us/);
    assert.deepEqual(press('Merge'), {
      kind: 'moderate',
      comment: comment('4f2a9c1d').id,
      decision: { kind: 'merge', ...chosen },
    });
    assert.deepEqual(press('Not the same'), {
      kind: 'moderate',
      comment: comment('4f2a9c1d').id,
      decision: { kind: 'keep-apart', from: chosen.into },
    });
  });

  it('are decided on after an appeal, and nothing else is offered then', () => {
    const card = rendered(named('moderation-appeal'));

    assert.match(
      textsOf(card),
      /because it names a person\. Its author appeals:\nThe name was that of the street/,
    );
    assert.deepEqual(
      elementsOf(card, 'Action.Execute').map(({ title }) => title),
      ['Show it again', 'Keep it hidden'],
    );
  });

  it('name the words to type, and these do the same', () => {
    for (const locale of ['en', 'es']) {
      const texts = textsOf(rendered(named('moderation-near'), locale));
      const typed = [...texts.matchAll(/[“«](moder[^”»]*)[”»]/g)].map(([, words = '']) => parseWords(words));

      assert.deepEqual(
        typed.map((intent) => 'decision' in intent && intent.decision),
        [
          { kind: 'publish' },
          { kind: 'hide', reason: 'off-topic' },
          { kind: 'merge', into: '77b01d' },
          { kind: 'keep-apart', from: '77b01d' },
        ],
        locale,
      );
    }
  });
});
