import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Intent } from '../../src/app/intent.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { CommentId } from '../../src/domain/comment.js';
import { parseWords } from '../../src/teams/parse-words.js';

const none = { about: {} } as const;
const inGarden = { about: { charter: 'garden' as CharterName } } as const;
const second = { by: 'position', position: 2 } as const;
const marked = '4f2a9c' as CommentId;
const near = '77b01d' as CommentId;
const form = (draft: object, about: object = none) => ({ kind: 'comment', ...about, draft }) as Intent;
const sent = (draft: object, about: object = none) => ({ kind: 'send-comment', ...about, draft }) as Intent;
const moderate = (decision: object) => ({ kind: 'moderate', comment: marked, decision }) as Intent;
const vote = (rest: object) => ({ kind: 'support', comment: marked, ...rest }) as Intent;

/** What is typed, and what it asks for. */
const meanings: readonly (readonly [text: string, intent: Intent])[] = [
  ['comment', form({})],
  ['comment 2', form({ value: second })],
  ['comment 2 wording', form({ value: second, sort: 'wording' })],
  ['comment wording 2', form({ value: second, sort: 'wording' })],
  ['comment garden', form({}, inGarden)],
  ['comment garden 2 signed', form({ value: second, signed: true }, inGarden)],
  ['comment 2 I would say “Who digs”', sent({ value: second, text: 'I would say “Who digs”' })],
  ['comment 2: Two: words', sent({ value: second, text: 'Two: words' })],
  ['Comment 2 Wording: Say Who.', sent({ value: second, sort: 'wording', text: 'Say Who.' })],
  ['comment wording 2 Say who.', sent({ value: second, sort: 'wording', text: 'Say who.' })],
  ['comment example: Last August.', sent({ sort: 'example', text: 'Last August.' })],
  [
    'comment 2 wording signed: Say who.',
    sent({ value: second, sort: 'wording', signed: true, text: 'Say who.' }),
  ],
  ['comment in garden 2 meaning: Whose?', sent({ value: second, sort: 'meaning', text: 'Whose?' }, inGarden)],
  ['comment garden 2: Whose?', sent({ value: second, text: 'Whose?' }, inGarden)],
  [
    'comment 2 framing\nLine one\n\nLine two',
    sent({ value: second, sort: 'framing', text: 'Line one\n\nLine two' }),
  ],
  ['comment Nobody waters in July.', sent({ text: 'Nobody waters in July.' })],
  ['comment I mean this: water is for all', sent({ text: 'I mean this: water is for all' })],
  ['comment compost: nobody turns it', sent({ text: 'compost: nobody turns it' })],
  ['comment Rule 2 of the first draft was better', sent({ text: 'Rule 2 of the first draft was better' })],
  ['comment 2 missing a comma', sent({ value: second, text: 'missing a comma' })],
  [
    'comment 2 wording review: As Marta says.',
    { ...sent({ value: second, sort: 'wording', text: 'As Marta says.' }), forReview: true } as Intent,
  ],
  [
    'comentar 2 sentido revisión: Lo dice Marta.',
    { ...sent({ value: second, sort: 'meaning', text: 'Lo dice Marta.' }), forReview: true } as Intent,
  ],
  ['comment 2 review', form({ value: second })],
  ['comment review: nobody checks', sent({ text: 'review: nobody checks' })],
  ['missing review: nobody checks', sent({ sort: 'missing', text: 'review: nobody checks' })],
  ['missing', form({ sort: 'missing' })],
  ['missing Children', sent({ sort: 'missing', text: 'Children' })],
  ['what is missing Those who come at night', sent({ sort: 'missing', text: 'Those who come at night' })],
  ['missing in garden: Children', sent({ sort: 'missing', text: 'Children' }, inGarden)],
  ['missing signed: Children', sent({ sort: 'missing', signed: true, text: 'Children' })],
  ['missing meaning: whose?', sent({ sort: 'missing', text: 'meaning: whose?' })],
  ['comentar 2 redacción: Di quién.', sent({ value: second, sort: 'wording', text: 'Di quién.' })],
  [
    'comentar 2 sentido firmado: ¿De quién?',
    sent({ value: second, sort: 'meaning', signed: true, text: '¿De quién?' }),
  ],
  ['comentar en garden 2 enfoque', form({ value: second, sort: 'framing' }, inGarden)],
  ['falta Los niños', sent({ sort: 'missing', text: 'Los niños' })],
  ['comments', { kind: 'comments', ...none }],
  ['comments 2', { kind: 'comments', ...none, value: second }],
  ['comments garden 2 page 3', { kind: 'comments', ...inGarden, value: second, page: 3 }],
  ['comentarios 2 página 3', { kind: 'comments', ...none, value: second, page: 3 }],
  ['support 4f2a9c', vote({ vote: 'agree' })],
  ['support 4F2A9C agree', vote({ vote: 'agree' })],
  ['support 4f2a9c disagree', vote({ vote: 'disagree' })],
  ['support 4f2a9c pass', vote({ vote: 'pass' })],
  ['support 4f2a9c withdraw', vote({ vote: null })],
  ['support 4f2a9c with all my heart', vote({})],
  ['support', { kind: 'comments', ...none }],
  ['apoyar 4f2a9c en desacuerdo', vote({ vote: 'disagree' })],
  ['apoyar 4f2a9c de acuerdo', vote({ vote: 'agree' })],
  ['apoyar 4f2a9c retirar', vote({ vote: null })],
  ['receipt', { kind: 'receipt' }],
  ['receipt k7qm 2XTP-9dhv', { kind: 'receipt', code: 'k7qm 2XTP-9dhv' }],
  ['qué fue de K7QM-2XTP-9DHV', { kind: 'receipt', code: 'K7QM-2XTP-9DHV' }],
  ['appeal', { kind: 'receipt' }],
  ['appeal K7QM-2XTP-9DHV', { kind: 'appeal', code: 'K7QM-2XTP-9DHV' }],
  [
    'appeal K7QM-2XTP-9DHV It names a Street.',
    { kind: 'appeal', code: 'K7QM-2XTP-9DHV', text: 'It names a Street.' },
  ],
  ['appeal k7qm 2xtp 9dhv: not so', { kind: 'appeal', code: 'k7qm 2xtp 9dhv', text: 'not so' }],
  ['recurrir K7QM2XTP9DHV\nNo es así', { kind: 'appeal', code: 'K7QM2XTP9DHV', text: 'No es así' }],
  ['policy', { kind: 'policy' }],
  ['normas', { kind: 'policy' }],
  ['moderation', { kind: 'moderation' }],
  ['moderation garden page 2', { kind: 'moderation', charter: 'garden' as CharterName, page: 2 }],
  ['moderation 2', { kind: 'moderation', page: 2 }],
  ['moderation publish 4f2a9c', moderate({ kind: 'publish' })],
  ['review show 4f2a9c', moderate({ kind: 'publish' })],
  ['moderation hide 4f2a9c', moderate({ kind: 'hide' })],
  ['moderation hide 4f2a9c attack', moderate({ kind: 'hide', reason: 'attack' })],
  ['moderation hide 4f2a9c for naming a person', moderate({ kind: 'hide', reason: 'names-person' })],
  ['moderation hide 4f2a9c off topic', moderate({ kind: 'hide', reason: 'off-topic' })],
  ['moderation hide 4f2a9c nonsense', moderate({ kind: 'hide' })],
  ['moderation merge 4f2a9c into 77b01d', moderate({ kind: 'merge', into: near })],
  ['moderation apart 4f2a9c 77b01d', moderate({ kind: 'keep-apart', from: near })],
  ['moderation grant 4f2a9c', moderate({ kind: 'grant-appeal' })],
  ['moderation decline 4f2a9c', moderate({ kind: 'decline-appeal' })],
  ['moderation merge 4f2a9c', { kind: 'moderation' }],
  ['moderation publish', { kind: 'moderation' }],
  ['moderación mostrar 4f2a9c', moderate({ kind: 'publish' })],
  ['moderación ocultar 4f2a9c por otro tema', moderate({ kind: 'hide', reason: 'off-topic' })],
  ['moderación ocultar 4f2a9c contra la ley', moderate({ kind: 'hide', reason: 'illegal' })],
  ['moderación unir 4f2a9c con 77b01d', moderate({ kind: 'merge', into: near })],
  ['moderación separar 4f2a9c de 77b01d', moderate({ kind: 'keep-apart', from: near })],
  ['moderación conceder 4f2a9c', moderate({ kind: 'grant-appeal' })],
  ['moderación denegar 4f2a9c', moderate({ kind: 'decline-appeal' })],
];

describe('typed words about comments', () => {
  for (const [text, intent] of meanings) {
    it(`“${text.replaceAll('\n', '⏎')}”`, () => {
      assert.deepEqual(parseWords(text), intent);
    });
  }

  it('lose nothing of what is missing, whatever that is', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'grapheme', minLength: 1 })
          .filter((text) => text.trim() !== '' && !text.includes(':')),
        (text) => {
          const intent = parseWords(`missing -${text}`);

          assert.deepEqual(intent, sent({ sort: 'missing', text: `-${text}`.trim() }));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('answer quickly, whatever is typed', () => {
    for (const text of [
      'in '.repeat(20_000),
      ': '.repeat(20_000),
      '2 '.repeat(20_000),
      'ABCD '.repeat(20_000),
    ]) {
      for (const command of ['comment', 'missing', 'comments', 'support', 'appeal', 'moderation']) {
        const began = performance.now();

        parseWords(`${command} ${text}`);

        assert.ok(performance.now() - began < 1_000, command);
      }
    }
  });
});
