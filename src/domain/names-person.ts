import { givenNames } from './given-names.js';
import { nobodyInParticular, ordinaryCapitals } from './ordinary-capitals.js';

/**
 * Whether a text seems to name a person, or to tell how to reach one. It only leads to a question, so it may be wrong;
 * but talk about values should not set it off. Words of `around`, what the text is about, name nobody.
 */
export function namesPerson(text: string, around = ''): boolean {
  const plain = text.normalize('NFC').replace(/https?:\/\/\S+/gi, ' ');
  if (hasMail(plain) || hasPhone(plain) || hasMention(plain)) return true;
  const ordinary = ordinaryIn(plain, around);
  return hasTitledName(plain) || hasSpeaker(plain, ordinary) || hasFullName(plain, ordinary);
}

function hasMail(text: string): boolean {
  return /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.\p{Letter}{2,}/u.test(text);
}

/** `@maria`; not `@everyone`. */
function hasMention(text: string): boolean {
  const mentioned = [...text.matchAll(/(?:^|[\s(])@(\p{Letter}[\p{Letter}\p{Number}._-]+)/gu)];
  return mentioned.some(
    ([, name = '']) => !/^(?:all|everyone|everybody|channel|here|team|todos|equipo|canal)$/i.test(name),
  );
}

const fewestDigits = 7;
/** The longest that E.164 has. */
const mostDigits = 15;
const yearsInARow = /^(?:(?:19|20)\d{2}[\s/-]+)+(?:19|20)\d{2}$/;

/** Days, spans of years, and great numbers in groups of three have as many digits as a telephone number. */
function hasPhone(text: string): boolean {
  const others = text
    .replace(/\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g, ' ')
    .replace(/\b(?:1[5-9]|20)\d{2}\s*[-–/]\s*(?:1[5-9]|20)?\d{2}\b/g, ' ')
    .replace(/(?<![\d+])[1-9]\d{0,2}(?:[.,\u00a0 ]\d{3}){2,}(?!\d)/g, ' ');
  const candidates = others.match(/(?<![\p{Letter}\d.])\+?\(?\d[\d\s()./-]{5,}\d/gu) ?? [];
  return candidates.some((each) => {
    const digits = each.replace(/\D/g, '').length;
    const grouped = /^[+(0]/.test(each) || /\d[\s()./-]+\d/.test(each) || digits >= 9;
    return digits >= fewestDigits && digits <= mostDigits && grouped && !yearsInARow.test(each);
  });
}

const name = String.raw`\p{Lu}\p{Ll}[\p{Letter}'’-]*|\p{Lu}['’]\p{Lu}\p{Ll}+`;

/** `Dr. Miller`, `la señora Pérez`. */
const titled = new RegExp(
  String.raw`(?<!\p{Letter})(?:Dr|Dra|Prof|Professor|Profesora?|Mr|Mrs|Ms|Mx|Miss|Sra?|Srta|[Ss]eñora?|Sir|Lic|Ing|Doña)\.?\s+(?:(?:de|del|la|van|von)\s+)*(?:${name})`,
  'u',
);

function hasTitledName(text: string): boolean {
  return titled.test(text);
}

const verbs = String.raw`(?:said|says|told|wrote|writes|thinks|asked|complained|keeps|always|never|promised|decided|refused|shouted|dijo|dice|escribió|contó|piensa|opina|pidió|decidió|prometió|siempre|nunca)`;
const before = String.raw`(?:said|told|asked|[Aa]sk|[Tt]hank|[Tt]hanks to|[Aa]ccording to|[Ll]ike|[Ww]ith|by|[Aa]s|[Ff]rom|dijo|[Ss]egún|[Gg]racias a|[Pp]regunten a|[Cc]omo|[Cc]on|[Pp]or|[Aa])`;
const saying = new RegExp(String.raw`(?<!\p{Letter})(${name})\s+${verbs}(?!\p{Letter})`, 'gu');
const addressed = new RegExp(String.raw`(?<!\p{Letter})${before}\s+(${name})(?!\p{Letter})`, 'gu');

/** Somebody said something: `as Miller said`, `Marta siempre dice`; or is given by a first name alone: `ask Maria`. */
function hasSpeaker(text: string, ordinary: ReadonlySet<string>): boolean {
  const speaks = [...text.matchAll(saying)].some(([, who = '']) => !ordinary.has(bare(who)));
  return (
    speaks ||
    [...text.matchAll(addressed)].some(([, who = '']) => isGivenName(who) && !ordinary.has(bare(who)))
  );
}

const run = new RegExp(
  String.raw`(?<![\p{Letter}\p{Number}])(?:${name})(?:\s+(?:(?:de|del|la|los|van|von|der|bin|da|dos)\s+)*(?:${name}))*(?![\p{Letter}\p{Number}])`,
  'gu',
);
/** More words with capitals than that are a heading. */
const longestName = 4;

/** Two to four words with capitals in a row that are neither ordinary, nor the beginning of a sentence, nor a title. */
function hasFullName(text: string, ordinary: ReadonlySet<string>): boolean {
  return [...text.matchAll(run)].some(({ 0: found, index }) => {
    const words = found.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
    const start = beginsSentence(text, index);
    const telling = words.filter((word) => !ordinary.has(bare(word)));
    if (words.length > longestName || telling.length < words.length - (start ? 1 : 0)) return false;
    if (words.length >= 2 && telling.some(isGivenName)) return true;
    if (isQuoted(text, index)) return false;
    return (start ? words.length - 1 : words.length) >= 2;
  });
}

function beginsSentence(text: string, index: number): boolean {
  return /(?:^|[.!?:;…\n•*–—-]|[.!?]["”»)])\s*["“«'‘(¿¡]*$/u.test(text.slice(0, index));
}

/** Titles of values stand in quotation marks. */
function isQuoted(text: string, index: number): boolean {
  return /["“«'‘]$/.test(text.slice(0, index));
}

/** Ordinary: on the list, part of what the text is about, or written small elsewhere in it. */
function ordinaryIn(text: string, around: string): ReadonlySet<string> {
  const small = text.match(/(?<!\p{Letter})\p{Ll}\p{Letter}+/gu) ?? [];
  const about = around.match(/\p{Letter}+/gu) ?? [];
  return new Set([...ordinaryCapitals, ...nobodyInParticular, ...[...small, ...about].map(bare)]);
}

function isGivenName(word: string): boolean {
  return word.split(/[-'’]/).some((part) => givenNames.has(bare(part)));
}

/** Small, and without accents. */
function bare(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '');
}
