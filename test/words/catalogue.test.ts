import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

import { IntlMessageFormat } from 'intl-messageformat';

import { answers } from '../../src/domain/rating.js';
import { languages, wordsFor } from '../../src/words/catalogue.js';

const root = new URL('../../../../', import.meta.url);

function messagesOf(language: string): ReadonlyMap<string, string> {
  return new Map(leavesOf(wordsFor(language).all, ''));
}

function leavesOf(node: object, path: string): readonly (readonly [string, string])[] {
  return Object.entries(node).flatMap(([name, child]: [string, unknown]) =>
    typeof child === 'string'
      ? [[path + name, child] as const]
      : leavesOf(child as object, `${path}${name}.`),
  );
}

/** Names of the parameters of a message and how each is formatted, in the order of their names. */
function parametersOf(message: string, language: string): readonly string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('value' in node && 'type' in node && typeof node.value === 'string' && Number(node.type) > 0) {
      if (Number(node.type) !== pound) found.add(`${node.value}: ${String(node.type)}`);
    }
    Object.values(node).forEach(visit);
  };
  visit(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}
const pound = 7;

const english = messagesOf('en');
const sources = ['src/app/', 'src/cards/', 'src/teams/', 'src/domain/', 'src/pages/'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(folder + file, root), 'utf8')),
);

describe('the words', () => {
  for (const language of languages) {
    it(`in ${language} are complete, and every message takes the same parameters`, () => {
      const messages = messagesOf(language);

      assert.deepEqual([...messages.keys()].sort(), [...english.keys()].sort());
      for (const [key, message] of messages) {
        assert.deepEqual(parametersOf(message, language), parametersOf(english.get(key) ?? '', 'en'), key);
      }
    });

    it(`in ${language} are warm and plain: nothing shouts, nothing is empty, nobody is thanked for helping`, () => {
      for (const [key, message] of messagesOf(language)) {
        assert.notEqual(message.trim(), '', key);
        assert.doesNotMatch(message, /[!¡]|thank|gracias|please note|invalid|user\b|usuario/i, key);
      }
    });
  }

  it('are all used', () => {
    for (const key of english.keys()) {
      const [group = ''] = key.split('.');
      const name = key.split('.').at(-1) ?? '';
      if (answers.some((answer) => String(answer) === name)) continue;
      const word = new RegExp(`(?<![\\w-])${name}(?![\\w-])`);
      const used = (pattern: RegExp): boolean => sources.some((source) => pattern.test(source));
      assert.ok(used(word) && used(new RegExp(`\\b${group}\\b`)), `${key} is used nowhere`);
    }
  });

  it('for commands never mean two things', () => {
    const meanings = new Map<string, string>();
    for (const language of languages) {
      for (const [command, spellings] of Object.entries(wordsFor(language).all.commands)) {
        for (const spelling of spellings.split(',').map((each) => each.trim())) {
          assert.equal(meanings.get(spelling) ?? command, command, spelling);
          meanings.set(spelling, command);
        }
      }
    }
  });

  it('of a region are those of its language, and English where there are none', () => {
    assert.equal(wordsFor('es-MX').language, 'es');
    assert.equal(wordsFor('ES_419').language, 'es');
    assert.equal(wordsFor('de-DE').language, 'en');
    assert.equal(wordsFor('').language, 'en');
    assert.equal(wordsFor('__proto__').language, 'en');
  });

  it('know one from many', () => {
    const words = wordsFor('en');

    assert.equal(words.say('answers.some', { answered: 1, total: 1 }), 'You have answered 1 of 1 value.');
    assert.equal(
      words.say('answers.some', { answered: 3, total: 1200 }),
      'You have answered 3 of 1,200 values.',
    );
  });

  it('cannot be said with a parameter missing', () => {
    assert.throws(() => wordsFor('en').say('common.page', { page: 1 }), /pages/);
  });
});
