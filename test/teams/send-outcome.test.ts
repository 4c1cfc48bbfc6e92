import assert from 'node:assert/strict';

import type { SendOutcome } from '../../src/domain/delivery.js';
import { outcomeOf } from '../../src/teams/send-outcome.js';

const gccUrl = 'https://smba.infra.gcc.teams.microsoft.com/gcc';

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
    ['412', restError(412, 'PreconditionFailed'), { kind: 'busy', reason: 'PreconditionFailed' }],
    ['503', restError(503), { kind: 'busy', reason: 'http-503' }],
    ['502', restError(502, 'ServiceError'), { kind: 'unclear', reason: 'ServiceError' }],
    ['504', restError(504), { kind: 'unclear', reason: 'http-504' }],
    ['500', restError(500, 'ServiceError'), { kind: 'refused', reason: 'ServiceError' }],
    ['401', restError(401, 'BotNotRegistered'), { kind: 'refused', reason: 'BotNotRegistered' }],
    ['403', restError(403, 'ConversationBlockedByUser'), { kind: 'gone', reason: 'blocked' }],
    ['403 on the wrong host', restError(403, 'InvalidBotApiHost'), { kind: 'moved', serviceUrl: gccUrl }],
    ['404', restError(404, 'ConversationNotFound'), { kind: 'gone', reason: 'not-found' }],
    ['404 without a code', restError(404), { kind: 'gone', reason: 'not-found' }],
    [
      '404 of a message',
      restError(404, 'ActivityNotFoundInConversation'),
      { kind: 'refused', reason: 'message-gone' },
    ],
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
    [
      'a request that was cut',
      coded('REQUEST_SEND_ERROR'),
      { kind: 'unclear', reason: 'REQUEST_SEND_ERROR' },
    ],
    ['a name that is not known', coded('ENOTFOUND'), { kind: 'busy', reason: 'ENOTFOUND' }],
    ['a name that cannot be looked up', coded('EAI_AGAIN'), { kind: 'busy', reason: 'EAI_AGAIN' }],
    ['a port where nobody listens', coded('ECONNREFUSED'), { kind: 'busy', reason: 'ECONNREFUSED' }],
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

  it('is no move for a place that is there already', () => {
    const error = restError(403, 'InvalidBotApiHost');

    assert.deepEqual(outcomeOf(error, 'https://smba.trafficmanager.net/teams/').kind, 'moved');
    assert.deepEqual(outcomeOf(error, `${gccUrl}/`), { kind: 'refused', reason: 'InvalidBotApiHost' });
  });

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
  return { kind: 'unable', reason: 'login-failed' };
}
