import assert from 'node:assert/strict';

import fc from 'fast-check';

import { feedbackKinds, type FeedbackIntent } from '../../src/app/feedback/intents.js';
import type { Intent } from '../../src/app/intent.js';
import { dataFor } from '../../src/cards/action-data.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { CommentId } from '../../src/domain/comment.js';
import { answerStatuses, outsideSources, type OutsideId } from '../../src/domain/theme.js';
import { given } from '../../src/domain/given.js';
import { parseCardAction } from '../../src/teams/card-action.js';

const charter = 'garden' as CharterName;
const pressed = (intent: Intent, inputs: object) => parseCardAction({ ...dataFor(intent), ...inputs });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const text = fc.string({ minLength: 1, maxLength: 40 }).filter((each) => each.trim() === each);
const number = fc.nat(500);
const followUp = fc.record({ what: text, owner: text, due: text }, { noNullPrototype: true });
const ids = fc.array(fc.uuid(), { maxLength: 10 });
const of = { charter: maybe(fc.constant(charter)), page: maybe(fc.integer({ min: 1, max: 50 })) };

function fields(kind: FeedbackIntent['kind']): fc.Arbitrary<object> {
  switch (kind) {
    case 'feedback':
    case 'themes':
      return fc.record(of);
    case 'theme':
      return fc.record({ ...of, number });
    case 'edit-theme':
      return fc.record({ ...of, number: maybe(number) });
    case 'save-theme':
      return fc.record({
        ...of,
        ...{ number: maybe(number), title: maybe(text), press: maybe(fc.uuid()), shown: maybe(ids) },
        ...{ comments: ids as fc.Arbitrary<CommentId[]>, outside: ids as fc.Arbitrary<OutsideId[]> },
      });
    case 'drop-theme':
      return fc.record({ charter: of.charter, number, confirmed: fc.boolean() });
    case 'outside':
      return fc.record({ charter: of.charter });
    case 'save-outside':
      return fc.record({
        ...{ charter: of.charter, source: maybe(fc.constantFrom(...outsideSources)), label: maybe(text) },
        people: maybe(fc.oneof(fc.integer({ min: 1, max: 9_999 }), fc.constant('unreadable' as const))),
        ...{ day: maybe(fc.constant('2026-11-24')), text: maybe(text), press: maybe(fc.uuid()) },
      });
    case 'drop-outside':
      return fc.record({ charter: of.charter, outside: maybe(fc.uuid()) });
    case 'answer-theme':
      return fc.record({ charter: of.charter, number });
    case 'save-answer':
      return fc.record({
        ...{ charter: of.charter, number, status: maybe(fc.constantFrom(...answerStatuses)) },
        ...{ reason: maybe(text), followUp: maybe(followUp) },
      });
    case 'tell-answers':
      return fc.record({ charter: of.charter, confirmed: fc.boolean() });
  }
}

const anyIntent = fc
  .constantFrom(...feedbackKinds)
  .chain((kind) => fields(kind).map((rest) => ({ kind, ...given(rest) }) as Intent));

describe('the data of a button about feedback', () => {
  it('says what the button asks for, whatever that is', () => {
    fc.assert(
      fc.property(anyIntent, (intent) => {
        const sent: unknown = JSON.parse(JSON.stringify(dataFor(intent)));
        assert.deepEqual(parseCardAction(sent), intent);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes what is chosen from a list, and nothing chosen as none of it', () => {
    const saving = { kind: 'save-theme', charter, number: 2, shown: ['a', 'b'], press: 'p-1' } as const;

    assert.deepEqual(pressed(saving, { title: 'Paths', chosen: 'a,o:b' }), {
      ...saving,
      ...{ title: 'Paths', comments: ['a'], outside: ['b'] },
    });
    assert.deepEqual(pressed(saving, { title: 'Paths', chosen: '' }), {
      ...saving,
      ...{ title: 'Paths', comments: [], outside: [] },
    });
  });

  it('takes the theme that is chosen beside it', () => {
    const data = { v: 1, charter };

    assert.deepEqual(parseCardAction({ ...data, do: 'answer-theme', theme: '3' }), {
      ...{ kind: 'answer-theme', charter, number: 3 },
    });
    assert.deepEqual(parseCardAction({ ...data, do: 'theme', theme: '' }), { kind: 'feedback', charter });
  });

  it('takes what cannot be read as it is, to be asked again', () => {
    const saving = { kind: 'save-outside', charter, press: 'p-1' } as const;

    assert.deepEqual(
      pressed(saving, { people: 'a dozen', source: 'pigeon', day: '', text: 'So.', label: '' }),
      {
        ...saving,
        ...{ people: 'unreadable', text: 'So.', label: '' },
      },
    );
  });
});
