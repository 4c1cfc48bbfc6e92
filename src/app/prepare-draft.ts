import type { CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import type { Refusal } from '../domain/imported-post.js';
import { found, instead, type Found } from './find-text.js';
import { importPost } from './import-post.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import { publishDraft } from './publish-draft.js';
import { readWorkingCopy, type ReadWorkingCopy } from './read-working-copy.js';
import type { Speaker } from './speaker.js';
import type { AnnouncementView, View } from './views.js';

type Asking<K extends Intent['kind']> = Extract<Intent, { kind: K }>;

/** The form to paste a post into; for a charter of which the speaker has a working copy, with that in it. */
export async function showNewDraft(
  ports: Ports,
  { member }: Speaker,
  { charter }: Asking<'new-draft'>,
): Promise<View> {
  const copy = charter && (await ports.workingCopies.find({ charter, editor: member }));
  return formWith(ports, { charter, source: copy?.source });
}

/** Reads the post and shows it as members will get it; nobody else sees it yet. */
export async function importDraft(
  ports: Ports,
  speaker: Speaker,
  intent: Asking<'import'>,
): Promise<readonly View[]> {
  const { source, charter, misnamed } = intent;
  if (misnamed !== undefined)
    return refuse(ports, intent, [{ line: 1, kind: 'invalid-charter', about: misnamed }]);
  const done = await importPost(ports, { source, editor: speaker.member, ...given({ charter }) });
  switch (done.kind) {
    case 'refused':
      return refuse(ports, intent, done.errors);
    case 'which-charter':
      return [{ kind: 'new-draft', charters: done.charters, source }];
    case 'imported':
      return showPreview(ports, speaker, { kind: 'preview', charter: done.charter });
  }
}

/** The summary to decide on, then the announcement as members will get it, whose buttons record nothing. */
export async function showPreview(
  ports: Ports,
  speaker: Speaker,
  intent: Asking<'preview'>,
): Promise<readonly View[]> {
  const copy = await findCopy(ports, speaker, intent);
  if (copy.kind === 'instead') return [copy.view];
  const read = copy.it;
  const { composed, post, text } = read;
  const replaces = composed.before?.state === 'open' ? composed.before.number : undefined;
  const summary: View = {
    kind: 'preview',
    subject: text.subject,
    revision: read.copy.revision,
    report: post.report,
    values: composed.values.length,
    considerations: composed.framing.considerations.length,
    background: composed.framing.background.length,
    ...given({ replaces: text.values.length > 0 ? replaces : undefined }),
  };
  return [summary, announcementOf(read)];
}

export async function showImportReport(
  ports: Ports,
  speaker: Speaker,
  intent: Asking<'import-report'>,
): Promise<View> {
  const read = await findCopy(ports, speaker, intent);
  if (read.kind === 'instead') return read.view;
  const { copy, post, text } = read.it;
  return {
    kind: 'import-report',
    subject: text.subject,
    revision: copy.revision,
    report: post.report,
    values: post.values.length,
    considerations: post.considerations.length,
    background: post.background.length,
    page: intent.page ?? 1,
  };
}

/** Publishes the speaker's working copy; with a revision only if it is still the one that was previewed. */
export async function publishWorkingCopy(
  ports: Ports,
  speaker: Speaker,
  intent: Asking<'publish'>,
): Promise<View> {
  const read = await findCopy(ports, speaker, intent);
  if (read.kind === 'instead') return read.view;
  const { copy, composed, text } = read.it;
  if (intent.revision !== undefined && intent.revision !== copy.revision) {
    return { kind: 'notice', what: 'working-copy-changed', subject: text.subject };
  }
  const { outcome, announcement, draft } = await publishDraft(ports, {
    charter: copy.charter,
    composed,
    source: copy.source,
    workingCopy: { editor: copy.editor, revision: copy.revision },
  });
  if (outcome.kind !== 'published')
    return { kind: 'notice', what: 'working-copy-changed', subject: text.subject };
  return {
    kind: 'notice',
    what: 'published',
    subject: {
      ...text.subject,
      preview: false,
      ...given({ draft: draft?.id, state: draft && ('open' as const) }),
    },
    intended: outcome.intended,
    announcement: announcement.id,
    kindOf: announcement.kind,
  };
}

/** The speaker's working copy of the charter named, or the only one there is; asks which when there are several. */
async function findCopy(
  ports: Ports,
  { member }: Speaker,
  intent: Asking<'preview' | 'import-report' | 'publish'>,
): Promise<Found<ReadWorkingCopy>> {
  const copies = intent.charter === undefined ? await ports.workingCopies.of(member) : [];
  if (copies.length > 1) {
    const read = await Promise.all(copies.map(({ charter }) => readWorkingCopy(ports, member, charter)));
    const charters = read.flatMap((each) =>
      each ? [{ name: each.copy.charter, title: each.post.title }] : [],
    );
    return instead({ kind: 'choose-charter', charters, intent });
  }
  const only = await readWorkingCopy(ports, member, intent.charter);
  if (only !== undefined) return found(only);
  const isPublished = intent.kind === 'publish' && intent.revision !== undefined;
  return instead({ kind: 'notice', what: isPublished ? 'already-published' : 'no-working-copy' });
}

/** What to change; before it the form again, where there was one, with the pasted text still in it. */
async function refuse(
  ports: Ports,
  { source, charter, fromForm }: Asking<'import'>,
  errors: readonly Refusal[],
): Promise<readonly View[]> {
  const refusal: View = { kind: 'import-refused', errors, ...given({ charter }) };
  return fromForm === true ? [await formWith(ports, { charter, source }), refusal] : [refusal];
}

async function formWith(
  { charters }: Pick<Ports, 'charters'>,
  fields: { charter: CharterName | undefined; source: string | undefined },
): Promise<View> {
  const names = (await charters.all()).map(({ name }) => name);
  return { kind: 'new-draft', charters: names, ...given(fields) };
}

function announcementOf({ text }: ReadWorkingCopy): AnnouncementView {
  const { subject, framing, values, leadIn, reason } = text;
  const what = values.length === 0 ? 'announced' : 'published';
  return { kind: 'announcement', what, subject, framing, values, ...given({ leadIn, reason }) };
}
