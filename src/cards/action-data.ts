import type { About, Intent, ValueRef } from '../app/intent.js';

/** Written into every button, so that a later version can read what an earlier one sent. */
export const actionVersion = 1;

/** What a button sends back; the client merges its inputs (`answer`, `value`, `charter`, `source`, `name`) into it. */
export type ActionData = Readonly<Record<string, string | number | boolean>>;

/** The data of the button that asks for `intent`. `teams/card-action.ts` reads it back. */
export function dataFor(intent: Intent): ActionData {
  const { kind } = intent;
  switch (intent.kind) {
    case 'help':
    case 'status':
    case 'unknown':
    case 'outdated':
    case 'import-failed':
    case 'import':
      return data(kind, {});
    case 'values':
      return data(kind, {}, intent.about);
    case 'considerations':
    case 'ballot':
      return data(kind, { page: intent.page }, intent.about, intent.value);
    case 'background':
    case 'answers':
      return data(kind, { page: intent.page }, intent.about);
    case 'rate':
      return data(kind, { press: intent.press, ...answer(intent) }, intent.about, intent.value);
    case 'results':
      return data(kind, { number: intent.number, page: intent.page }, intent.about);
    case 'subscribe':
    case 'unsubscribe':
    case 'new-draft':
    case 'preview':
      return data(kind, { charter: intent.charter });
    case 'import-report':
      return data(kind, { charter: intent.charter, page: intent.page });
    case 'publish':
      return data(kind, { charter: intent.charter, revision: intent.revision });
    case 'close':
      return data(kind, { confirmed: intent.confirmed }, intent.about);
    case 'deliveries':
      return data(kind, { charter: intent.charter, announcement: intent.announcement });
  }
}

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Without what is undefined. Copied field by field: this is done for every button of every card. */
function data(kind: Intent['kind'], fields: Fields, about?: About, value?: ValueRef): ActionData {
  const sent: Record<string, string | number | boolean> = { v: actionVersion, do: kind };
  if (about?.charter !== undefined) sent['charter'] = about.charter;
  if (about?.draft !== undefined) sent['draft'] = about.draft;
  if (about?.preview === true) sent['preview'] = true;
  if (value?.by === 'id') sent['value'] = value.id;
  if (value?.by === 'position') sent['position'] = value.position;
  for (const name in fields) {
    const field = fields[name];
    if (field !== undefined) sent[name] = field;
  }
  return sent;
}

/** An answer that was typed already; a button that asks for one leaves it to the input. */
function answer({ answer: given }: Extract<Intent, { kind: 'rate' }>): Fields {
  if (given === null) return { withdraw: true };
  return { answer: given === undefined ? undefined : String(given) };
}
