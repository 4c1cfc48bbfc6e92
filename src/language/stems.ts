import snowball from 'snowball-stemmers';
import { eng, spa } from 'stopword';

interface Language {
  readonly stopWords: ReadonlySet<string>;
  readonly stem: (word: string) => string;
}

const english = languageOf('english', eng);
const spanish = languageOf('spanish', spa);

/**
 * The words of a text that carry its meaning, in their stems, without accents; one that comes twice is there twice. A
 * text of stop words alone keeps them, so that it still equals itself.
 */
export function stemsOf(text: string): readonly string[] {
  const words = wordsOf(text);
  const { stopWords, stem } = guess(words);
  const telling = words.filter((word) => !stopWords.has(word));
  return (telling.length === 0 ? words : telling).map(stem);
}

/** Whichever language has more of the words that say nothing by themselves. Only for near duplicates: a wrong guess costs little. */
function guess(words: readonly string[]): Language {
  const known = ({ stopWords }: Language): number => words.filter((word) => stopWords.has(word)).length;
  return known(spanish) > known(english) ? spanish : english;
}

function wordsOf(text: string): readonly string[] {
  return withoutAccents(text).match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}

function withoutAccents(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '');
}

/** A stop word is met as the words of a text are: without accents and apostrophes. */
function languageOf(name: 'english' | 'spanish', stopWords: readonly string[]): Language {
  const stemmer = snowball.newStemmer(name);
  return {
    stopWords: new Set(stopWords.map(withoutAccents)),
    stem: remembering((word) => stemmer.stem(word)),
  };
}

const mostRemembered = 20_000;

/** The same words come again and again, and stemming takes most of the time in which duplicates are found. */
function remembering(stem: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const stemmed = known.get(word) ?? stem(word);
    if (known.size >= mostRemembered) known.clear();
    known.set(word, stemmed);
    return stemmed;
  };
}
