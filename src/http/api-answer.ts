import { parseCharterName, type CharterName } from '../domain/charter.js';
import type { Draft } from '../domain/draft.js';
import type { Ports } from '../app/ports.js';
import { notFound, type Problem } from './problem.js';

export type ApiAnswer =
  | { readonly kind: 'ok'; readonly status: 200 | 201 | 202; readonly body: object }
  | { readonly kind: 'csv'; readonly csv: string }
  | { readonly kind: 'file'; /** Media type. */ readonly type: string; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

export function ok(status: 200 | 201 | 202, body: object): ApiAnswer {
  return { kind: 'ok', status, body };
}

export function refused(why: Problem): ApiAnswer {
  return { kind: 'problem', problem: why };
}

/** Answers about a charter that is there. */
export async function withCharter(
  { charters }: Pick<Ports, 'charters'>,
  name: string,
  then: (charter: CharterName) => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const charter = parseCharterName(name);
  if (charter === undefined || (await charters.find(charter)) === undefined) return refused(notFound);
  return then(charter);
}

/** Answers about a draft that is there, by its number. */
export async function withDraft(
  { drafts }: Pick<Ports, 'drafts'>,
  name: string,
  number: string,
  then: (draft: Draft) => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const charter = parseCharterName(name);
  const wanted = /^\d{1,6}$/.test(number) ? Number(number) : undefined;
  if (charter === undefined || wanted === undefined) return refused(notFound);
  const draft = await drafts.numbered({ charter, number: wanted });
  return draft === undefined ? refused(notFound) : then(draft);
}
