import { found, instead, type Found } from './find-text.js';
import type { Intent } from './intent.js';
import { facilitators, type Ports } from './ports.js';
import { readWorkingCopy, type ReadWorkingCopy } from './read-working-copy.js';

/** The facilitators' working copy of the charter named, or the only one there is; asks which when there are several. */
export async function findWorkingCopy(
  ports: Ports,
  intent: Extract<Intent, { kind: 'preview' | 'import-report' | 'publish' }>,
): Promise<Found<ReadWorkingCopy>> {
  const editor = ('editor' in intent ? intent.editor : undefined) ?? facilitators;
  const copies = intent.charter === undefined ? await ports.workingCopies.of(editor) : [];
  if (copies.length > 1) {
    const charters = copies.map(({ charter, source }) => {
      const reading = ports.readPost(source);
      return { name: charter, title: reading.kind === 'read' ? reading.post.title : charter };
    });
    return instead({ kind: 'choose-charter', charters, intent });
  }
  const only = await readWorkingCopy(ports, editor, intent.charter);
  switch (only?.kind) {
    case 'read':
      return found(only);
    case 'refused':
      return instead({ kind: 'import-refused', errors: only.errors, charter: only.copy.charter });
    case undefined: {
      const isPublished = intent.kind === 'publish' && intent.revision !== undefined;
      return instead({ kind: 'notice', what: isPublished ? 'already-published' : 'no-working-copy' });
    }
  }
}
