import { given } from '../../domain/given.js';
import type { Draft } from '../../domain/draft.js';
import { findText } from '../find-text.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { textOfDraft } from '../text.js';
import type { View } from '../views.js';
import { compareDrafts } from './compare-drafts.js';
import type { ReadChangesIntent } from './intents.js';
import type { ChangesView } from './views.js';

/** What differs between two drafts: those named, else the newest and the one it was set beside. */
export async function showChanges(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<ReadChangesIntent, { kind: 'changes' }>,
): Promise<View> {
  const search = await findText(ports, speaker, intent.about, intent);
  if (search.kind === 'instead') return search.view;
  const { draft: shown, subject } = search.it;
  if (shown === undefined) return { kind: 'notice', what: 'no-draft', subject };
  const { charter } = shown;
  const to = intent.to === undefined ? shown : await ports.drafts.numbered({ charter, number: intent.to });
  if (to === undefined) return { kind: 'notice', what: 'no-such-draft', subject };
  const number = intent.from ?? to.changes?.base ?? to.number - 1;
  if (number === to.number) return { kind: 'revision-notice', what: 'same-draft', subject };
  const from = number < 1 ? undefined : await ports.drafts.numbered({ charter, number });
  if (from === undefined)
    return intent.from === undefined
      ? { kind: 'revision-notice', what: 'first-draft', subject: textOfDraft(to).subject }
      : { kind: 'notice', what: 'no-such-draft', subject };
  return changesView(ports, from, to, intent);
}

export async function changesView(
  ports: Pick<Ports, 'drafts' | 'charters' | 'addresses' | 'themes'>,
  from: Draft,
  to: Draft,
  { value, page = 1 }: Pick<Extract<ReadChangesIntent, { kind: 'changes' }>, 'value' | 'page'>,
): Promise<ChangesView> {
  const [{ entries, unchanged }, charter, themes] = await Promise.all([
    compareDrafts(ports, from, to),
    ports.charters.find(to.charter),
    ports.themes.all(to.charter),
  ]);
  const only =
    value?.by === 'position' ? value.position : to.values.findIndex(({ id }) => id === value?.id) + 1;
  const shown = value === undefined ? entries : entries.filter(({ position }) => position === only);
  const unanswered = to.changes?.base === from.number ? to.changes.unanswered : undefined;
  const address = charter && (await ports.addresses.changes({ charter, from: from.number, to: to.number }));
  return {
    kind: 'changes',
    subject: textOfDraft(to).subject,
    from: from.number,
    to: to.number,
    entries: shown,
    unchanged,
    themes: themes
      .filter(({ toldAt }) => toldAt !== undefined)
      .map(({ number, title }) => ({ number, title })),
    ...given({
      unanswered:
        unanswered && (unanswered.themes.length > 0 || unanswered.comments > 0) ? unanswered : undefined,
      only: value === undefined ? undefined : only,
      address,
    }),
    page,
  };
}
