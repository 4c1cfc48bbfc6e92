/** The language that is asked for by name, else the one a browser would like best, else the first there is. */
export function languageOf(
  asked: string | undefined,
  accepted: string | undefined,
  languages: readonly string[],
): string {
  const wishes = [asked ?? '', ...wishesOf(accepted ?? '')];
  const found = wishes.map(baseOf).find((wish) => languages.includes(wish));
  return found ?? languages[0] ?? 'en';
}

/** From `es-MX,es;q=0.9,en;q=0.8`, the dearest first. */
function wishesOf(accepted: string): readonly string[] {
  return accepted
    .split(',')
    .slice(0, mostWishes)
    .map((range) => {
      const [language = '', ...parameters] = range.split(';').map((text) => text.trim());
      const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
      return { language, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}

/** Browsers send a handful. */
const mostWishes = 20;

function baseOf(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}
