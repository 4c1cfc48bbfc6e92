import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Intent } from '../../src/app/intent.js';
import type { CharterName } from '../../src/domain/charter.js';
import { parseWords } from '../../src/teams/parse-words.js';

const charter = 'garden' as CharterName;
const theme = (rest: object) => ({ kind: 'theme', ...rest }) as Intent;
const save = (rest: object) => ({ kind: 'save-theme', ...rest }) as Intent;
const outside = (rest: object) => ({ kind: 'save-outside', ...rest }) as Intent;
const answer = (rest: object) => ({ kind: 'save-answer', ...rest }) as Intent;

/** What is typed, and what it asks for. */
const meanings: readonly (readonly [text: string, intent: Intent])[] = [
  ['feedback', { kind: 'feedback' }],
  ['feedback garden page 2', { kind: 'feedback', charter, page: 2 }],
  ['opiniones', { kind: 'feedback' }],
  ['themes', { kind: 'themes' }],
  ['themes garden 2', { kind: 'themes', charter, page: 2 }],
  ['theme', { kind: 'feedback' }],
  ['theme 2', theme({ number: 2 })],
  ['theme garden 2', theme({ charter, number: 2 })],
  ['theme 2 page 3', theme({ number: 2, page: 3 })],
  ['tema 2', theme({ number: 2 })],
  ['theme new', { kind: 'edit-theme' }],
  ['theme garden new', { kind: 'edit-theme', charter }],
  [
    'theme new The titles are long: 1a2b3c, 4d5e6f',
    save({ title: 'The titles are long', comments: ['1a2b3c', '4d5e6f'], outside: [], shown: [] }),
  ],
  ['theme new Paths: too narrow', save({ title: 'Paths: too narrow', comments: [], outside: [], shown: [] })],
  ['tema nuevo Los caminos', save({ title: 'Los caminos', comments: [], outside: [], shown: [] })],
  [
    'theme 2 add 1a2b3c and 4d5e6f',
    save({ number: 2, comments: ['1a2b3c', '4d5e6f'], outside: [], shown: [] }),
  ],
  ['theme 2 remove 1a2b3c', save({ number: 2, comments: [], outside: [], shown: ['1a2b3c'] })],
  ['theme 2 title Wider paths', save({ number: 2, title: 'Wider paths', shown: [] })],
  ['theme 2 change', { kind: 'edit-theme', number: 2 }],
  ['theme 2 drop', { kind: 'drop-theme', number: 2, confirmed: false }],
  ['theme 2 drop yes', { kind: 'drop-theme', number: 2, confirmed: true }],
  ['tema 2 eliminar sí', { kind: 'drop-theme', number: 2, confirmed: true }],
  ['theme 2 drop yes but later', { kind: 'drop-theme', number: 2, confirmed: false }],
  ['outside', { kind: 'outside' }],
  ['outside garden', { kind: 'outside', charter }],
  [
    'outside meeting 12 2026-11-24 Team meeting: Most would wait.\nSome not.',
    outside({
      ...{ source: 'meeting', people: 12, day: '2026-11-24', label: 'Team meeting' },
      text: 'Most would wait.\nSome not.',
    }),
  ],
  [
    'outside garden mail: Please wait.',
    outside({ charter, source: 'mail', label: '', text: 'Please wait.' }),
  ],
  ['de fuera correo: Esperad.', outside({ source: 'mail', label: '', text: 'Esperad.' })],
  ['outside remove 4f2a9c', { kind: 'drop-outside', outside: '4f2a9c' as never }],
  ['answer theme 2', { kind: 'answer-theme', number: 2 }],
  [
    'answer theme garden 2 not now: Spring.',
    answer({ charter, number: 2, status: 'not-now', reason: 'Spring.' }),
  ],
  ['answer theme 2 partly: Why: so.', answer({ number: 2, status: 'partly', reason: 'Why: so.' })],
  ['answer theme 2 it depends', answer({ number: 2, reason: 'it depends' })],
  [
    'answer theme 2 done: It reads so now.\nfollow-up: A sign; The circle; 2027-03-01',
    answer({
      ...{ number: 2, status: 'done', reason: 'It reads so now.' },
      followUp: { what: 'A sign', owner: 'The circle', due: '2027-03-01' },
    }),
  ],
  ['responder tema 2 en parte: Dice más.', answer({ number: 2, status: 'partly', reason: 'Dice más.' })],
  ['answer theme', { kind: 'themes' }],
  ['tell answers', { kind: 'tell-answers', confirmed: false }],
  ['tell answers yes', { kind: 'tell-answers', confirmed: true }],
  ['tell answers garden yes', { kind: 'tell-answers', charter, confirmed: true }],
  [
    'tell answers tomorrow perhaps yes',
    { kind: 'tell-answers', charter: 'tomorrow' as CharterName, confirmed: false },
  ],
  ['comunicar respuestas sí', { kind: 'tell-answers', confirmed: true }],
];

describe('words about feedback', () => {
  for (const [text, intent] of meanings) {
    it(`“${text.replace(/\n/g, ' ↵ ')}”`, () => {
      assert.deepEqual(parseWords(text), intent);
    });
  }

  it('never fail, whatever follows them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'theme ',
          'theme new ',
          'theme 2 ',
          'outside ',
          'answer theme 2 ',
          'tell answers ',
          'feedback ',
        ),
        fc.string({ unit: 'binary', maxLength: 60 }),
        (command, rest) => {
          assert.equal(typeof parseWords(command + rest).kind, 'string');
        },
      ),
    );
  });
});
