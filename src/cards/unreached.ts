import type { DeliveriesView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { totalOf } from './delivery-counts.js';
import { reasonText } from './delivery-reasons.js';
import { pagesOfLines, type Line } from './line-pages.js';
import { inline, shorten } from './text.js';

type Told = DeliveriesView['announcements'][number];
type Unreached = Told['unreached'][number];

const nameShown = 80;
const linesShown = 40;

interface PlacesLine extends Line {
  /** How many places it speaks of. */
  readonly places: number;
}

/**
 * The places an announcement did not reach: named ones one by one, personal chats and places without a name only as
 * counts.
 */
export function unreachedLines(
  { unreached, report }: Told,
  mostBytes: number,
  words: Words,
): readonly Line[] {
  const all = [...unreached.flatMap((place) => namedLine(place, words)), ...countLines(unreached, words)];
  const [shown = []] = pagesOfLines(all, { lines: linesShown, bytes: mostBytes });
  const total = totalOf(report.failed) + totalOf(report.skipped);
  const left = total - shown.reduce((sum, { places }) => sum + places, 0);
  const lines = shown.map(({ text }) => ({ text }));
  return left > 0 && lines.length > 0
    ? [...lines, { text: words.say('deliveries.more', { count: left }) }]
    : lines;
}

function namedLine({ name, scope, reason }: Unreached, words: Words): readonly PlacesLine[] {
  if (name === undefined || scope === 'personal') return [];
  const shown = inline(shorten(name, nameShown));
  return [
    {
      text: words.say('deliveries.place', { name: shown, scope, reason: reasonText(reason, words) }),
      places: 1,
    },
  ];
}

function countLines(unreached: readonly Unreached[], words: Words): readonly PlacesLine[] {
  const counts = new Map<string, { scope: string; reason: string; count: number }>();
  for (const { name, scope, reason } of unreached) {
    if (name !== undefined && scope !== 'personal') continue;
    const key = `${scope} ${reason}`;
    counts.set(key, { scope, reason, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ scope, reason, count }) => ({
    text: words.say('deliveries.unnamed', { scope, count, reason: reasonText(reason, words) }),
    places: count,
  }));
}
