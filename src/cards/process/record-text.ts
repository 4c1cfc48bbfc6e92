import type { ProcessEntry, ProcessRecord } from '../../domain/process.js';
import type { Words } from '../../words/catalogue.js';
import { shortMomentText } from '../moment.js';
import { inline } from '../text.js';
import { changesText } from './rule-text.js';

/** One thing that happened, with its time: it names no person. For a TextBlock. */
export function recordText({ at, entry }: ProcessRecord, timeZone: string, words: Words): string {
  return words.say('process.record', {
    at: shortMomentText({ at, timeZone }, words),
    what: entryText(entry, timeZone, words),
  });
}

function entryText(entry: ProcessEntry, timeZone: string, words: Words): string {
  const texts = words.all.process.records;
  switch (entry.kind) {
    case 'rules-changed':
      return words.say('process.records.changed', { changes: changesText(entry.changes, words, inline) });
    case 'change-refused': {
      const changes = changesText(entry.changes, words, inline, 'process.wouldChange');
      return words.say('process.records.refused', { changes });
    }
    case 'confidentiality-kept':
      return texts.confidentialityKept;
    case 'draft':
      return words.say('process.records.draft', { number: entry.number, became: entry.became });
    case 'comment-hidden':
      return words.say('process.records.commentHidden', { reason: reasonText(entry.reason, words) });
    case 'comment-shown-again':
      return texts.commentShownAgain;
    case 'sealed':
      return texts.sealed;
    case 'identities-erased':
      return texts.identitiesErased;
    case 'date': {
      const { of, number, closes } = entry;
      const until = closes === null ? 'none' : shortMomentText({ at: closes, timeZone }, words);
      return inline(words.say('process.more.date', { of, number, closes: until }));
    }
    default: {
      const { kind, ...fields } = entry;
      return inline(words.say(`process.more.${kind}`, textsOf(fields)));
    }
  }
}

function textsOf(fields: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, String(field ?? 'none')]));
}

/** Why a comment was hidden; a reason of another version is told as one of others. */
export function reasonText(reason: string, words: Words): string {
  const { reasons } = words.all.comments;
  if (!Object.hasOwn(reasons, reason)) return words.all.process.otherReason;
  return reasons[reason as keyof typeof reasons];
}
