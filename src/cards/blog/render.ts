import { blogViewKinds, type BlogView } from '../../app/blog/views.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import { bytesOf, mostBytes, type Reader, type Rendered } from '../card.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { told } from '../told.js';

export function isBlogView(view: { readonly kind: string }): view is BlogView {
  return (blogViewKinds as readonly string[]).includes(view.kind);
}

/** What the card weighs without the texts in it, in bytes and with room to spare. */
const formBytes = 6_000;
const room = mostBytes - formBytes;

/** What clients would take for something to fill in. */
const expression = /\$\{|\{\{/;

type Part = BlogView['parts'][number];

/** Markdown in fields to copy it from: whole, or named with where it is. */
export function renderBlog(view: BlogView, { words }: Reader): Rendered {
  const texts = words.all.blog;
  const { shown, alone, elsewhere } = arranged(view);
  const summary = summaryOf(view, words);
  const card = expand('blog', {
    language: words.language,
    ...told(summary, typedText(view, words)),
    title: texts.title,
    lines: linesOf(view, { alone, elsewhere }, words).map((text) => ({ text })),
    fields: shown.map(({ part, markdown }) => ({
      id: `blog-${part}`,
      label: texts.parts[part],
      value: markdown,
    })),
    actions: actionsOf(view, { shown, alone }, words),
  });
  return { card, summary };
}

/** Those that are shown together, those that take a card of their own, and those that no card can hold. */
function arranged({ parts, part }: BlogView) {
  const fits = parts.filter(({ markdown }) => bytesOf(markdown) <= room && !expression.test(markdown));
  const asked = fits.filter((each) => each.part === part);
  const elsewhere = parts.filter((each) => !fits.includes(each));
  if (asked.length > 0)
    return { shown: asked, alone: fits.filter((each) => !asked.includes(each)), elsewhere: [] };
  const shown: Part[] = [];
  let left = room;
  for (const each of fits) {
    if (bytesOf(each.markdown) > left) continue;
    shown.push(each);
    left -= bytesOf(each.markdown);
  }
  return { shown, alone: fits.filter((each) => !shown.includes(each)), elsewhere };
}

function linesOf(
  { subject: { charter }, parts, part }: BlogView,
  { alone, elsewhere }: { alone: readonly Part[]; elsewhere: readonly Part[] },
  words: Words,
): readonly string[] {
  const { intro, parts: names } = words.all.blog;
  if (parts.length === 0) return [words.say('blog.none', { charter })];
  const isMissing = part !== undefined && !parts.some((each) => each.part === part);
  const isAlone = parts.some((each) => each.part === part) && !elsewhere.some((each) => each.part === part);
  return [
    ...(isMissing ? [words.say('blog.noneOf', { part: `“${names[part]}”` })] : []),
    intro,
    ...(alone.length > 0 && !isAlone ? [words.say('blog.alone', { parts: namesOf(alone, words) })] : []),
    ...elsewhere.map((each) =>
      words.say('blog.elsewhere', { parts: namesOf([each], words), part: each.part, charter }),
    ),
  ];
}

function summaryOf({ subject: { charter }, parts }: BlogView, words: Words): string {
  if (parts.length === 0) return words.say('blog.none', { charter });
  return words.say('blog.summary', { charter, parts: namesOf(parts, words) });
}

function namesOf(parts: readonly Part[], words: Words): string {
  return parts.map(({ part }) => words.all.blog.parts[part]).join('; ');
}

function typedText({ parts }: BlogView, words: Words): string {
  const [first] = parts;
  if (first === undefined) return '';
  return words.say('blog.typed', {
    blog: spellingOf('blog', words),
    part: words.all.blog.spellings[first.part],
  });
}

function actionsOf(
  { subject: { charter }, part }: BlogView,
  { shown, alone }: { shown: readonly Part[]; alone: readonly Part[] },
  words: Words,
): readonly Action[] {
  const { parts } = words.all.blog;
  const isAlone = shown.length === 1 && shown[0]?.part === part;
  return [
    ...alone.map((each) => button(parts[each.part], { kind: 'blog', charter, part: each.part })),
    ...(isAlone ? [button(words.all.blog.title, { kind: 'blog', charter })] : []),
  ];
}
