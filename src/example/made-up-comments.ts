import type { CommentSort, HidingReason, Vote } from '../domain/comment.js';

export interface MadeUpComment {
  /** Of the value it is on, from 1; absent: on the whole. */
  readonly position?: number;
  readonly sort: CommentSort;
  readonly text: string;
  readonly signedBy?: string;
  /** What a moderator decided; absent: it waits. */
  readonly became?: 'published' | HidingReason;
  readonly votes?: Readonly<Record<Vote, number>>;
}

/** By the number of the draft. */
export const madeUpComments: Readonly<Record<1 | 2, readonly MadeUpComment[]>> = {
  1: [
    {
      position: 3,
      sort: 'meaning',
      text: 'What does this ask of me when I hand over the circular saw: a word, or a quarter of an hour?',
      became: 'published',
      votes: { agree: 7, disagree: 1, pass: 2 },
    },
    {
      position: 4,
      sort: 'framing',
      text: 'I read this as open to whoever can come at seven in the evening. I work until nine, and have not seen the money box yet.',
      became: 'published',
      votes: { agree: 13, disagree: 1, pass: 1 },
    },
    {
      sort: 'missing',
      text: 'Mending is missing. Most of our evenings go into repairing things, and no value says so.',
      became: 'published',
      votes: { agree: 11, disagree: 3, pass: 1 },
    },
    {
      sort: 'missing',
      text: 'Two roof racks for sale, hardly used, a bargain for members. Ask at the counter.',
      became: 'advertising',
    },
  ],
  2: [
    {
      position: 1,
      sort: 'wording',
      text: '“Nobody has to buy” sounds like a rule about money. I would say: nobody needs to own it alone.',
      signedBy: 'Ilse from the bicycle corner',
      became: 'published',
      votes: { agree: 5, disagree: 4, pass: 1 },
    },
    {
      position: 5,
      sort: 'example',
      text: 'The blue sander. Five of us took it apart one evening, two had never held a screwdriver, and it has run ever since.',
      became: 'published',
      votes: { agree: 9, disagree: 0, pass: 1 },
    },
    {
      position: 4,
      sort: 'missing',
      text: 'On Saturday mornings we could lend from the ground floor, so that nobody has to climb the stairs.',
    },
    {
      position: 4,
      sort: 'missing',
      text: 'Could we lend from the ground floor on Saturday mornings? Then nobody would have to climb stairs.',
    },
  ],
};
