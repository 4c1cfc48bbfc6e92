import type { WishedRules } from '../app/process/intents.js';
import { secondActions, type ProcessRules, type SecondAction } from '../domain/process.js';

/** Rules as they are typed or as the form sends them, each under its own name. */
export type SaidRules = Readonly<Partial<Record<keyof typeof readers, string | number | undefined>>>;

type Read = WishedRules | { readonly unreadable: string };

/** What was said of rules; what was left empty stays as it is. Whether such a rule can be is for others to say. */
export function readRules(said: SaidRules): Read {
  let rules: WishedRules = {};
  for (const [name, read] of Object.entries(readers)) {
    const text = said[name as keyof typeof readers];
    if (text === undefined || (text === '' && !emptied.has(name))) continue;
    const rule: WishedRules | undefined = read(String(text).trim());
    if (rule === undefined) return { unreadable: String(text) };
    const adoption = rule.adoption && { ...rules.adoption, ...rule.adoption };
    rules = { ...rules, ...rule, ...(adoption === undefined ? {} : { adoption }) };
  }
  return rules;
}

/** What an empty text stands for none of; everything else stays as it is. */
const emptied: ReadonlySet<string> = new Set(['groups', 'second']);

const readers = {
  least: (text: string) => counted(text, (least) => ({ least })),
  results: (text: string) => chosen(resultWords, text, (results) => ({ results })),
  review: (text: string) => chosen(reviewWords, text, (review) => ({ review })),
  openTo: (text: string) => chosen(pageWords, text, (page) => ({ page })),
  identities: (text: string) => counted(text, (identityDays) => ({ identityDays })),
  size: (text: string) => counted(text, (communitySize) => ({ communitySize })),
  groups: (text: string) => ({ groups: groupsIn(text) }),
  second: secondIn,
  quorum: (text: string) => counted(text, (quorum) => ({ adoption: { quorum } })),
  objecting: (text: string) =>
    counted(text.replace(/ ?%$/, ''), (mostObjecting) => ({ adoption: { mostObjecting } })),
  consentDays: (text: string) =>
    counted(text.replace(/ ?\b(?:days?|d[ií]as?) ?/i, ''), (consentDays) => ({ adoption: { consentDays } })),
} as const;

function counted(text: string, rule: (count: number) => WishedRules): WishedRules | undefined {
  return /^\d{1,9}$/.test(text) ? rule(Number(text)) : undefined;
}

function chosen<T>(
  words: ReadonlyMap<string, T>,
  text: string,
  rule: (choice: T) => Partial<ProcessRules>,
): Partial<ProcessRules> | undefined {
  const choice = words.get(text.toLowerCase());
  return choice === undefined ? undefined : rule(choice);
}

/** One on a line, or several with commas between them. */
function groupsIn(text: string): readonly string[] {
  if (noneWords.has(text.toLowerCase())) return [];
  return text
    .split(/[\n,]/)
    .map((group) => group.trim())
    .filter((group) => group !== '');
}

/** With commas or blanks between them, as a list of choices sends them or as somebody types them. */
function secondIn(text: string): Pick<ProcessRules, 'second'> | undefined {
  if (text === '' || noneWords.has(text.toLowerCase())) return { second: [] };
  const named = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '' && !andWords.has(word));
  const actions = named.map((word) => secondWords.get(word));
  const known = secondActions.filter((action) => actions.includes(action));
  return actions.includes(undefined) || known.length === 0 ? undefined : { second: known };
}

const andWords: ReadonlySet<string> = new Set(['and', 'y', 'e']);

/** What stands for none of the groups. */
export const noneWords: ReadonlySet<string> = new Set(['none', 'ninguno', 'ninguna']);

const resultWords = wordsFor<ProcessRules['results']>({
  'at-closing': ['closing', 'at closing', 'at-closing', 'cierre', 'al cierre'],
  interim: ['interim', 'parciales', 'parcial'],
});
const reviewWords = wordsFor<ProcessRules['review']>({
  before: ['before', 'antes'],
  after: ['after', 'después', 'despues'],
});
const pageWords = wordsFor<ProcessRules['page']>({
  community: ['community', 'comunidad'],
  public: ['public', 'pública', 'publica', 'público', 'publico'],
});
const secondWords = wordsFor<SecondAction>({
  publish: ['publish', 'publishing', 'publicar', 'publicación', 'publicacion'],
  seal: ['seal', 'sealing', 'sellar', 'sellado'],
  adopt: ['adopt', 'adoption', 'adopting', 'adoptar', 'adopción', 'adopcion'],
  delete: ['delete', 'deletion', 'deleting', 'eliminar', 'eliminación', 'eliminacion'],
});

function wordsFor<T extends string>(words: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries<readonly string[]>(words).flatMap(([choice, spellings]) =>
      spellings.map((spelling) => [spelling, choice as T] as const),
    ),
  );
}
