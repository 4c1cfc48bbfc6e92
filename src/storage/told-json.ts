import { z } from 'zod';

import type { ValueId } from '../domain/draft.js';
import { answers } from '../domain/rating.js';
import type { Release } from '../domain/release.js';

/** What a release tells, beside what the database has columns for. */
export type Told = Pick<Release, 'number' | 'least' | 'values' | 'participation'>;

const count = z.int().nonnegative();
const distribution = z.record(z.literal(answers.map(String) as AnswerText[]), count);
const headcount = z.object({ kind: z.enum(['exactly', 'at-least', 'fewer-than']), count });

type AnswerText = `${(typeof answers)[number]}`;

const figures = z.object({
  all: distribution,
  groups: z
    .object({
      shown: z.array(z.object({ group: z.string(), counts: distribution })),
      hidden: z.array(z.string()),
    })
    .exactOptional(),
  earlier: z.literal(true).exactOptional(),
});

const comparison = z.object({
  with: z.int(),
  up: count,
  same: count,
  down: count,
  signTest: z.number(),
  signedRank: z.object({ z: z.number(), p: z.number(), effect: z.number() }).exactOptional(),
  newcomers: headcount,
  leavers: headcount,
});

const told = z.object({
  number: z.int(),
  least: z.int(),
  values: z.array(
    z.object({
      value: z.string().transform((value) => value as ValueId),
      title: z.string(),
      wording: z.string(),
      kin: z.array(z.string()).exactOptional(),
      carried: headcount.exactOptional(),
      figures: figures.exactOptional(),
      compared: comparison.exactOptional(),
    }),
  ),
  participation: z.object({
    reached: count,
    places: count,
    started: headcount,
    finished: headcount,
    declined: headcount,
    asked: z.object({ people: headcount, by: z.enum(['charter', 'reached-or-answered']) }),
  }),
});

export function toldFromJson(json: string): Told {
  return told.parse(JSON.parse(json));
}

/** Keeps what belongs to it, of an object that may be more. */
export function toldToJson(whole: Told): string {
  return JSON.stringify(told.parse(whole));
}
