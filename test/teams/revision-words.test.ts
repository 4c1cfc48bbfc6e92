import assert from 'node:assert/strict';

import type { Intent } from '../../src/app/intent.js';
import type { CharterName } from '../../src/domain/charter.js';
import { parseWords } from '../../src/teams/parse-words.js';

const charter = 'garden' as CharterName;
const at = (position: number) => ({ by: 'position', position }) as const;
const by = (id: string) => ({ by: 'id', id }) as never;

const cases: Readonly<Record<string, Intent>> = {
  changes: { kind: 'changes', about: {} },
  'what changed?': { kind: 'changes', about: {} },
  'changes 1 3': { kind: 'changes', about: {}, from: 1, to: 3 },
  'changes from 1 to 3': { kind: 'changes', about: {}, from: 1, to: 3 },
  'changes garden 1': { kind: 'changes', about: { charter }, from: 1 },
  'changes garden 3 1 value 2 page 2': {
    ...{ kind: 'changes', about: { charter }, from: 3, to: 1 },
    ...{ value: at(2), page: 2 },
  },
  'cambios del': { kind: 'changes', about: { charter: 'del' as CharterName } },
  'cambios de garden 1 2': { kind: 'changes', about: { charter }, from: 1, to: 2 },
  'values 1': { kind: 'values', about: {}, number: 1 },
  'dispute 2': { kind: 'dispute', about: {}, value: at(2), confirmed: false },
  'dispute garden 2 yes': { kind: 'dispute', about: { charter }, value: at(2), confirmed: true },
  'más que ortografía 2 sí': { kind: 'dispute', about: {}, value: at(2), confirmed: true },
  dispute: { kind: 'changes', about: {} },
  revise: { kind: 'revise' },
  'next draft garden': { kind: 'revise', charter },
  'próximo borrador garden': { kind: 'revise', charter },
  'edit 2': { kind: 'edit-value', value: at(2) },
  'edit garden 2': { kind: 'edit-value', charter, value: at(2) },
  'edit 2: Share the Harvest': { kind: 'save-value', value: at(2), title: 'Share the Harvest' },
  'edit 2: Share: all of it\nWhat grows here.\n\nIs ours.': {
    ...{ kind: 'save-value', value: at(2), title: 'Share: all of it' },
    text: 'What grows here.\n\nIs ours.',
  },
  'edit 2:\nWhat grows here.': { kind: 'save-value', value: at(2), text: 'What grows here.' },
  'edit 2\nWhat grows here.': { kind: 'save-value', value: at(2), text: 'What grows here.' },
  'editar 2: Título': { kind: 'save-value', value: at(2), title: 'Título' },
  'add value': { kind: 'edit-value' },
  'add value: Rest\nIn winter.': { kind: 'save-value', title: 'Rest', text: 'In winter.' },
  'añadir valor garden: Descansar': { kind: 'save-value', charter, title: 'Descansar' },
  'remove value 2': { kind: 'remove-value', value: at(2), confirmed: false },
  'remove value garden 2 yes': { kind: 'remove-value', charter, value: at(2), confirmed: true },
  'move 4 2': { kind: 'move-value', value: at(4), to: 2 },
  'move garden 4 to 2': { kind: 'move-value', charter, value: at(4), to: 2 },
  'mover 4 arriba': { kind: 'move-value', value: at(4), to: 'up' },
  'move 4': { kind: 'revise' },
  matching: { kind: 'matching' },
  'matching garden 4': { kind: 'matching', charter, of: at(4) },
  'matching considerations': { kind: 'matching', of: 'considerations' },
  'match 4 2': { kind: 'match', value: at(4), from: ['2'] },
  'match garden 4 2 3': { kind: 'match', charter, value: at(4), from: ['2', '3'] },
  'match 4 new': { kind: 'match', value: at(4), from: [] },
  'corresponder 4 nuevo': { kind: 'match', value: at(4), from: [] },
  'match 4': { kind: 'matching', of: at(4) },
  'declare 4 spelling': { kind: 'declare', of: at(4), size: 'spelling' },
  'declare 4 clearer: Some of us asked: why?': {
    ...{ kind: 'declare', of: at(4), size: 'clearer' },
    why: 'Some of us asked: why?',
  },
  'declare garden 4 meaning themes 1, 2: Asked for': {
    ...{ kind: 'declare', charter, of: at(4), size: 'meaning' },
    ...{ themes: [1, 2], why: 'Asked for' },
  },
  'declare considerations clearer': { kind: 'declare', of: 'considerations', size: 'clearer' },
  'declare be-a-neighbour: Told elsewhere': {
    ...{ kind: 'declare', of: by('be-a-neighbour') },
    why: 'Told elsewhere',
  },
  'declarar 4 claridad tema 3: por lo dicho': {
    ...{ kind: 'declare', of: at(4), size: 'clearer' },
    ...{ themes: [3], why: 'por lo dicho' },
  },
  declare: { kind: 'matching' },
  'take version 4f2a 77b0': { kind: 'take-version', version: '4f2a', over: '77b0' },
  'take version': { kind: 'revise' },
};

describe('Words about the next draft', () => {
  for (const [text, intent] of Object.entries(cases)) {
    it(`“${text.replaceAll('\n', '↵')}” means ${intent.kind}`, () => {
      assert.deepEqual(parseWords(text), intent);
    });
  }
});
