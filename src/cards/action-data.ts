import type { About, Intent, ValueRef } from '../app/intent.js';

/** Written into every button, so that a later version can read what an earlier one sent. */
export const actionVersion = 1;

/** What a button sends back; the client merges its inputs (`answer`, `source`, `name`) into it. */
export type ActionData = Readonly<Record<string, string | number | boolean>>;

/** The data of the button that asks for `intent`. `teams/card-action.ts` reads it back. */
export function dataFor(intent: Intent): ActionData {
  const base = { v: actionVersion, do: intent.kind };
  switch (intent.kind) {
    case 'help':
    case 'status':
    case 'unknown':
    case 'outdated':
    case 'import-failed':
    case 'import':
      return base;
    case 'values':
      return { ...base, ...about(intent.about) };
    case 'considerations':
    case 'ballot':
      return { ...base, ...about(intent.about), ...value(intent.value), ...optional('page', intent.page) };
    case 'background':
    case 'answers':
      return { ...base, ...about(intent.about), ...optional('page', intent.page) };
    case 'rate':
      return {
        ...base,
        ...about(intent.about),
        ...value(intent.value),
        ...optional('press', intent.press),
        ...(intent.answer === null ? { withdraw: true } : {}),
      };
    case 'results':
      return {
        ...base,
        ...about(intent.about),
        ...optional('number', intent.number),
        ...optional('page', intent.page),
      };
    case 'subscribe':
    case 'unsubscribe':
    case 'new-draft':
    case 'preview':
      return { ...base, ...optional('charter', intent.charter) };
    case 'import-report':
      return { ...base, ...optional('charter', intent.charter), ...optional('page', intent.page) };
    case 'publish':
      return { ...base, ...optional('charter', intent.charter), ...optional('revision', intent.revision) };
    case 'close':
      return { ...base, ...about(intent.about), confirmed: intent.confirmed };
    case 'deliveries':
      return {
        ...base,
        ...optional('charter', intent.charter),
        ...optional('announcement', intent.announcement),
      };
  }
}

function about({ charter, draft, preview }: About): ActionData {
  return {
    ...optional('charter', charter),
    ...optional('draft', draft),
    ...(preview === true ? { preview } : {}),
  };
}

function value(ref: ValueRef | undefined): ActionData {
  if (ref === undefined) return {};
  return ref.by === 'id' ? { value: ref.id } : { position: ref.position };
}

function optional(name: string, given: string | number | undefined): ActionData {
  return given === undefined ? {} : { [name]: given };
}
