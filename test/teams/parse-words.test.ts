import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Intent } from '../../src/app/intent.js';
import type { CharterName } from '../../src/domain/charter.js';
import { parseWords } from '../../src/teams/parse-words.js';
import { languages, wordsFor } from '../../src/words/catalogue.js';

const coop = 'coop' as CharterName;
const second = { by: 'position', position: 2 } as const;
const none = { about: {} } as const;
const ofCoop = { about: { charter: coop } } as const;

/** What is typed, and what it asks for. */
const meanings: readonly (readonly [text: string, intent: Intent])[] = [
  ['help', { kind: 'help' }],
  ['hi', { kind: 'help' }],
  ['?', { kind: 'help' }],
  ['', { kind: 'help' }],
  ['values', { kind: 'values', ...none }],
  ['values coop', { kind: 'values', ...ofCoop }],
  ['considerations', { kind: 'considerations', ...none }],
  ['considerations coop page 2', { kind: 'considerations', ...ofCoop, page: 2 }],
  ['background 3', { kind: 'background', ...none, page: 3 }],
  ['rate', { kind: 'ballot', ...none }],
  ['rate coop', { kind: 'ballot', ...ofCoop }],
  ['rate 2', { kind: 'ballot', ...none, value: second }],
  ['rate 2 page 3', { kind: 'ballot', ...none, value: second, page: 3 }],
  ['rate 2 4', { kind: 'rate', ...none, value: second, answer: 4 }],
  ['rate coop 2 4', { kind: 'rate', ...ofCoop, value: second, answer: 4 }],
  ['rate 2 4 coop', { kind: 'rate', ...ofCoop, value: second, answer: 4 }],
  ['rate 2 unclear', { kind: 'rate', ...none, value: second, answer: 'unclear' }],
  ['rate 2 not clear', { kind: 'rate', ...none, value: second, answer: 'unclear' }],
  ['rate 2 not clear to me', { kind: 'rate', ...none, value: second, answer: 'unclear' }],
  ['rate coop 2 unclear', { kind: 'rate', ...ofCoop, value: second, answer: 'unclear' }],
  ['rate 2 no opinion', { kind: 'rate', ...none, value: second, answer: 'no-opinion' }],
  ['rate 2 no-opinion', { kind: 'rate', ...none, value: second, answer: 'no-opinion' }],
  ['rate coop 2 no opinion', { kind: 'rate', ...ofCoop, value: second, answer: 'no-opinion' }],
  ['rate 2 withdraw', { kind: 'rate', ...none, value: second, answer: null }],
  ['rate coop 2 withdraw', { kind: 'rate', ...ofCoop, value: second, answer: null }],
  ['rate 2 9', { kind: 'rate', ...none, value: second, answer: undefined }],
  ['rate 0 4', { kind: 'rate', ...none, value: { by: 'position', position: 0 }, answer: 4 }],
  ['rate 99 4', { kind: 'rate', ...none, value: { by: 'position', position: 99 }, answer: 4 }],
  ['rate 99999 4', { kind: 'rate', ...none, value: { by: 'position', position: 9_999 }, answer: 4 }],
  ['answers', { kind: 'answers', ...none }],
  ['my answers coop page 2', { kind: 'answers', ...ofCoop, page: 2 }],
  ['results', { kind: 'results', ...none }],
  ['results coop 1', { kind: 'results', ...ofCoop, number: 1 }],
  ['results 1 page 2', { kind: 'results', ...none, number: 1, page: 2 }],
  ['status', { kind: 'status' }],
  ['what is open?', { kind: 'status' }],
  ['subscribe', { kind: 'subscribe' }],
  ['subscribe coop', { kind: 'subscribe', charter: coop }],
  ['unsubscribe', { kind: 'unsubscribe' }],
  ['new draft', { kind: 'new-draft' }],
  ['new draft coop', { kind: 'new-draft', charter: coop }],
  ['new draft coop\n# Title\n\nText', { kind: 'import', charter: coop, source: '# Title\n\nText' }],
  ['new draft\r\n# Title', { kind: 'import', source: '# Title' }],
  ['new draft coop\n  \n', { kind: 'new-draft', charter: coop }],
  ['report coop page 2', { kind: 'import-report', charter: coop, page: 2 }],
  ['preview', { kind: 'preview' }],
  ['publish coop', { kind: 'publish', charter: coop }],
  ['deliveries', { kind: 'deliveries' }],
  ['close', { kind: 'close', ...none, confirmed: false }],
  ['close coop', { kind: 'close', ...ofCoop, confirmed: false }],
  ['close coop yes', { kind: 'close', ...ofCoop, confirmed: true }],
  ['close yes', { kind: 'close', ...none, confirmed: true }],
  ['ayuda', { kind: 'help' }],
  ['valores coop', { kind: 'values', ...ofCoop }],
  ['consideraciones', { kind: 'considerations', ...none }],
  ['valorar 2 4', { kind: 'rate', ...none, value: second, answer: 4 }],
  ['valorar coop 2 no claro', { kind: 'rate', ...ofCoop, value: second, answer: 'unclear' }],
  ['valorar 2 no está claro', { kind: 'rate', ...none, value: second, answer: 'unclear' }],
  ['valorar 2 no lo tengo claro', { kind: 'rate', ...none, value: second, answer: 'unclear' }],
  ['valorar 2 sin opinión', { kind: 'rate', ...none, value: second, answer: 'no-opinion' }],
  ['valorar 2 sin opinion', { kind: 'rate', ...none, value: second, answer: 'no-opinion' }],
  ['valorar 2 retirar', { kind: 'rate', ...none, value: second, answer: null }],
  ['resultados 1', { kind: 'results', ...none, number: 1 }],
  ['estado', { kind: 'status' }],
  ['suscribir', { kind: 'subscribe' }],
  ['desuscribir', { kind: 'unsubscribe' }],
  ['nuevo borrador coop', { kind: 'new-draft', charter: coop }],
  ['vista previa', { kind: 'preview' }],
  ['publicar coop', { kind: 'publish', charter: coop }],
  ['envíos', { kind: 'deliveries' }],
  ['cerrar coop sí', { kind: 'close', ...ofCoop, confirmed: true }],
];

