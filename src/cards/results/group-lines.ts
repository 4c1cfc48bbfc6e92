import type { Finding, ShownResult } from '../../domain/results.js';
import type { Words } from '../../words/catalogue.js';
import { bytesOf } from '../card.js';
import { inline, shorten } from '../text.js';

const nameShown = 40;
const namesShown = 400;
/** For the groups of one value: a charter has a dozen at most. */
const mostBytes = 2_000;

/** How each group that is shown feels about a value, and which are not shown. Empty where there is no breakdown. */
export function groupLines({ groups }: ShownResult, words: Words): string {
  if (groups === undefined) return '';
  const shown = fitting(
    groups.shown.map((each) => lineOf(each, words)),
    words,
  );
  const names = inline(shorten(groups.hidden.join(', '), namesShown));
  const hidden = names === '' ? [] : ['', words.say('results.groups.hidden', { groups: names })];
  return [`**${words.all.results.groups.heading}**`, '', ...shown, ...hidden].join('\n');
}

function lineOf(
  { group, counts, n, topTwoShare, interval }: Finding & { group: string },
  words: Words,
): string {
  const figures = {
    group: inline(shorten(group, nameShown)),
    count: counts[4] + counts[5],
    n,
    share: topTwoShare,
  };
  if (interval === undefined) return words.say('results.groups.line', figures);
  return words.say('results.groups.lineRange', { ...figures, low: interval.low, high: interval.high });
}

function fitting(lines: readonly string[], words: Words): readonly string[] {
  let held = 0;
  const shown = lines.filter((line) => (held += bytesOf(line) + 2) <= mostBytes);
  const left = lines.length - shown.length;
  return left === 0 ? shown : [...shown, `- ${words.say('common.more', { count: left })}`];
}
