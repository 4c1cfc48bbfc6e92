import type { ProcessEntry, ProcessRecord, RuleChange } from '../domain/process.js';
import type { HidingReason } from '../domain/comment.js';
import type { Words } from '../words/catalogue.js';
import { html, type Html } from './html.js';
import { momentText, timed } from './moments.js';

/** Everything that happened to a process, the newest first. */
export function recordsOf(records: readonly ProcessRecord[], timeZone: string, words: Words): Html {
  if (records.length === 0) return html`<p>${words.all.pages.process.noRecords}</p>`;
  const row = ({ at, entry }: ProcessRecord): Html =>
    html`<li>${timed({ at, timeZone }, words)} ${entryText(entry, timeZone, words)}</li>`;
  return html`<ol class="records">
    ${records.map(row)}
  </ol>`;
}

function entryText(entry: ProcessEntry, timeZone: string, words: Words): string {
  const { entries, became } = words.all.pages.process;
  switch (entry.kind) {
    case 'rules-changed':
      return words.say('pages.process.entries.changed', { changes: changesText(entry.changes, words) });
    case 'change-refused':
      return words.say('pages.process.entries.refused', { changes: changesText(entry.changes, words) });
    case 'confidentiality-kept':
      return entries.kept;
    case 'draft': {
      const { number } = entry;
      return words.say('pages.process.entries.draft', { number, became: became[entry.became] });
    }
    case 'comment-hidden':
      return words.say('pages.process.entries.hidden', { reason: reasonText(entry.reason, words) });
    case 'comment-shown-again':
      return entries.shownAgain;
    case 'sealed':
      return entries.sealed;
    case 'identities-erased':
      return entries.erased;
    case 'date': {
      const { of, number, closes } = entry;
      const until = closes === null ? 'none' : momentText({ at: closes, timeZone }, words);
      return words.say('process.more.date', { of, number, closes: until });
    }
    default: {
      const { kind, ...fields } = entry;
      return words.say(`process.more.${kind}`, textsOf(fields));
    }
  }
}

function textsOf(fields: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, String(field ?? 'none')]));
}

export function reasonText(reason: string, words: Words): string {
  const { reasons } = words.all.pages.process;
  return Object.hasOwn(reasons, reason) ? reasons[reason as HidingReason] : reason;
}

function changesText(changes: readonly RuleChange[], words: Words): string {
  const one = ({ rule, from, to }: RuleChange): string =>
    words.say('pages.process.change', {
      rule: words.all.pages.process.ruleNames[rule],
      ...{ from: settingText(from, words), to: settingText(to, words) },
    });
  return changes.map(one).join('; ');
}

function settingText(setting: RuleChange['from'], words: Words): string {
  const { settings, unset } = words.all.pages.process;
  if (setting === null || (Array.isArray(setting) && setting.length === 0)) return unset;
  if (typeof setting === 'number') return String(setting);
  if (typeof setting === 'object')
    return 'quorum' in setting
      ? words.say('process.ruleValues.adoption', { ...setting })
      : setting.join(', ');
  return Object.hasOwn(settings, setting) ? settings[setting as keyof typeof settings] : setting;
}
