import type { Charter } from '../../domain/charter.js';
import type { Draft } from '../../domain/draft.js';
import type { PostText } from '../../domain/imported-post.js';
import { postOfDraft } from '../blog/post-of-draft.js';
import { instead, type Found } from '../find-text.js';
import { facilitators, type Ports } from '../ports.js';
import type { ReadWorkingCopy } from '../read-working-copy.js';
import type { Speaker } from '../speaker.js';
import { textOfCharter } from '../text.js';
import { copyBy, standingCopy } from './change-copy.js';

/** The working copy of a charter; where there is none, one is begun from the newest draft that was not withdrawn. */
export async function copyToRevise(
  ports: Ports,
  speaker: Speaker,
  charter: Charter,
): Promise<Found<ReadWorkingCopy> & { readonly begun?: true }> {
  const { subject } = textOfCharter(charter);
  const before = await ports.workingCopies.of(facilitators);
  if (before.some((copy) => copy.charter === charter.name)) return standingCopy(ports, charter.name);
  if (charter.sealedAt !== undefined) return instead({ kind: 'notice', what: 'charter-sealed', subject });
  const draft = await newestDraft(ports, charter);
  if (draft === undefined) return instead({ kind: 'notice', what: 'no-working-copy' });
  const source = ports.writePost(postOf(charter, draft));
  // Somebody else may have begun at the same moment; then theirs is shown.
  const outcome = await ports.workingCopies.save(
    copyBy(ports, speaker, { charter: charter.name, source }),
    undefined,
  );
  const standing = await standingCopy(ports, charter.name);
  return outcome === 'saved' ? { ...standing, begun: true } : standing;
}

async function newestDraft({ drafts }: Pick<Ports, 'drafts'>, { name }: Charter): Promise<Draft | undefined> {
  let draft = await drafts.latest(name);
  while (draft?.state === 'withdrawn' && draft.number > 1)
    draft = await drafts.numbered({ charter: name, number: draft.number - 1 });
  return draft;
}

/** With the identity of each value. What was said of the draft's own changes, and why it was written, is not the next one's. */
function postOf(charter: Charter, draft: Draft): PostText {
  const { changes: _, reason: __, timeZone: ___, ...post } = postOfDraft(charter, draft);
  return post;
}
