import { placeIdOf, type Address, type MemberId, type Place, type Scope } from '../domain/place.js';
import type { Speaker } from '../app/speaker.js';
import { answers, type Answer } from '../domain/rating.js';
import type { CommentSort } from '../domain/comment.js';
import { tenant } from './scratch.js';

/** Somebody who is not there: a name, a chat with the bot, and a mind of their own. */
export interface MadeUpMember {
  readonly name: string;
  readonly speaker: Speaker;
  /** Whether they answer when they hear of a draft. */
  readonly answers: boolean;
  /** From -1, against most, to 1, for most. */
  readonly mood: number;
}

const names = [
  'Ana',
  'Bela',
  'Chidi',
  'Dana',
  'Edo',
  'Farah',
  'Goran',
  'Hana',
  'Ines',
  'Jun',
  'Kofi',
  'Lena',
];
/** Where they may say that they belong; the last two are small. */
export const groups = ['Workshop', 'Counter', 'Garden', 'Night shift'] as const;

/** Of a hundred. */
const answering = 85;

export function madeUpMembers(count: number, random: () => number): readonly MadeUpMember[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${names[index % names.length] ?? 'Ana'} ${String(index + 1)}`;
    return { name, speaker: speakerOf(name), answers: random() * 100 < answering, mood: random() * 2 - 1 };
  });
}

export function speakerOf(name: string): Speaker {
  const member = `made-up-${name.toLowerCase().replace(' ', '-')}` as MemberId;
  return { member, name, place: placeOf('personal', name, member), overheard: false };
}

export function placeOf(scope: Scope, name: string, member?: MemberId): Place {
  const address: Address = {
    ...{ tenant, scope, conversation: `${scope} ${name}`, serviceUrl: 'https://rehearsal.invalid/' },
    ...(member === undefined ? {} : { member }),
  };
  return { id: placeIdOf(address), address, locale: 'en', ...(member === undefined ? { name } : {}) };
}

/** How strongly a value resonates with a member: their mood, how the value is liked, and chance. */
export function answerOf(member: MadeUpMember, liking: number, random: () => number): Answer {
  const chance = random();
  if (chance < 0.04) return 'unclear';
  if (chance < 0.07) return 'no-opinion';
  const step = Math.round(3.4 + member.mood + liking + (random() - 0.5) * 2);
  return answers.find((answer) => answer === Math.min(5, Math.max(1, step))) ?? 3;
}

/** What some of them write; it fits any value. */
export const remarks: readonly { readonly sort: CommentSort; readonly text: string }[] = [
  { sort: 'meaning', text: 'I would like to know what this asks of us on an ordinary day.' },
  { sort: 'wording', text: 'Shorter would be clearer: the second half says the first again.' },
  { sort: 'framing', text: 'This reads as if some of us gave and others took. Could it be both ways?' },
  { sort: 'example', text: 'Last month we did just this when the newcomers asked, and it worked.' },
  { sort: 'missing', text: 'Nothing here says what happens when we disagree.' },
];