const nearMisses: readonly (readonly [typed: string, nearest: string])[] = [
  ['hepl', 'help'],
  ['valeus', 'values'],
  ['raet 2 4', 'rate'],
  ['rat 2 4', 'rate'],
  ['reslts', 'results'],
  ['statuss', 'status'],
  ['subscrbe', 'subscribe'],
  ['unsubscibe', 'unsubscribe'],
  ['new draf', 'new draft'],
  ['publsh coop', 'publish'],
  ['considrations', 'considerations'],
  ['delivreies', 'deliveries'],
  ['resultdos', 'resultados'],
];

describe('words', () => {
  for (const [text, intent] of meanings) {
    it(`“${text.replaceAll('\n', '⏎')}” ask for what they say`, () => {
      assert.deepEqual(parseWords(text), intent);
    });
  }

  it('mean the same in capitals, with blanks of any kind around them, and with a mark at the end', () => {
    for (const [text, intent] of meanings) {
      if (text.includes('\n')) continue;
      const shapes = [
        text.toUpperCase(),
        `  ${text}\t`,
        text.replaceAll(' ', '   '),
        `\u00A0${text.replaceAll(' ', '\u00A0')}\u00A0`,
        `\u200B${text}\uFEFF`,
        `${text}.`,
        `${text}!`,
        `\n${text}\n`,
        text.normalize('NFD'),
      ];
      for (const shape of shapes) assert.deepEqual(parseWords(shape), intent, JSON.stringify(shape));
    }
  });

  it('that miss a command by a letter or two name the nearest', () => {
    for (const [typed, nearest] of nearMisses) {
      assert.deepEqual(parseWords(typed), { kind: 'unknown', text: typed, nearest });
    }
  });

  it('that come near nothing are named as they were typed, shortened', () => {
    for (const text of ['x', 'what a lovely day', '2', '4 2', '❤', 'do', 'select * from ratings', '-']) {
      assert.deepEqual(parseWords(text), { kind: 'unknown', text });
    }
    const long = parseWords('❤'.repeat(500));
    assert.deepEqual(long, { kind: 'unknown', text: '❤'.repeat(60) });
  });

  it('of each language stand for one command alone', () => {
    const owners = new Map<string, string>();
    for (const language of languages) {
      for (const [command, text] of Object.entries(wordsFor(language).all.commands)) {
        for (const spelling of text.split(',').map((each) => each.trim())) {
          assert.ok((owners.get(spelling) ?? command) === command, `${spelling} means two things`);
          owners.set(spelling, command);
        }
      }
    }
  });

  it('that a charter is named like still work', () => {
    assert.deepEqual(parseWords('values values'), { kind: 'values', about: { charter: 'values' } });
    assert.deepEqual(parseWords('rate help 2 4'), {
      kind: 'rate',
      about: { charter: 'help' },
      value: second,
      answer: 4,
    });
  });

  it('of any kind mean something or are unknown, and bring nothing down', () => {
    const vocabulary = fc.constantFrom(
      'rate',
      'new',
      'draft',
      'close',
      '2',
      '4',
      'no',
      'opinion',
      'coop',
      '-1',
      '',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(vocabulary, { maxLength: 8 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const intent = parseWords(text);
        if (intent.kind === 'rate')
          assert.ok(Number.isInteger((intent.value as { position: number }).position));
        if (intent.kind === 'unknown') assert.ok([...intent.text].length <= 60);
      }),
      { numRuns: 2_000 },
    );
  });
});
