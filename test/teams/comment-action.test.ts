import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { CommentDraft, ModerationDecision } from '../../src/app/comments/intents.js';
import type { Intent } from '../../src/app/intent.js';
import { dataFor } from '../../src/cards/action-data.js';
import type { CharterName } from '../../src/domain/charter.js';
import { commentSorts, hidingReasons, votes, type CommentId } from '../../src/domain/comment.js';
import type { DraftId, ValueId } from '../../src/domain/draft.js';
import { given } from '../../src/domain/given.js';
import { parseCardAction } from '../../src/teams/card-action.js';

const garden = 'garden' as CharterName;
const harvest = { by: 'id', id: 'share-the-harvest' as ValueId } as const;
const one = 'c-1' as CommentId;
const other = 'c-2' as CommentId;

const pressed = (intent: Intent, inputs: object) => parseCardAction({ ...dataFor(intent), ...inputs });

describe('the data of a button about comments', () => {
  it('says what the button asks for, whatever that is', () => {
    fc.assert(
      fc.property(anyIntent(), (intent) => {
        const sent: unknown = JSON.parse(JSON.stringify(dataFor(intent)));
        assert.deepEqual(parseCardAction(sent), intent);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes what was written along, and the window with it', () => {
    const about = { charter: garden };
    const draft = { value: harvest };
    const inputs = { sort: 'wording', text: 'Line one\nLine two', signed: 'true' };
    const written = { ...draft, sort: 'wording', text: 'Line one\nLine two', signed: true };

    assert.deepEqual(pressed({ kind: 'send-comment', about, draft, press: 'p-1' }, inputs), {
      kind: 'send-comment',
      about,
      draft: written,
      press: 'p-1',
    });
    assert.deepEqual(pressed({ kind: 'comment', about, draft, inDialog: true }, inputs), {
      kind: 'comment',
      about,
      draft: written,
      inDialog: true,
    });
  });

  it('takes inputs that were left empty, or hold what they cannot, for not filled in; the text stays', () => {
    const sending = { kind: 'send-comment', about: {}, draft: {} } as const;

    assert.deepEqual(pressed(sending, { sort: '', text: ' \n', signed: 'false' }), {
      ...sending,
      draft: { signed: false },
    });
    assert.deepEqual(pressed(sending, { sort: 'gossip', text: 'Kept', signed: 'perhaps' }), {
      ...sending,
      draft: { text: 'Kept' },
    });
  });

  it('keeps a text that is far too long', () => {
    const text = 'We share. '.repeat(5_000);

    const intent = pressed({ kind: 'send-comment', about: {}, draft: {} }, { text });

    assert.deepEqual(intent, { kind: 'send-comment', about: {}, draft: { text } });
  });

  it('reads a vote from the input that belongs to its comment, and from no other', () => {
    const saving = { ...dataFor({ kind: 'support', comment: one, page: 2 }), voteIn: 'vote-2' };
    const support = { kind: 'support', comment: one, page: 2 };

    assert.deepEqual(parseCardAction({ ...saving, 'vote-1': 'agree', 'vote-2': 'disagree' }), {
      ...support,
      vote: 'disagree',
    });
    assert.deepEqual(parseCardAction({ ...saving, 'vote-1': 'agree', 'vote-2': 'none' }), {
      ...support,
      vote: null,
    });
    assert.deepEqual(parseCardAction({ ...saving, 'vote-1': 'agree', 'vote-2': '' }), support);
    assert.deepEqual(parseCardAction({ ...saving, voteIn: '__proto__' }), { kind: 'outdated' });
  });

  it('reads a code and an appeal, and asks for the code where there is none', () => {
    assert.deepEqual(pressed({ kind: 'receipt' }, { code: ' k7qm-2xtp-9dhv ' }), {
      kind: 'receipt',
      code: ' k7qm-2xtp-9dhv ',
    });
    assert.deepEqual(pressed({ kind: 'receipt' }, { code: '' }), { kind: 'receipt' });
    assert.deepEqual(pressed({ kind: 'appeal', code: 'K7QM' }, { appealText: 'It names a street.' }), {
      kind: 'appeal',
      code: 'K7QM',
      text: 'It names a street.',
    });
    assert.deepEqual(parseCardAction({ v: 1, do: 'appeal' }), { kind: 'receipt' });
  });

  it('merges, or keeps apart, the near duplicate that was chosen beside the buttons', () => {
    const moderate = (decision: ModerationDecision) =>
      ({ kind: 'moderate', comment: one, decision }) as const;
    const chosen = 'c-3' as CommentId;

    assert.deepEqual(
      pressed(moderate({ kind: 'merge', into: other }), { into: chosen }),
      moderate({ kind: 'merge', into: chosen }),
    );
    assert.deepEqual(
      pressed(moderate({ kind: 'keep-apart', from: other }), { into: chosen }),
      moderate({ kind: 'keep-apart', from: chosen }),
    );
  });

  it('hides with a reason of the list only', () => {
    const hide = { kind: 'moderate', comment: one, decision: { kind: 'hide' } } as const;

    assert.deepEqual(pressed(hide, { reason: 'attack' }), {
      ...hide,
      decision: { kind: 'hide', reason: 'attack' },
    });
    assert.deepEqual(pressed(hide, { reason: '' }), hide);
    assert.deepEqual(pressed(hide, { reason: 'I do not like it' }), hide);
  });

  it('means nothing without what it is about', () => {
    for (const data of [
      { do: 'support' },
      { do: 'moderate', decision: 'publish' },
      { do: 'moderate', comment: 'c-1' },
      { do: 'moderate', comment: 'c-1', decision: 'merge' },
      { do: 'moderate', comment: 'c-1', decision: 'keep-apart' },
      { do: 'moderate', comment: 'c-1', decision: 'erase' },
    ]) {
      assert.deepEqual(parseCardAction({ v: 1, ...data }), { kind: 'outdated' }, JSON.stringify(data));
    }
  });
});

function anyIntent(): fc.Arbitrary<Intent> {
  const about = maybe({
    charter: fc.constant(garden),
    draft: fc.constant('d-1' as DraftId),
    preview: fc.constant(true),
  });
  const value = fc.oneof(
    fc.constant(harvest),
    fc.nat(200).map((position) => ({ by: 'position', position }) as const),
  );
  const text = fc.string({ minLength: 1 }).filter((each) => each.trim() !== '');
  const page = fc.nat(500);
  const draft: fc.Arbitrary<CommentDraft> = maybe({
    value,
    sort: fc.constantFrom(...commentSorts),
    text,
    signed: fc.boolean(),
  });
  const comment = fc.constantFrom(one, other);
  const decision: fc.Arbitrary<ModerationDecision> = fc.oneof(
    fc.constantFrom(
      { kind: 'publish' } as const,
      { kind: 'grant-appeal' } as const,
      { kind: 'decline-appeal' } as const,
    ),
    maybe({ reason: fc.constantFrom(...hidingReasons) }).map((rest) => ({ kind: 'hide', ...rest }) as const),
    comment.map((into) => ({ kind: 'merge', into }) as const),
    comment.map((from) => ({ kind: 'keep-apart', from }) as const),
  );
  return fc.oneof(
    fc
      .tuple(about, draft, maybe({ inDialog: fc.constant(true as const) }))
      .map(([on, written, rest]): Intent => ({ kind: 'comment', about: on, draft: written, ...rest })),
    fc
      .tuple(about, draft, maybe({ press: fc.uuid(), forReview: fc.constant(true as const) }))
      .map(([on, written, rest]): Intent => ({ kind: 'send-comment', about: on, draft: written, ...rest })),
    fc
      .tuple(about, maybe({ value, page }))
      .map(([on, rest]): Intent => ({ kind: 'comments', about: on, ...rest })),
    fc
      .tuple(comment, maybe({ vote: fc.constantFrom(...votes, null), page }))
      .map(([id, rest]): Intent => ({ kind: 'support', comment: id, ...rest })),
    maybe({ code: text }).map((rest): Intent => ({ kind: 'receipt', ...rest })),
    fc.tuple(text, maybe({ text })).map(([code, rest]): Intent => ({ kind: 'appeal', code, ...rest })),
    fc.constant<Intent>({ kind: 'policy' }),
    maybe({ charter: fc.constant(garden), page }).map((rest): Intent => ({ kind: 'moderation', ...rest })),
    fc
      .tuple(comment, decision)
      .map(([id, each]): Intent => ({ kind: 'moderate', comment: id, decision: each })),
  );
}

/** Each of the fields, or not. */
function maybe<T extends Record<string, unknown>>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc
    .record<Partial<T>>(fields as never, { requiredKeys: [] })
    .map((each) => given(each) as Partial<T>) as fc.Arbitrary<{
    [K in keyof T]?: T[K];
  }>;
}
