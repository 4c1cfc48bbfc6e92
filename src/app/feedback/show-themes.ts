import type { Charter } from '../../domain/charter.js';
import type { DraftId } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import { findCharter } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { textOfCharter, textOfDraft } from '../text.js';
import type { View } from '../views.js';
import { draftsOf } from './caused-changes.js';
import { ungroupedOf } from './belonging.js';
import type { ThemesView } from './views.js';

/** Themes to answer, those of the newest draft first, and how much belongs to none yet. */
export async function showThemes(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'themes' }>,
): Promise<View> {
  const search = await findCharter(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  return themesOf(ports, search.it, given({ page: intent.page }));
}

export async function themesOf(
  ports: Pick<Ports, 'themes' | 'drafts' | 'comments'>,
  charter: Charter,
  { just, page = 1 }: { just?: ThemesView['just']; page?: number } = {},
): Promise<ThemesView> {
  const drafts = await draftsOf(ports, charter.name);
  const [themes, ungrouped, all] = await Promise.all([
    ports.themes.all(charter.name),
    ungroupedOf(ports, charter.name, drafts),
    ports.comments.all(charter.name),
  ]);
  const numbers = new Map(drafts.map(({ id, number }) => [id, number]));
  const roundOf = (draft: DraftId | undefined) => (draft === undefined ? undefined : numbers.get(draft));
  const objections = new Set(all.filter(({ sort }) => sort === 'objection').map(({ id }) => id));
  const placed = themes.map((theme) => ({
    ...theme,
    ...given({ round: roundOf(theme.draft) }),
    objects: theme.comments.some((id) => objections.has(id)),
  }));
  const latest = drafts.at(-1);
  return {
    kind: 'themes',
    subject: (latest === undefined ? textOfCharter(charter) : textOfDraft(latest)).subject,
    themes: placed.toSorted(
      (one, other) => (other.round ?? 0) - (one.round ?? 0) || one.number - other.number,
    ),
    ungrouped: {
      comments: ungrouped.comments.length,
      objections: ungrouped.comments.filter(({ sort }) => sort === 'objection').length,
      outside: ungrouped.outside.length,
    },
    sealed: charter.sealedAt !== undefined,
    ...given({ just }),
    page,
  };
}
