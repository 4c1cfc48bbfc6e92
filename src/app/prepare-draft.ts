import { isAskedAgain, undeclaredIn } from '../domain/asked-again.js';
import type { CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import type { Refusal } from '../domain/imported-post.js';
import { hasNews } from '../domain/news.js';
import type { Composed } from './compose-draft.js';
import { findWorkingCopy } from './find-working-copy.js';
import { importPost } from './import-post.js';
import type { Intent } from './intent.js';
import { needsSecond } from './people/second.js';
import { facilitators, type Ports, type WorkingCopy } from './ports.js';
import type { ReadWorkingCopy } from './read-working-copy.js';
import { showConflict } from './revision/show-conflict.js';
import { timeZoneOf } from './settings.js';
import type { Speaker } from './speaker.js';
import type { Moment } from './subject.js';
import type { AnnouncementView, PreviewView, View } from './views.js';

type Asking<K extends Intent['kind']> = Extract<Intent, { kind: K }>;

/** The form to paste a post into; for a charter that has a working copy, with that in it. */
export async function showNewDraft(
  ports: Ports,
  _speaker: Speaker,
  { charter }: Asking<'new-draft'>,
): Promise<View> {
  const copy = charter && (await ports.workingCopies.find({ charter, editor: facilitators }));
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
  const done = await importPost(ports, {
    ...{ source, editor: facilitators, savedBy: speaker.member },
    ...given({ charter, savedByName: speaker.name }),
  });
  switch (done.kind) {
    case 'refused':
      return refuse(ports, intent, done.errors);
    case 'which-charter':
      return [{ kind: 'new-draft', unnamed: true, charters: done.charters, source }];
    case 'beside':
      return [await showConflict(ports, speaker, done)];
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
  const read = await findWorkingCopy(ports, intent);
  if (read.kind === 'instead') return [read.view];
  return [await summaryOf(ports, speaker, read.it), announcementOf(read.it)];
}

async function summaryOf(
  ports: Ports,
  speaker: Speaker,
  { copy, composed, post, text }: ReadWorkingCopy,
): Promise<PreviewView> {
  const { values, framing, before, kept } = composed;
  const replaces = values.length > 0 && before?.state === 'open' ? before.number : undefined;
  return {
    kind: 'preview',
    subject: text.subject,
    revision: copy.revision,
    report: [...composed.warnings, ...post.report],
    values: values.length,
    considerations: framing.considerations.length,
    background: framing.background.length,
    kept,
    ...given({ replaces, planned: await plannedFor(ports, copy), second: await secondFor(ports, copy) }),
    ...given({ changes: changesIn(composed) }),
    timeZone: composed.timeZone ?? (await timeZoneOf(ports, speaker)),
    newToAnswer: values.length === 0 || hasNews(composed, composed.before?.values ?? []),
  };
}

function changesIn({ changes }: Composed): PreviewView['changes'] {
  if (changes === undefined) return undefined;
  const { base, values, unanswered } = changes;
  const asked = values.filter((change) => isAskedAgain(changes, change)).length;
  return { base, asked, undeclared: undeclaredIn(changes), unanswered };
}

/** When this very text is going to be published by itself. */
async function plannedFor(
  { appointments }: Pick<Ports, 'appointments'>,
  { charter, source }: WorkingCopy,
): Promise<Moment | undefined> {
  const planned = (await appointments.of(charter)).find(({ kind }) => kind === 'publish');
  return planned?.source === source ? { at: planned.at, timeZone: planned.timeZone } : undefined;
}

async function secondFor({ charters }: Ports, { charter: name }: WorkingCopy): Promise<true | undefined> {
  const charter = await charters.find(name);
  return charter !== undefined && needsSecond(charter, 'publish') ? true : undefined;
}

export async function showImportReport(
  ports: Ports,
  _speaker: Speaker,
  intent: Asking<'import-report'>,
): Promise<View> {
  const read = await findWorkingCopy(ports, intent);
  if (read.kind === 'instead') return read.view;
  const { copy, composed, post, text } = read.it;
  return {
    kind: 'import-report',
    subject: text.subject,
    revision: copy.revision,
    report: [...composed.warnings, ...post.report],
    values: post.values.length,
    considerations: post.considerations.length,
    background: post.background.length,
    page: intent.page ?? 1,
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
  const { subject, framing, values, leadIn, reason, changes } = text;
  const what = values.length === 0 ? 'announced' : 'published';
  return {
    kind: 'announcement',
    what,
    subject,
    framing,
    values,
    corrections: [],
    ...given({ leadIn, reason, changes }),
  };
}
