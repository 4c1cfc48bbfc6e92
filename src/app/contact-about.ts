import type { Announcement, AnnouncementKind } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';

/** However much was heard of a draft before, whether it is adopted, and that it was, has room of its own. */
const ofAdoption: ReadonlySet<AnnouncementKind> = new Set(['consent', 'adopted', 'review']);

/** As what a message counts, of all that a member hears: of a draft, of a charter, of its adoption. */
export function contactAbout({
  kind,
  draft,
  charter,
}: Pick<Announcement, 'kind' | 'draft' | 'charter'>): string {
  if (ofAdoption.has(kind)) return `adoption:${charter}`;
  return draft ?? `charter:${charter}`;
}

/** All that is counted of a charter beside its drafts. */
export function contactsOfCharter(charter: CharterName): readonly string[] {
  return [`adoption:${charter}`, `charter:${charter}`];
}

/** The charter that is named, where no draft is. */
export function charterCounted(about: string): CharterName {
  return about.replace(/^(?:adoption|charter):/, '') as CharterName;
}
