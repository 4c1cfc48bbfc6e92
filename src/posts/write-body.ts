import type { BackgroundSection } from '../domain/charter.js';
import type { PostText } from '../domain/imported-post.js';
import { headingOfNote } from './find-parts.js';
import { highestHeading } from './highest-heading.js';
import { parseMarkdown } from './markdown.js';
import { exactly, type MarkedRole } from './marked-parts.js';
import { toString } from 'mdast-util-to-string';
import { asEntities, inMarkdown } from './plain-in-markdown.js';
import type { Manner } from './manner.js';

/** The text of a post: introduction, values, background. */
export function writeBody(post: PostText, manner: Manner): string {
  const { introduction, leadIn, values } = post;
  const depth = depthsOf(post);
  const heads = headsIn(manner);
  const { headed, notes } = manner.notes
    ? partedNotes(post.background)
    : { headed: post.background, notes: [] };
  const hasHeadings = leadIn !== undefined || values.length + headed.length > 0;
  const blocks = [
    manner.mission === 'line' && post.mission !== undefined ? `**${inMarkdown(post.mission, 'line')}**` : '',
    manner.form !== 'plain' && introduction !== undefined && !hasHeadings
      ? heads('introduction', { depth: 2 })
      : '',
    introduction === undefined ? '' : bodyOf(introduction, manner),
    leadIn === undefined ? '' : heads('lead-in', { depth: depth.leadIn, title: leadIn }),
    ...values.flatMap(({ title, text, explicitId }) => [
      heads('value', { depth: depth.value, title, ...(explicitId === undefined ? {} : { explicitId }) }),
      text === '' ? '' : bodyOf(text, manner),
    ]),
    ...headed.flatMap(({ heading, text }) => [
      heads('background', { depth: depth.background, title: heading }),
      text === heading && manner.form !== 'exact' ? '' : bodyOf(text, manner),
    ]),
    ...(notes.length > 0 ? ['---', ...notes.map(({ text }) => text)] : []),
  ].filter((block) => block !== '');
  const all = blocks.length === 0 ? [`# ${inMarkdown(post.title, 'heading')}`] : blocks;
  return `${all.join('\n\n')}\n`;
}

interface Head {
  readonly depth: number;
  readonly title?: string;
  readonly explicitId?: string;
}

function headsIn({ form }: Manner) {
  return (role: MarkedRole, { depth, title = '', explicitId }: Head): string => {
    const id = explicitId === undefined ? '' : `#${explicitId}`;
    const mark = form === 'plain' ? id : [id, `.${role}`].filter((each) => each !== '').join(' ');
    const words = form === 'exact' ? asEntities(title) : inMarkdown(title, 'heading');
    return ['#'.repeat(depth), words, mark === '' ? '' : `{${mark}}`].filter((each) => each !== '').join(' ');
  };
}

function bodyOf(text: string, { form }: Manner): string {
  if (form === 'plain' || (form === 'marked' && standsAlone(text))) return text;
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${exactly}\n${text}${text === '' ? '' : '\n'}${fence}`;
}

/** Whether what follows a text is still read as what it is: a fence that stays open would take it in. */
function standsAlone(text: string): boolean {
  const last = parseMarkdown(`${text}\n\n# x\n`).children.at(-1);
  return last?.type === 'heading' && last.depth === 1 && toString(last) === 'x';
}

/** The last sections, as far as they are called by their own first words. */
function partedNotes(background: readonly BackgroundSection[]) {
  const last = background.findLastIndex(
    ({ heading, text }) => firstWordsOf(text) !== heading || heading === text,
  );
  return { headed: background.slice(0, last + 1), notes: background.slice(last + 1) };
}

function firstWordsOf(text: string): string | undefined {
  const [node] = parseMarkdown(text).children;
  return node && headingOfNote({ node, line: 1 }).title;
}

/** Of the headings: above those within the texts. */
function depthsOf({ leadIn, values, background }: PostText) {
  const withinValues = Math.min(7, ...values.map(({ text }) => highestHeading(text)));
  const withinBackground = Math.min(7, ...background.map(({ text }) => highestHeading(text)));
  if (leadIn === undefined) {
    const depth = atLeastOne(Math.min(2, withinValues - 1, withinBackground - 1));
    return { leadIn: depth, value: depth, background: depth };
  }
  const above = atLeastOne(Math.min(2, withinValues - 2, withinBackground - 1));
  return { leadIn: above, value: above + 1, background: above };
}

function atLeastOne(depth: number): number {
  return Math.max(1, depth);
}
