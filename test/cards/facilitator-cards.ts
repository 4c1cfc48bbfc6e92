import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

import type { View } from '../../src/app/views.js';
import type { Card } from '../../src/cards/card.js';
import { renderCard } from '../../src/cards/render.js';

type Element = Readonly<Record<string, unknown>>;

/** What somebody may write who wants more from a card than to be read. */
export const hostile =
  '[a link](https://evil.example) **bold** `code` <at>All</at> <b>html</b> ${charter} {{DATE(2026-01-01)}} ![x](y) \u202Egnp';

export function rendered(view: View, locale = 'en'): Card {
  return renderCard(view, { locale, shared: false }).card;
}

/** All elements and actions of a type, top to bottom; those in a `fallback` aside. */
export function elementsOf(node: unknown, type: string): readonly Element[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = (node as Element).type === type ? [node as Element] : [];
  const children = Object.entries(node).filter(([key]) => key !== 'fallback' && key !== 'data');
  return [...own, ...children.flatMap(([, child]) => elementsOf(child, type))];
}

/** The lines of text on a card, as they are written: Markdown in them and all. */
export function linesOf(card: Card): readonly string[] {
  return elementsOf(card, 'TextBlock').map(({ text }) => String(text));
}

export function textsOf(card: Card): string {
  return linesOf(card).join('\n');
}

/** Title and value of each fact, in the order of the card. */
export function factsOf(card: Card): readonly (readonly [string, string])[] {
  return elementsOf(card, 'FactSet').flatMap(({ facts }) =>
    (facts as readonly { title: string; value: string }[]).map(({ title, value }) => [title, value] as const),
  );
}

/** What the buttons of a card send. */
export function dataOf(card: Card): readonly unknown[] {
  return elementsOf(card, 'Action.Execute').map(({ data }) => data);
}

const parser = unified().use(remarkParse);
const harmless: ReadonlySet<string> = new Set(['root', 'paragraph', 'text', 'strong']);

/** What a client that takes a card's texts for Markdown would make of them beside paragraphs and bold words. */
export function markupOf(card: Card): readonly string[] {
  const found: string[] = [];
  for (const text of [...linesOf(card), ...factsOf(card).flat()]) {
    visit(parser.parse(text), (node) => {
      if (!harmless.has(node.type)) found.push(`${node.type} in ${text}`);
    });
  }
  return found;
}
