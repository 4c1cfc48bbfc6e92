import { changeLimits, type DeclaredChange } from '../../domain/change.js';
import { isSpellingOf } from '../../domain/changes-between.js';
import type { Value } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { PostText } from '../../domain/imported-post.js';
import type { Ports } from '../ports.js';
import type { ReadWorkingCopy } from '../read-working-copy.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { changeCopy } from './change-copy.js';
import { findCopy } from './find-copy.js';
import type { ChangeRef, EditingIntent } from './intents.js';
import { pinPost } from './pin-post.js';
import { changeForm, changeOf } from './show-matching.js';
import type { ChangeFormView, MatchedChange } from './views.js';

type Declaring = Extract<EditingIntent, { kind: 'declare' | 'match' }>;

/** Says where a value comes from, how far its change goes and why, in the post itself. */
export async function declareChange(ports: Ports, speaker: Speaker, intent: Declaring): Promise<View> {
  const copy = await findCopy(ports, speaker, intent);
  if (copy.kind === 'instead') return copy.view;
  const said = saidIn(intent);
  const meant = changeOf(copy.it, said.of);
  if (meant === undefined) return changeForm(ports, copy.it, said.of, {});
  const problem =
    (await problemWith(ports, copy.it, said)) ?? nothingToSay(meant, said) ?? notSpelling(copy.it, said);
  const typed: MatchedChange = {
    ...meant,
    ...given({ size: said.size, why: said.why, themes: said.themes }),
  };
  if (problem !== undefined) return changeForm(ports, copy.it, said.of, { problem, change: typed });
  const of = stableRef(meant);
  const changed = await changeCopy(ports, speaker, copy.it.copy.charter, (standing) => {
    const change = changeOf(standing, of);
    if (change !== undefined) return declared(standing, change, said);
    return {
      instead: { kind: 'revision-notice', what: 'removed-meanwhile', subject: standing.text.subject },
    };
  });
  switch (changed.kind) {
    case 'instead':
      return changed.view;
    case 'reads-otherwise':
      return { kind: 'revision-notice', what: 'unreadable-declaration', subject: changed.read.text.subject };
    case 'refused':
      return { kind: 'import-refused', errors: changed.errors, charter: changed.read.copy.charter };
    case 'saved': {
      const still = changeOf(changed.read, of)?.of.kind === meant.of.kind ? of : placeRef(meant);
      return changeForm(ports, changed.read, still, { just: 'saved' });
    }
  }
}

interface Said {
  readonly of: ChangeRef;
  readonly from?: readonly string[];
  readonly size?: NonNullable<DeclaredChange['size']>;
  readonly why?: string;
  readonly themes?: readonly number[];
}

function saidIn(intent: Declaring): Said {
  if (intent.kind === 'match') return { of: intent.value, from: intent.from };
  const { of, from, size, why, themes } = intent;
  return { of, ...given({ from, size, why: why?.trim(), themes }) };
}

async function problemWith(
  { themes }: Pick<Ports, 'themes'>,
  { copy, composed }: ReadWorkingCopy,
  said: Said,
): Promise<ChangeFormView['problem']> {
  const former = new Set<string>(composed.before?.values.map(({ id }) => id));
  if (said.from?.some((id) => !former.has(id) && !isPlace(id, former.size)) === true) return 'no-such-value';
  if ((said.why?.length ?? 0) > changeLimits.why) return 'why-too-long';
  if (said.themes === undefined || said.themes.length === 0) return undefined;
  const numbers = new Set((await themes.all(copy.charter)).map(({ number }) => number));
  return said.themes.every((number) => numbers.has(number)) ? undefined : 'no-such-theme';
}

/** Of what reads as before, only that it comes from elsewhere can be said. */
function nothingToSay({ of, kinds, from }: MatchedChange, said: Said): ChangeFormView['problem'] {
  if (of.kind !== 'value' || kinds.length > 0) return undefined;
  const isMatched = said.from !== undefined && said.from.join(',') !== from.map(({ id }) => id).join(',');
  const isSaid = said.size !== undefined || (said.why ?? '') !== '' || (said.themes ?? []).length > 0;
  return isSaid && !isMatched ? 'unchanged' : undefined;
}

function notSpelling({ composed }: ReadWorkingCopy, { of, size }: Said): ChangeFormView['problem'] {
  if (of !== 'lead-in' || size !== 'spelling') return undefined;
  const isSpelling = isSpellingOf(composed.before?.leadIn ?? '', composed.leadIn ?? '');
  return isSpelling ? undefined : 'more-than-spelling';
}

/** Whoever types names a former value by its place. */
function isPlace(text: string, most: number): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
}

function stableRef({ of }: MatchedChange): ChangeRef {
  return of.kind === 'value' || of.kind === 'removed' ? { by: 'id', id: of.id } : of.kind;
}

/** A value that is matched anew may go by another identity from then on. */
function placeRef({ of }: MatchedChange): ChangeRef {
  return of.kind === 'value' ? { by: 'position', position: of.position } : stableRef({ of } as MatchedChange);
}

function declared(standing: ReadWorkingCopy, change: MatchedChange, said: Said): PostText {
  const former = standing.composed.before?.values ?? [];
  const post = pinPost(standing);
  const { of } = change;
  const before = post.changes?.find(
    (each) => each.of === (of.kind === 'value' || of.kind === 'removed' ? of.id : of.kind),
  );
  const rest = (post.changes ?? []).filter((each) => each !== before);
  const size = said.size ?? before?.size;
  const why = said.why ?? before?.why;
  const known = {
    ...given({ size, why: why === '' ? undefined : why }),
    themes: said.themes ?? before?.themes ?? [],
  };
  if (of.kind !== 'value' || said.from === undefined) {
    const name = of.kind === 'value' || of.kind === 'removed' ? of.id : of.kind;
    return withChanges(post, [...rest, { of: name, ...given({ from: before?.from }), ...known }]);
  }
  const from = said.from.map((id) => formerId(id, former));
  const id = identityFor(post, of, from, former);
  const values = post.values.map((value, index) =>
    index === of.position - 1
      ? { title: value.title, text: value.text, ...given({ explicitId: id }) }
      : value,
  );
  const title = post.values[of.position - 1]?.title ?? '';
  const usual = id !== undefined && from.length === 1 && from[0] === id;
  const change_ = { of: id ?? title, ...(usual ? {} : { from }), ...known };
  return withChanges({ ...post, values }, [...rest, change_]);
}

function formerId(named: string, former: readonly Value[]): string {
  if (former.some(({ id }) => id === named)) return named;
  return former[Number(named) - 1]?.id ?? named;
}

/**
 * Its own identity if that is among those it comes from, else the first that nobody else has. None of its own: a new one is
 * found for it.
 */
function identityFor(
  post: PostText,
  { id, position }: Extract<MatchedChange['of'], { kind: 'value' }>,
  from: readonly string[],
  former: readonly Value[],
): string | undefined {
  const others = new Set(
    post.values.filter((_, index) => index !== position - 1).map((value) => value.explicitId),
  );
  if (from.includes(id)) return id;
  const free = from.find((each) => !others.has(each));
  if (free !== undefined) return free;
  return former.some((value) => value.id === id) ? undefined : id;
}

function withChanges(post: PostText, changes: readonly DeclaredChange[]): PostText {
  const { changes: _, ...rest } = post;
  const saying = changes.filter(
    ({ from, size, why, themes }) =>
      from !== undefined || size !== undefined || why !== undefined || themes.length > 0,
  );
  return saying.length === 0 ? rest : { ...rest, changes: saying };
}
