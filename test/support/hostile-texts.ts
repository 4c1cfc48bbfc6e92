import type { View } from '../../src/app/views.js';

/** What somebody may write who wants more from a card than to be read, or who writes in earnest and at length. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'template expressions': "${subject.title} $${{words}} \\${x} ${json('{}')}",
  'a script as a link': '[x](javascript:alert(1)) <javascript:alert(1)> [y]: javascript:alert(2)',
  'a mention of everybody': '<at>All</at> <at id="0">General</at> @everyone',
  'characters that turn the text around': '\u202Egnp.exe\u202C \u2066isolated\u2069 \u200F\u061Cmarks',
  'a date function': '{{DATE(2026-01-01T00:00:00Z, SHORT)}} {{TIME(2026-01-01T00:00:00Z)}}',
  'four thousand emoji': '😀'.repeat(4000),
  'four thousand backslashes': '\\'.repeat(4000),
  'four thousand stars with blanks': '* '.repeat(2000),
  'a character that ends strings': 'before\0after\u0007\u001B[31m',
  'half a character': 'half \uD83D and \uDE00 other',
  'stars and underscores': '** __ *** ___ **bold** _italic_ ~~gone~~',
  'a table': '| a | b |\n|---|---|\n| <b>1</b> | `2` |',
  'headings, rules and lists': '# One\n\n---\n\n1. two\n- three\n> four\n```\nfive\n```',
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)><!-- hidden -->',
  'an image': '![tracking](https://evil.example/pixel.png)',
  'quotation marks and braces': '"}],"type":"Action.OpenUrl","url":"https://evil.example"',
  'a word without end': 'x'.repeat(4000),
};

/** Words that are no free text: names of kinds and states, ids, times and zones, short names that are checked before. */
const keys = new Set([
  'kind',
  'what',
  'state',
  'scope',
  'did',
  'by',
  'why',
  'kindOf',
  'answer',
  'charter',
  'draft',
  'press',
  'announcement',
  'appointment',
  'subscribed',
  'at',
  'timeZone',
  'today',
  'hours',
  'from',
  'until',
  'sort',
  'problem',
  'review',
  'reason',
  'just',
  'day',
  'hiding',
  'results',
  'page',
  'badge',
  'order',
  'notedAt',
  'pausedUntil',
  'savedAt',
  'proposedAt',
  'revision',
  'version',
  'over',
  'head',
  'hash',
  'mark',
  'code',
  'action',
  'rule',
  'of',
  'askedAt',
  'toldAt',
  'due',
  'status',
  'source',
  'kinds',
  'size',
  'of',
]);

/** The same view with `text` in every field that somebody wrote. */
export function withTexts(view: View, text: string): View {
  return replaced(view, '', text) as View;
}

function replaced(node: unknown, key: string, text: string): unknown {
  if (typeof node === 'string')
    return keys.has(key) || key === 'id' || key === 'name' || key === 'value' ? node : text;
  if (Array.isArray(node)) return node.map((item) => replaced(item, key === 'charters' ? 'name' : key, text));
  if (node instanceof Map || typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, child]) => [name, replaced(child, childKey(key, name), text)]),
  );
}

/** A consideration's name is free text, and so is the reason for a draft; a charter's name and a reason for hiding are not. */
function childKey(parent: string, name: string): string {
  if (parent === '' && name === 'reason') return 'text';
  // Of an answer, a reason and what is to follow are free text.
  if ((parent === 'answer' || parent === 'answered') && name === 'reason') return 'text';
  if (parent === 'followUp' && name === 'what') return 'text';
  return parent === 'considerations' && name === 'name' ? 'heading' : name;
}
