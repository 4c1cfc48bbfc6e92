import type { CharterName } from '../domain/charter.js';
import type { ImportedPost, Refusal } from '../domain/imported-post.js';
import { given } from '../domain/given.js';
import { compose, type Composed } from './compose-draft.js';
import type { Text } from './text.js';
import type { Ports, WorkingCopy } from './ports.js';

export interface ReadWorkingCopy {
  readonly kind: 'read';
  readonly copy: WorkingCopy;
  readonly post: ImportedPost;
  readonly composed: Composed;
  /** As members will read it, marked as a preview. */
  readonly text: Text;
}

/** Kept by a version that took more, or given back because it could not be published at its time. */
export interface RefusedWorkingCopy {
  readonly kind: 'refused';
  readonly copy: WorkingCopy;
  readonly errors: readonly Refusal[];
}

/** An editor's working copy of a charter (without a name: the one saved last), set beside the draft before it. */
export async function readWorkingCopy(
  ports: Pick<Ports, 'workingCopies' | 'charters' | 'drafts' | 'themes' | 'readPost'>,
  editor: string,
  charter: CharterName | undefined,
): Promise<ReadWorkingCopy | RefusedWorkingCopy | undefined> {
  const copy =
    charter === undefined
      ? (await ports.workingCopies.of(editor))[0]
      : await ports.workingCopies.find({ charter, editor });
  if (copy === undefined) return undefined;
  const reading = ports.readPost(copy.source);
  if (reading.kind === 'refused') return { kind: 'refused', copy, errors: reading.errors };
  const composed = await compose(ports, copy.charter, reading.post);
  return { kind: 'read', copy, post: reading.post, composed, text: previewOf(copy, composed) };
}

function previewOf(copy: WorkingCopy, { framing, values, number, leadIn, reason, changes }: Composed): Text {
  return {
    subject: {
      charter: copy.charter,
      ...(values.length === 0 ? {} : { number }),
      title: framing.title,
      preview: true,
    },
    framing,
    ...given({ leadIn, reason, changes }),
    values,
  };
}
