import { z } from 'zod';
import type { Intent } from '../app/intent.js';
import { actionVersion } from '../cards/action-data.js';
import { theWhole } from '../cards/adoption/consent.js';
import { consents, type Consent } from '../domain/consent.js';
import type { ValueId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { aboutFields, aboutOf, count, id, valueOf } from './action-about.js';

/** Clients send an input that was left empty as an empty text, or not at all. */
const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text);
const text = z.string().transform(filled).optional();
/** What one of few choices is not counts as not chosen: the form asks again, and keeps the text. */
const answer = z
  .enum([...consents, 'none'])
  .optional()
  .catch(undefined);
/** An `Input.Toggle` says it in words. */
const toggle = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
  .optional()
  .catch(undefined);

const AdoptionData = z.object({
  v: z.literal(actionVersion),
  do: z.string(),
  ...aboutFields,
  page: count,
  press: id,
  answer,
  reason: text,
  /** The input beside the reason; empty: the whole. */
  onValue: text,
  signed: toggle,
  forReview: z.literal(true).optional(),
  confirmed: z.boolean().optional(),
  edit: z.literal(true).optional(),
  adoptedOn: text,
  reviewOn: text,
  followUps: text,
});
type AdoptionData = z.infer<typeof AdoptionData>;

/** What a button about consent, adoption or its outcome asks for; nothing when it is none of these. */
export function parseAdoptionAction(input: unknown): Intent | undefined {
  const parsed = AdoptionData.safeParse(input);
  return parsed.success ? intentOf(parsed.data) : undefined;
}

function intentOf(data: AdoptionData): Intent | undefined {
  const { page, edit, adoptedOn, reviewOn, followUps } = data;
  const about = aboutOf(data);
  const charter = given({ charter: about.charter });
  const confirmed = data.confirmed === true;
  switch (data.do) {
    case 'consent':
      return { kind: data.do, about };
    case 'give-consent':
      return givingOf(data);
    case 'objections':
      return { kind: data.do, about, ...given({ page }) };
    case 'outcome':
      return { kind: data.do, ...charter, ...given({ page }) };
    case 'open-consent':
    case 'end-consent':
      return { kind: data.do, about, confirmed };
    case 'adopt':
      return { kind: data.do, about, confirmed, ...given({ edit, adoptedOn, reviewOn, followUps }) };
    case 'follow-up':
      return { kind: data.do, ...charter, ...given({ reviewOn, followUps }) };
    default:
      return undefined;
  }
}

function givingOf(data: AdoptionData): Intent {
  const { reason, signed, forReview, press, onValue } = data;
  const chosen =
    onValue === undefined || onValue === theWhole
      ? undefined
      : ({ by: 'id', id: onValue as ValueId } as const);
  return {
    kind: 'give-consent',
    about: aboutOf(data),
    ...given({
      answer: answerOf(data.answer),
      reason,
      value: valueOf(data) ?? chosen,
      signed,
      forReview,
      press,
    }),
  };
}

function answerOf(said: Consent | 'none' | undefined): Consent | null | undefined {
  return said === 'none' ? null : said;
}
