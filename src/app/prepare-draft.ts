import type { CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import type { Refusal } from '../domain/imported-post.js';
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
  const read = await readWorkingCopy(ports, speaker.member, intent.charter);
  if (read === undefined) return [{ kind: 'notice', what: 'no-working-copy' }];
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
  const read = await readWorkingCopy(ports, speaker.member, intent.charter);
  if (read === undefined) return { kind: 'notice', what: 'no-working-copy' };
  return {
    kind: 'import-report',
    subject: read.text.subject,
    revision: read.copy.revision,
    report: read.post.report,
    values: read.post.values.length,
    considerations: read.post.considerations.length,
    background: read.post.background.length,
    page: intent.page ?? 1,
  };
}

/** Publishes the speaker's working copy; with a revision only if it is still the one that was previewed. */
export async function publishWorkingCopy(
  ports: Ports,
  speaker: Speaker,
  intent: Asking<'publish'>,
): Promise<View> {
  const read = await readWorkingCopy(ports, speaker.member, intent.charter);
  if (read === undefined) {
    return { kind: 'notice', what: intent.revision === undefined ? 'no-working-copy' : 'already-published' };
  }
  const { copy, composed, text } = read;
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
