import { IntlMessageFormat } from 'intl-messageformat';
import { en, type Catalogue } from './en.js';
import { es } from './es.js';

/** `group.name` of every message. */
export type MessageKey = PathsOf<typeof en>;
type PathsOf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${PathsOf<T[K]>}` }[keyof T &
  string];

export type Params = Readonly<Record<string, string | number | Date>>;

export interface Words {
  /** BCP 47 language of the catalogue: `es`. */
  readonly language: string;
  /** The messages as they stand, for those without parameters. */
  readonly all: Catalogue;
  /** A message with its parameters filled in. Throws when one is missing. */
  say(key: MessageKey, params?: Params): string;
}

const catalogues: Readonly<Record<string, Catalogue>> = { en, es };
export const languages: readonly string[] = Object.keys(catalogues);

/** Formatting plurals and numbers takes long, and the same few things are said again and again. */
const mostSaid = 5_000;

const known = new Map<string, Words>();

/** The words for a locale such as `es-MX`: its language where there is a catalogue for it, else English. */
export function wordsFor(locale: string): Words {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  const chosen = Object.hasOwn(catalogues, language) ? language : 'en';
  const words = known.get(chosen) ?? createWords(chosen, catalogues[chosen] ?? en);
  known.set(chosen, words);
  return words;
}

function createWords(language: string, catalogue: Catalogue): Words {
  const messages = new Map<MessageKey, IntlMessageFormat>();
  const said = new Map<string, string>();

  function format(key: MessageKey, params: Params | undefined): string {
    const message = messages.get(key) ?? parse(language, textAt(catalogue, key));
    messages.set(key, message);
    return String(message.format(params));
  }

  return {
    language,
    all: catalogue,
    say(key, params) {
      const call = params === undefined ? key : `${key}\n${Object.values(params).join('\n')}`;
      const known = said.get(call);
      if (known !== undefined) return known;
      const text = format(key, params);
      if (said.size >= mostSaid) said.clear();
      said.set(call, text);
      return text;
    },
  };
}

function parse(language: string, text: string): IntlMessageFormat {
  return new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
}

function textAt(catalogue: Catalogue, key: MessageKey): string {
  return key
    .split('.')
    .reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], catalogue) as string;
}
