import type { Words } from '../../words/catalogue.js';
import { pagesOfLines } from '../line-pages.js';
import { pageAt } from '../sections.js';

/** How a line stands on a card. */
const looks = {
  heading: look({ style: 'heading', size: 'medium', weight: 'bolder', separator: true, spacing: 'large' }),
  part: look({ style: 'heading', weight: 'bolder', spacing: 'medium' }),
  strong: look({ weight: 'bolder', spacing: 'medium' }),
  text: look({ spacing: 'small' }),
  quiet: look({ spacing: 'small', isSubtle: true }),
} as const;

export interface PlacedLine {
  readonly look: keyof typeof looks;
  readonly text: string;
}

/** Lines that stay together on one page. */
export interface Group {
  /** The heading that is told again where a page begins below it. */
  readonly under?: string;
  readonly lines: readonly PlacedLine[];
}

/** What a group weighs around its texts. */
const frame = 170;
const most = { lines: 24, bytes: 10_000 };

export interface PageOfGroups<G extends Group> {
  readonly page: number;
  readonly pages: number;
  /** Ready for the template. */
  readonly lines: readonly object[];
  readonly groups: readonly G[];
}

/** The page asked for, or the nearest there is. */
export function pageOfGroups<G extends Group>(
  groups: readonly G[],
  wanted: number,
  words: Words,
): PageOfGroups<G> {
  const weighed = groups.map((group) => ({ group, text: textOf(group) }));
  const pages = pagesOfLines(weighed, most);
  const { page, it } = pageAt(pages, wanted);
  const shown = it.map(({ group }) => group);
  return { page, pages: pages.length, lines: linesOf(shown, words), groups: shown };
}

function textOf({ lines }: Group): string {
  return lines.map(({ text }) => text + 'x'.repeat(frame)).join('');
}

function linesOf(groups: readonly Group[], words: Words): readonly object[] {
  const [first] = groups;
  const under = first?.under;
  const begins = first?.lines.some(({ look: each }) => each === 'heading') ?? false;
  const again: readonly PlacedLine[] =
    under === undefined || begins
      ? []
      : [{ look: 'heading', text: words.say('common.continued', { heading: under }) }];
  return [...again, ...groups.flatMap(({ lines }) => lines)]
    .filter(({ text }) => text !== '')
    .map(({ look: each, text }) => ({ ...looks[each], text }));
}

function look(changes: {
  style?: 'heading';
  size?: 'medium';
  weight?: 'bolder';
  separator?: boolean;
  spacing: 'small' | 'medium' | 'large';
  isSubtle?: boolean;
}) {
  return {
    style: 'default',
    size: 'default',
    weight: 'default',
    separator: false,
    isSubtle: false,
    ...changes,
  };
}
