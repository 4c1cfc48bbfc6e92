import type { Step } from '../../domain/rating.js';
import { fewestForBadge, type Finding } from '../../domain/results.js';
import type { Words } from '../../words/catalogue.js';

/**
 * The badge in a sentence, how many resonate in numbers and in words, and between what that lies; where there are too
 * few answers to say so, that.
 */
export function findingTexts(finding: Finding, words: Words): readonly string[] {
  const { counts, n, topTwoShare, interval, badge } = finding;
  const share = words.say('results.share', { count: counts[4] + counts[5], n, share: topTwoShare });
  if (interval === undefined || badge === undefined)
    return [share, words.say('results.tooFew', { least: fewestForBadge })];
  return [
    words.all.results.badges[badge],
    share,
    interval.low === interval.high
      ? words.all.results.everybody
      : words.say('results.range', { low: interval.low, high: interval.high }),
  ];
}

/** What stands below the counts, and never without them. */
export function figureTexts(finding: Finding, words: Words): readonly string[] {
  const { mean, meanInterval, agreement } = finding;
  return [
    middleText(finding, words),
    meanInterval === undefined
      ? words.say('results.mean', { mean })
      : words.say('results.meanRange', { mean, low: meanInterval.low, high: meanInterval.high }),
    words.say('results.agreement', { agreement }),
  ];
}

/** Between two steps where as many answers lie on either side. */
function middleText({ median, interpolatedMedian }: Finding, words: Words): string {
  const lower = words.all.scale[Math.floor(median) as Step];
  const upper = words.all.scale[Math.ceil(median) as Step];
  if (lower === upper) return words.say('results.middle', { answer: lower, median: interpolatedMedian });
  return words.say('results.middleBetween', { lower, upper, median: interpolatedMedian });
}
