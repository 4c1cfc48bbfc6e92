import { isDeepStrictEqual } from 'node:util';
import { given } from '../domain/given.js';
import type { PostReading, PostText } from '../domain/imported-post.js';
import { cleanAlone } from './clean-markdown.js';
import { considerationOf } from './compose-post.js';
import type { Manner } from './manner.js';
import { readPost } from './read-post.js';
import { writeBody } from './write-body.js';
import { writeFrontMatter } from './write-front-matter.js';

const plainest: Manner = { form: 'plain', mission: 'within', considerations: 'within', notes: true };

/** A Markdown post with front matter that `readPost` reads back as the same. */
export function writePost(post: PostText): string {
  const wanted = settled(post);
  const first = written(post, plainest);
  let source = first;
  let reading = readPost(source);
  for (
    let manner = next(plainest, reading, wanted);
    manner !== undefined;
    manner = next(manner, reading, wanted)
  ) {
    source = written(post, manner);
    reading = readPost(source);
  }
  // What is refused in whatever manner is to be put right by its author, who reads the plainest best.
  return reading.kind === 'refused' ? first : source;
}

function written(post: PostText, manner: Manner): string {
  return [writeFrontMatter(post, manner), writeBody(post, manner)].filter((part) => part !== '').join('\n');
}

/** What depends on how it is written; the rest stands in the front matter in any case. */
const ofManner = ['introduction', 'mission', 'leadIn', 'considerations', 'values', 'background'] as const;

/** The manner to try after this one; nothing when the post reads as it is to, or there is none left. */
function next(manner: Manner, reading: PostReading, wanted: PostText): Manner | undefined {
  if (reading.kind === 'refused') return stricter(manner);
  const read = settled(reading.post);
  const isSame = (key: keyof PostText): boolean => isDeepStrictEqual(read[key], wanted[key]);
  if (ofManner.every(isSame)) return undefined;
  if (manner.form !== 'plain') return stricter(manner);
  if (manner.considerations === 'within' && !isSame('considerations'))
    return { ...manner, considerations: 'key' };
  if (manner.mission !== 'key' && wanted.mission !== undefined && !isSame('mission'))
    return { ...manner, mission: manner.mission === 'within' ? 'line' : 'key' };
  if (manner.mission === 'line') return { ...manner, mission: 'key' };
  return manner.notes && !(isSame('background') && isSame('values'))
    ? { ...manner, notes: false }
    : stricter(manner);
}

function stricter({ form }: Manner): Manner | undefined {
  if (form === 'exact') return undefined;
  return {
    form: form === 'plain' ? 'marked' : 'exact',
    mission: 'key',
    considerations: 'key',
    notes: false,
  };
}

/** What of a post depends on how it is written, as it can be read at all: without HTML and blanks around, which a post loses. */
function settled(post: PostText): PostText {
  const { title, authors, labels, mission, introduction, leadIn } = post;
  return {
    title,
    authors,
    labels,
    ...given({ mission: mission && oneLine(mission), leadIn: leadIn && oneLine(leadIn) }),
    ...given({ introduction: introduction && (cleanAlone(introduction) || undefined) }),
    considerations: post.considerations
      .map(({ name, text }) => ({ name: oneLine(name), text }))
      .flatMap(considerationOf),
    background: post.background.map(({ heading, text }) => ({
      heading: oneLine(heading),
      text: cleanAlone(text),
    })),
    values: post.values.map(({ explicitId, ...value }) => ({
      ...given({ explicitId: explicitId?.toLowerCase() }),
      title: oneLine(value.title),
      text: cleanAlone(value.text),
    })),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
