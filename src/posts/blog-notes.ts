import type { BlogItem, BlogNote, NoteWords } from '../app/blog/blog-note.js';
import { cleanAlone } from './clean-markdown.js';
import { highestHeading } from './highest-heading.js';
import { inMarkdown } from './plain-in-markdown.js';
import { writePost } from './write-post.js';

/** Writes what a community puts on its own pages. Titles are plain text; texts and reasons are Markdown. */
export function createBlogWriter(wordsFor: (locale: string) => NoteWords) {
  return (note: BlogNote, locale: string): string => {
    if (note.kind === 'post') return writePost(note.post);
    if (note.kind === 'page') return pageOf(note);
    return `${quoted(linesOf(note, wordsFor(locale)))}\n`;
  };
}

function linesOf(
  note: Extract<BlogNote, { kind: 'banner' | 'changes' | 'adopted' }>,
  words: NoteWords,
): readonly string[] {
  switch (note.kind) {
    case 'banner':
      return [words.banner({ title: within(note.title), address: note.address })];
    case 'changes': {
      const { comments, outside } = note.heard;
      const items = note.items.flatMap((item) => itemLines(sentenceOf(item, words)));
      const heard = comments + outside > 0 ? ['', words.heard(note.heard)] : [];
      return [words.feedback(), ...items, ...heard];
    }
    case 'adopted': {
      const { adoptedOn, recordedOn, address } = note;
      const recorded = recordedOn === undefined ? '' : ` ${words.recorded(recordedOn)}`;
      return [`${words.adopted({ day: adoptedOn, address })}${recorded}`];
    }
  }
}

function sentenceOf(item: BlogItem, words: NoteWords): string {
  switch (item.kind) {
    case 'title':
      return words.titleChanged({ before: within(lowered(item.before)), after: within(lowered(item.after)) });
    case 'answer':
      return words
        .answered({
          ...item,
          title: within(item.title.replace(/[.:]$/, '')),
          reason: cleanAlone(item.reason),
        })
        .trim();
    case 'follow-up':
      return within(item.what.replace(/(?<=[\p{L}\p{N})”"])\s*$/u, '.'));
  }
}

function within(text: string): string {
  return inMarkdown(text, 'sentence');
}

/** As it reads within a sentence: “champion accessibility”; “NASA first” and “I listen” stay. */
function lowered(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title;
}

function itemLines(text: string): readonly string[] {
  const [first = '', ...rest] = text.split('\n');
  return [`* ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))];
}

function quoted(lines: readonly string[]): string {
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

/** The section of a page: a heading, and the values one level below it, above whatever headings stand within them. */
function pageOf({ title, leadIn, values }: Extract<BlogNote, { kind: 'page' }>): string {
  const depth = Math.max(2, Math.min(3, ...values.map(({ text }) => highestHeading(text) - 1)));
  const blocks = [
    `${'#'.repeat(depth - 1)} ${inMarkdown(title, 'heading')}`,
    ...(leadIn === undefined ? [] : [inMarkdown(leadIn, 'line')]),
    ...values.flatMap((value) => [`${'#'.repeat(depth)} ${inMarkdown(value.title, 'heading')}`, value.text]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
