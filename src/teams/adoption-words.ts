import type { Intent } from '../app/intent.js';
import { parseCharterName, type CharterName } from '../domain/charter.js';
import type { Consent } from '../domain/consent.js';
import { given } from '../domain/given.js';
import { isDay } from './spoken-times.js';

/** Keys of `commands` in the words. */
export const adoptionCommands = [
  'consent',
  'objections',
  'outcome',
  'openConsent',
  'endConsent',
  'adopt',
  'followUp',
] as const;
export type AdoptionCommand = (typeof adoptionCommands)[number];

/** What was typed. `typed`: what follows the command. */
export function parseAdoptionWords(command: AdoptionCommand, typed: string): Intent {
  switch (command) {
    case 'consent':
      return consentIn(typed);
    case 'objections': {
      const { charter, page } = readingIn(typed);
      return { kind: 'objections', about: given({ charter }), ...given({ page }) };
    }
    case 'outcome':
      return { kind: 'outcome', ...readingIn(typed) };
    case 'openConsent':
    case 'endConsent': {
      const { charter, confirmed, strange } = orderIn(wordsIn(typed));
      const kind = command === 'openConsent' ? 'open-consent' : 'end-consent';
      return { kind, about: given({ charter }), confirmed: confirmed && !strange };
    }
    case 'adopt':
      return adoptIn(typed);
    case 'followUp': {
      const { charter, reviewOn, adoptedOn, followUps } = recordIn(typed);
      return { kind: 'follow-up', ...given({ charter, reviewOn: reviewOn ?? adoptedOn, followUps }) };
    }
  }
}

/** `consent support`, `consent garden object 2 signed: …`; without an answer the proposal is shown. */
function consentIn(typed: string): Intent {
  const rest = typed.trim();
  const said = answerPattern.exec(rest);
  const spoken = (said?.[2] ?? '').toLowerCase().replace(/\s+/g, ' ');
  const answer = answerWords.get(spoken);
  if (said === null || answer === undefined)
    return { kind: 'consent', about: given({ charter: parseCharterName(wordsIn(rest)[0] ?? '') }) };
  const about = given({ charter: said[1] === undefined ? undefined : parseCharterName(said[1]) });
  if (answer !== 'object') return { kind: 'give-consent', about, answer };
  return { kind: 'give-consent', about, answer, ...objectionIn(said[3] ?? '') };
}

const answerWords: ReadonlyMap<string, Consent | null> = new Map<string, Consent | null>([
  ...['support', 'yes', 'i support it', 'apoyo', 'lo apoyo', 'sí', 'si'].map(
    (word) => [word, 'support'] as const,
  ),
  ...[
    ...['live with it', 'live with', 'can live with it', 'i can live with it'],
    ...['puedo vivir con ello', 'vivir con ello', 'lo acepto', 'acepto'],
  ].map((word) => [word, 'live-with'] as const),
  ...['object', 'i object', 'objeto', 'me opongo', 'objetar'].map((word) => [word, 'object'] as const),
  ...['withdraw', 'undo', 'clear', 'retirar'].map((word) => [word, null] as const),
]);
/** The longest first; a charter may stand before. What follows is the reason of an objection. */
const answerPattern = new RegExp(
  `^(?:([a-z][a-z0-9-]*)\\s+)??(${[...answerWords.keys()]
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replaceAll(' ', '\\s+'))
    .join('|')})(?![\\p{L}\\p{N}])([^]*)$`,
  'iu',
);

/** `2 signed review: …`, each of them where it is meant; the reason is everything that follows. */
function objectionIn(rest: string): Partial<Extract<Intent, { kind: 'give-consent' }>> {
  const [, head = '', reason = ''] = headPattern.exec(rest) ?? [];
  const words = wordsIn(head);
  const number = words.find((word) => /^\d{1,4}$/.test(word));
  return given({
    value: number === undefined ? undefined : ({ by: 'position', position: Number(number) } as const),
    signed: words.some((word) => signedWords.has(word)) ? true : undefined,
    forReview: words.some((word) => reviewWords.has(word)) ? (true as const) : undefined,
    reason: reason.trim() === '' ? undefined : reason.trim(),
  });
}

const headPattern =
  /^((?:\s+(?:\d{1,4}|signed|firmado|firmada|review|revisión|revision)(?![\p{L}\p{N}]))*)[\s.,]*:?([^]*)$/iu;
const signedWords: ReadonlySet<string> = new Set(['signed', 'firmado', 'firmada']);
const reviewWords: ReadonlySet<string> = new Set(['review', 'revisión', 'revision']);

function readingIn(typed: string): { charter?: CharterName; page?: number } {
  const words = wordsIn(typed);
  const page = words.find((word) => /^\d{1,4}$/.test(word));
  const named = words.find((word) => !/^\d+$/.test(word) && !pageWords.has(word));
  return given({
    charter: parseCharterName(named ?? ''),
    page: page === undefined ? undefined : Number(page),
  });
}

const pageWords: ReadonlySet<string> = new Set(['page', 'página', 'pagina']);

/** What cannot be undone is done only where every word of it was understood. */
function adoptIn(typed: string): Intent {
  const { charter, confirmed, strange, ...said } = recordIn(typed);
  return { kind: 'adopt', about: given({ charter }), confirmed: confirmed && !strange, ...said };
}

interface Recorded {
  readonly charter?: CharterName;
  readonly confirmed: boolean;
  readonly strange: boolean;
  readonly adoptedOn?: string;
  readonly reviewOn?: string;
  readonly followUps?: string;
}

/** Days and the charter in the first line, `review` before the day of review; what will be done in the lines below. */
function recordIn(typed: string): Recorded {
  const [firstLine = '', ...lines] = typed.split(/\r?\n/);
  const days: { adoptedOn?: string; reviewOn?: string } = {};
  const others: string[] = [];
  let review = false;
  for (const word of wordsIn(firstLine)) {
    if (reviewDayWords.has(word)) review = true;
    else if (isDay(word)) {
      days[review ? 'reviewOn' : 'adoptedOn'] = word;
      review = false;
    } else others.push(word);
  }
  const { charter, confirmed, strange } = orderIn(others);
  const followUps = lines.join('\n').trim();
  return {
    ...given({ charter, ...days, followUps: followUps === '' ? undefined : followUps }),
    confirmed,
    strange: strange || review,
  };
}

const reviewDayWords: ReadonlySet<string> = new Set(['review', 'revisión', 'revision']);

function orderIn(words: readonly string[]): Pick<Recorded, 'charter' | 'confirmed' | 'strange'> {
  const confirmed = confirmations.has(words.at(-1) ?? '');
  const [named, ...more] = confirmed ? words.slice(0, -1) : words;
  const charter = parseCharterName(named ?? '');
  const strange = more.length > 0 || (named !== undefined && charter === undefined);
  return { ...given({ charter }), confirmed, strange };
}

const confirmations: ReadonlySet<string> = new Set(['yes', 'now', 'sí', 'si', 'ya']);

function wordsIn(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .trim()
    .replace(/[.!?]+$/, '')
    .split(/\s+/)
    .filter((word) => word !== '');
}
