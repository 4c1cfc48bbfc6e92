import assert from 'node:assert/strict';

import { log, logTo } from '../src/log.js';

describe('the log', () => {
  const logged = (error: unknown): Record<string, unknown> => {
    let line = '';
    logTo((written) => {
      line = written;
    });
    log.error({ err: error }, 'it went wrong');
    return JSON.parse(line) as Record<string, unknown>;
  };

  it('is one line of JSON with the time, the level and what happened', () => {
    const { time, err, ...rest } = logged('a text');

    assert.match(String(time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    assert.deepEqual(err, { type: 'string' });
    assert.deepEqual(rest, { level: 'error', msg: 'it went wrong' });
  });

  it('tells of an error its kind, its code and where it came from, and never its words', () => {
    const cause = Object.assign(new TypeError('Ada Osei rated 4'), { statusCode: 403, details: 'Ada Osei' });
    const error = Object.assign(new Error('Ada Osei\n    at her desk said so', { cause }), {
      code: 'SQLITE_BUSY',
    });

    const { err } = logged(error) as { err: Record<string, unknown> };

    assert.doesNotMatch(JSON.stringify(err), /Ada|her desk|rated/);
    assert.equal(err['type'], 'Error');
    assert.equal(err['code'], 'SQLITE_BUSY');
    assert.match(String((err['at'] as string[])[0]), /log\.test\.js/);
    const { type, status } = err['cause'] as Record<string, unknown>;
    assert.deepEqual({ type, status }, { type: 'TypeError', status: 403 });
  });

  it('takes whatever was thrown', () => {
    for (const thrown of [undefined, null, 7, { message: 'Ada Osei' }, ['Ada Osei'], Symbol('Ada Osei')]) {
      assert.doesNotMatch(JSON.stringify(logged(thrown)), /Ada/);
    }
  });
});
