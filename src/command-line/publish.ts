import { randomUUID } from 'node:crypto';
import { proposeCharterName } from '../domain/charter.js';
import type { DeliveryReport } from '../domain/delivery.js';
import { queryOf, type Call } from './call.js';
import { charterMeant } from './charter-meant.js';
import { ask } from './client.js';
import { markdown, postIn } from './post-file.js';
import { count, moment } from './say.js';
import { isWaiting, waitingText, type Waiting } from './waiting.js';

type Done =
  | { readonly draft: number | null; readonly values: readonly unknown[]; readonly announcement: string }
  | { readonly at: string; readonly timeZone: string }
  | Waiting;

/** Publishes a post, now or at a time. */
export async function publish(call: Call): Promise<string> {
  const { bot, charter, operand, options } = call;
  const { source, post } = await postIn(operand);
  const name = charter ?? post.charter ?? (await charterMeant(call)) ?? proposeCharterName(post.title);
  const query = queryOf({ publish: 'true', at: options.at, tell: options.tell });
  const done = await ask<Done>(bot, `/api/charters/${encodeURIComponent(name)}/drafts${query}`, {
    method: 'POST',
    body: source,
    headers: { ...markdown, 'idempotency-key': randomUUID() },
  });
  if (isWaiting(done)) return waitingText(name, done);
  if ('at' in done) {
    return [
      `The post will be published for ${name} at ${moment(done)}.`,
      `See what is planned: npx touchstone planned --charter ${name}`,
    ].join('\n');
  }
  const { intended } = await ask<DeliveryReport>(bot, `/api/announcements/${done.announcement}`);
  const what =
    done.draft === null
      ? `The process of ${name} is announced`
      : `Draft ${done.draft} of ${name} is published`;
  return [
    `${what}: ${count(done.values.length, 'value')}, going to ${count(intended, 'place')}.`,
    `See where it arrived: npx touchstone deliveries --charter ${name}`,
  ].join('\n');
}
