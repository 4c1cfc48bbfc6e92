import assert from 'node:assert/strict';

import type { Intent } from '../../src/app/intent.js';
import { dataFor } from '../../src/cards/action-data.js';
import type { CharterName } from '../../src/domain/charter.js';
import { parseCardAction } from '../../src/teams/card-action.js';
import { parseWords } from '../../src/teams/parse-words.js';

const charter = 'garden' as CharterName;

describe('What facilitators do together', () => {
  const typed: readonly (readonly [words: string, intent: Intent])[] = [
    ['ledger', { kind: 'ledger' }],
    ['libro de registro garden', { kind: 'ledger', charter }],
    ['accept 7KQ2-M4XR-0TZ9.', { kind: 'accept', code: '7kq2-m4xr-0tz9' }],
    ['aceptar invitación', { kind: 'accept' }],
    ['who facilitates', { kind: 'facilitators' }],
    ['quién facilita', { kind: 'facilitators' }],
    ['invite', { kind: 'invite' }],
    ['remove facilitator 7kq2m4', { kind: 'remove-facilitator', mark: '7kq2m4', confirmed: false }],
    ['quitar facilitadora 7kq2m4 sí', { kind: 'remove-facilitator', mark: '7kq2m4', confirmed: true }],
    ['remove facilitator yes', { kind: 'remove-facilitator', confirmed: false }],
    ['approvals', { kind: 'approvals' }],
    ['qué espera 2', { kind: 'approvals', page: 2 }],
    ['approve a1b2c3d4', { kind: 'approve', approval: 'a1b2c3d4' }],
    ['confirmar', { kind: 'approvals' }],
    ['do not approve a1b2c3d4', { kind: 'disapprove', approval: 'a1b2c3d4' }],
    ['delete garden', { kind: 'delete-charter', charter, confirmed: false }],
    ['delete garden yes', { kind: 'delete-charter', charter, confirmed: true }],
    ['eliminar garden sí', { kind: 'delete-charter', charter, confirmed: true }],
    ['delete yes', { kind: 'delete-charter', confirmed: false }],
    ['delete garden now yes', { kind: 'delete-charter', charter, confirmed: false }],
    ['rules second publish, adopt', { kind: 'change-rules', rules: { second: ['publish', 'adopt'] } }],
    ['reglas segunda eliminar y sellar', { kind: 'change-rules', rules: { second: ['seal', 'delete'] } }],
    ['rules second none', { kind: 'change-rules', rules: { second: [] } }],
    ['rules second everything', { kind: 'change-rules', rules: { unreadable: 'second everything' } }],
  ];
  for (const [words, intent] of typed) {
    it(`is understood in words: ${words}`, () => {
      assert.deepEqual(parseWords(words), intent);
    });
  }

  const pressed: readonly Intent[] = [
    { kind: 'ledger', charter },
    { kind: 'accept' },
    { kind: 'facilitators' },
    { kind: 'invite' },
    { kind: 'remove-facilitator', mark: '7kq2m4', confirmed: true },
    { kind: 'approvals', page: 2 },
    { kind: 'view-approval', approval: 'a1b2c3d4' },
    { kind: 'approve', approval: 'a1b2c3d4' },
    { kind: 'disapprove', approval: 'a1b2c3d4' },
    { kind: 'delete-charter', charter, confirmed: true },
    { kind: 'change-rules', charter, rules: { second: ['publish', 'delete'] } },
  ];
  for (const intent of pressed) {
    it(`comes back from its button as it went out: ${intent.kind}`, () => {
      assert.deepEqual(parseCardAction(dataFor(intent)), intent);
    });
  }

  it('never takes from a button whose text is published, or that somebody confirmed', () => {
    const button = {
      ...dataFor({ kind: 'publish', charter, revision: 'r' }),
      editor: 'api:ci',
      second: true,
    };

    assert.deepEqual(parseCardAction({ ...button, confirmed: true }), {
      kind: 'publish',
      charter,
      revision: 'r',
    });
  });

  it('asks again where a form was sent empty', () => {
    assert.deepEqual(parseCardAction({ ...dataFor({ kind: 'accept' }), code: ' ' }), { kind: 'accept' });
    const remove = dataFor({ kind: 'remove-facilitator', confirmed: false });
    assert.deepEqual(parseCardAction({ ...remove, mark: '' }), {
      kind: 'remove-facilitator',
      confirmed: false,
    });
  });
});
