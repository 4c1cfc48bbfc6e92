import type { ProcessRules } from './process.js';

/** The short name by which commands and addresses call a charter: `coop`. */
export type CharterName = string & { readonly brand: 'CharterName' };

/** A principle that frames how the values should be written. Numbered by its place in the list. */
export interface Consideration {
  readonly name: string;
  /** Markdown. */
  readonly text: string;
}

/** Why and how, to be read and not to be rated: one section of a post. */
export interface BackgroundSection {
  readonly heading: string;
  /** Markdown. */
  readonly text: string;
}

export interface Labels {
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

/** What a post says around its values; a charter carries the latest, each draft its own for ever. */
export interface Framing {
  readonly title: string;
  readonly authors: readonly string[];
  readonly labels: Labels;
  /** The purpose in one line; plain text. */
  readonly mission?: string;
  /** Markdown before the first section. */
  readonly introduction?: string;
  readonly considerations: readonly Consideration[];
  readonly background: readonly BackgroundSection[];
}

/** A charter as a post makes it or brings it up to date. */
export interface CharterFrame extends Framing {
  readonly name: CharterName;
  /** IANA name of the zone in which its dates are meant. */
  readonly timeZone: string;
}

export interface Charter extends CharterFrame {
  readonly rules: ProcessRules;
  /** ISO-8601 UTC; from then on nothing links answers to members, and nothing is rated or published any more. */
  readonly sealedAt?: string;
}

const pattern = /^[a-z][a-z0-9-]{0,29}$/;

/** With one of these before it, a comment is signed: as the name of a charter it would sign what is meant to be anonymous. */
const signing: ReadonlySet<string> = new Set(['signed', 'firmado', 'firmada']);

/** A charter name from what somebody typed, or `undefined`: a letter, then letters, digits and hyphens, 30 at most. */
export function parseCharterName(text: string): CharterName | undefined {
  const name = text.trim().toLowerCase();
  return pattern.test(name) && !signing.has(name) ? (name as CharterName) : undefined;
}

/** A name proposed for a charter that has none yet, from the title of its first post. */
export function proposeCharterName(title: string): CharterName {
  const words = title
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const joined = (words ?? []).join('-').replace(/^[^a-z]+/, '');
  const short =
    joined.length <= 30
      ? joined
      : joined
          .slice(0, 31)
          .replace(/-[^-]*$/, '')
          .slice(0, 30);
  return (parseCharterName(short.replace(/-+$/, '')) ?? 'values') as CharterName;
}
