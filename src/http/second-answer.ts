import { keepForSecond } from '../app/people/second.js';
import type { Ports } from '../app/ports.js';
import { ok, type ApiAnswer } from './api-answer.js';

/** 202 where a facilitator has to confirm what the holder of a token asks for; nothing where it may be done now. */
export async function secondAnswer(
  ports: Pick<Ports, 'approvals' | 'clock'>,
  token: string,
  asked: Parameters<typeof keepForSecond>[2],
): Promise<ApiAnswer | undefined> {
  const waits = await keepForSecond(ports, { by: `api:${token}` }, asked);
  if (waits === undefined) return undefined;
  return ok(202, { charter: asked.charter.name, action: asked.action, state: 'waiting-for-second' });
}
