import { given } from '../../domain/given.js';
import type { Theme } from '../../domain/theme.js';
import type { Ports } from '../ports.js';
import type { ReadWorkingCopy } from '../read-working-copy.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { findCopy } from './find-copy.js';
import type { ChangeRef, EditingIntent } from './intents.js';
import { matchedChanges, wordingsOf } from './matched-changes.js';
import type { ChangeFormView, MatchedChange } from './views.js';

/** All changes at a glance; with `of`, the form for one. */
export async function showMatching(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<EditingIntent, { kind: 'matching' }>,
): Promise<View> {
  const copy = await findCopy(ports, speaker, intent);
  if (copy.kind === 'instead') return copy.view;
  if (intent.of !== undefined) return changeForm(ports, copy.it, intent.of, {});
  const { composed, text } = copy.it;
  const { changes } = composed;
  if (changes === undefined)
    return { kind: 'revision-notice', what: 'nothing-before', subject: text.subject };
  return {
    kind: 'matching',
    subject: text.subject,
    revision: copy.it.copy.revision,
    base: changes.base,
    changes: matchedChanges(copy.it),
    page: intent.page ?? 1,
  };
}

export async function changeForm(
  ports: Pick<Ports, 'themes'>,
  read: ReadWorkingCopy,
  ref: ChangeRef,
  more: Partial<Pick<ChangeFormView, 'just' | 'problem' | 'change'>>,
): Promise<View> {
  const { copy, composed, text } = read;
  const { subject } = text;
  const { changes } = composed;
  if (changes === undefined) return { kind: 'revision-notice', what: 'nothing-before', subject };
  const change = changeOf(read, ref);
  if (change === undefined) {
    return typeof ref === 'string'
      ? { kind: 'revision-notice', what: 'frame-unchanged', subject }
      : { kind: 'notice', what: 'no-such-value', subject, total: composed.values.length };
  }
  return {
    kind: 'change-form',
    subject,
    revision: copy.revision,
    base: changes.base,
    change,
    former:
      change.of.kind === 'value'
        ? (composed.before?.values ?? []).map(({ id, title }) => ({ id, title }))
        : [],
    choices: (await ports.themes.all(copy.charter)).map(choiceOf),
    ...wordingsOf(read, change),
    ...given({ just: more.just, problem: more.problem }),
    ...given({ change: more.change }),
  };
}

function choiceOf({ number, title }: Theme): ChangeFormView['choices'][number] {
  return { number, title };
}

/** The change that is meant: of a value by its identity, gone or not, or by its place. */
export function changeOf(read: ReadWorkingCopy, ref: ChangeRef): MatchedChange | undefined {
  const all = matchedChanges(read);
  if (typeof ref === 'string') return all.find(({ of }) => of.kind === ref);
  return all.find(({ of }) =>
    ref.by === 'id'
      ? (of.kind === 'value' || of.kind === 'removed') && of.id === ref.id
      : of.kind === 'value' && of.position === ref.position,
  );
}
