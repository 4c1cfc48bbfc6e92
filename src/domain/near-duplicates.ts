/** A text in the stems of the words that carry its meaning; a stem that comes twice stands there twice. */
export interface Stemmed<Id extends string> {
  readonly id: Id;
  readonly stems: readonly string[];
}

/** From these on, two texts are worth a look by somebody. */
const leastOverlap = 0.5;
const leastCosine = 0.6;

/** The distinct stems of one text and how much each of them weighs. */
type Weights = ReadonlyMap<string, number>;

/** What adding up fractions may lose. */
const rounding = 1e-9;

/**
 * Pairs that nearly say the same, to be suggested and never to be merged by themselves: their stems overlap (Jaccard), or
 * they share the words that are rare among all of these texts (cosine of tf·idf). Each pair once, the earlier text first.
 */
export function nearDuplicates<Id extends string>(
  texts: readonly Stemmed<Id>[],
): readonly (readonly [Id, Id])[] {
  const weights = weigh(texts);
  const compare = createComparison();
  const pairs: (readonly [Id, Id])[] = [];
  for (const [index, { id }] of texts.entries()) {
    const own: Weights = weights[index] ?? new Map();
    const { shared, cosine } = compare(own);
    for (let other = 0; other < index; other += 1) {
      const common = shared[other] ?? 0;
      if (common === 0) continue;
      const either = own.size + (weights[other]?.size ?? 0) - common;
      const isNear = common / either >= leastOverlap || (cosine[other] ?? 0) >= leastCosine - rounding;
      const earlier = texts[other];
      if (isNear && earlier !== undefined) pairs.push([earlier.id, id]);
    }
  }
  return pairs;
}

/**
 * Compares each text with all that came before it: how many stems they share, and their cosine. Only texts that use the
 * same stem are ever looked at together; there may be thousands.
 */
function createComparison() {
  const users = new Map<string, { readonly text: number; readonly weight: number }[]>();
  let texts = 0;

  return (own: Weights) => {
    const shared = new Float64Array(texts);
    const cosine = new Float64Array(texts);
    for (const [stem, weight] of own) {
      const before = users.get(stem) ?? [];
      for (const user of before) {
        shared[user.text] = (shared[user.text] ?? 0) + 1;
        cosine[user.text] = (cosine[user.text] ?? 0) + user.weight * weight;
      }
      before.push({ text: texts, weight });
      users.set(stem, before);
    }
    texts += 1;
    return { shared, cosine };
  };
}

/** tf·ln(N/df) of each text, brought to unit length. A stem that all texts have weighs nothing. */
function weigh(texts: readonly Stemmed<string>[]): readonly Weights[] {
  const counted = texts.map(({ stems }) => countOf(stems));
  const spread = countOf(counted.flatMap((counts) => [...counts.keys()]));
  return counted.map((counts) => {
    const raw = [...counts].map(
      ([stem, count]) => [stem, count * Math.log(texts.length / (spread.get(stem) ?? 1))] as const,
    );
    const length = Math.hypot(...raw.map(([, weight]) => weight));
    return new Map(raw.map(([stem, weight]) => [stem, length === 0 ? 0 : weight / length]));
  });
}

function countOf(stems: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
