import assert from 'node:assert/strict';

import type { ApiReply } from './api-client.js';

/** That the answer is a problem as RFC 9457 has it, of this stable type. */
export function assertProblem(reply: ApiReply, type: string): void {
  const { status, title } = reply.json as { status?: number; title?: string };
  assert.equal(reply.type, 'application/problem+json', reply.text);
  assert.equal(reply.json.type, `urn:touchstone:${type}`);
  assert.equal(status, reply.status);
  assert.ok(title !== undefined && title.length > 0);
}
