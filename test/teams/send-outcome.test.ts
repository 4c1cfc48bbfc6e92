import assert from 'node:assert/strict';

import type { SendOutcome } from '../../src/domain/delivery.js';
import { outcomeOf } from '../../src/teams/send-outcome.js';

/** As the SDK throws it when Teams answers with this status. */
function restError(statusCode: number, code?: string, more: object = {}): Error {
  return Object.assign(new Error('The service refused'), { name: 'RestError', statusCode, code, ...more });
}

function waiting(retryAfter: string | undefined): object {
  return {
    response: { headers: { get: (name: string) => (name === 'retry-after' ? retryAfter : undefined) } },
  };
}

describe('what a failed send means', () => {
  const meanings: readonly (readonly [name: string, error: unknown, outcome: SendOutcome])[] = [
    ['429 with seconds', restError(429, 'Throttled', waiting('7')), { kind: 'throttled', wait: 7 }],
    ['429 without', restError(429, 'Throttled', waiting(undefined)), { kind: 'throttled' }],
    [
      '429 with a date',
      restError(429, 'Throttled', waiting('Wed, 21 Oct 2026 07:28:00 GMT')),
      { kind: 'throttled' },
    ],
    ['429 with nonsense', restError(429, 'Throttled', waiting('-5')), { kind: 'throttled' }],
    ['429 without a response', restError(429), { kind: 'throttled' }],
    ['412', restError(412, 'PreconditionFailed'), { kind: 'unclear', reason: 'PreconditionFailed' }],
    ['503', restError(503), { kind: 'unclear', reason: 'http-503' }],
    ['500', restError(500, 'ServiceError'), { kind: 'refused', reason: 'ServiceError' }],
    ['401', restError(401, 'BotNotRegistered'), { kind: 'refused', reason: 'BotNotRegistered' }],
    ['403', restError(403, 'ConversationBlockedByUser'), { kind: 'gone', reason: 'blocked' }],
    ['404', restError(404, 'ActivityNotFoundInConversation'), { kind: 'gone', reason: 'not-found' }],
    ['413', restError(413, 'MessageSizeTooBig'), { kind: 'refused', reason: 'too-large' }],
    [
      'a blocked bot, as Teams words it',
      restError(403, undefined, {
        message: JSON.stringify({ subCode: 'MessageWritesBlocked', details: 'x' }),
      }),
      { kind: 'gone', reason: 'blocked' },
    ],
    [
      'a blocked bot, hidden one level deeper',
      restError(403, undefined, {
        details: { errorCode: 209, message: JSON.stringify({ subCode: 'MessageWritesBlocked' }) },
      }),
      { kind: 'gone', reason: 'blocked' },
    ],
    [
      'a code that is a sentence about somebody',
      restError(400, 'Ada Osei is not in this conversation'),
      { kind: 'refused', reason: 'http-400' },
    ],
    ['a code that is very long', restError(400, 'x'.repeat(500)), { kind: 'refused', reason: 'http-400' }],
    ['a connection that broke', coded('ECONNRESET'), { kind: 'unclear', reason: 'ECONNRESET' }],
    ['a name that is not known', coded('ENOTFOUND'), { kind: 'unclear', reason: 'ENOTFOUND' }],
    ['no answer in time', named('AbortError'), { kind: 'unclear', reason: 'timed-out' }],
    ['a login that is refused', Object.assign(new Error(), { errorCode: 'invalid_client' }), login()],
    ['a managed identity that is away', named('CredentialUnavailableError'), login()],
    ['a managed identity that is refused', named('AggregateAuthenticationError'), login()],
  ];
  for (const [name, error, outcome] of meanings) {
    it(`is told from ${name}`, () => {
      assert.deepEqual(outcomeOf(error), outcome);
    });
  }

  it('is nothing Teams said when the mistake is ours', () => {
    for (const mistake of [new TypeError('x is undefined'), 'a text', undefined, null]) {
      assert.throws(
        () => outcomeOf(mistake),
        (thrown: unknown) => thrown === mistake,
      );
    }
  });
});

function coded(code: string): Error {
  return Object.assign(new Error('No connection'), { code });
}

function named(name: string): Error {
  return Object.assign(new Error('No answer'), { name });
}

function login(): SendOutcome {
  return { kind: 'unclear', reason: 'login-failed' };
}
