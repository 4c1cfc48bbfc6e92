import type { CharterName } from '../../domain/charter.js';
import type { Consent } from '../../domain/consent.js';
import type { About, ValueRef } from '../about.js';

export type AdoptionIntent = ConsentingIntent | AdoptingIntent;

/** For everybody. */
export type ConsentingIntent =
  /** The proposal, to answer. */
  | { readonly kind: 'consent'; readonly about: About }
  | {
      readonly kind: 'give-consent';
      readonly about: About;
      /** `null` takes it back; absent: the button was pressed and nothing chosen. */
      readonly answer?: Consent | null;
      /** Of an objection. */
      readonly reason?: string;
      /** What it objects to; absent: the whole. */
      readonly value?: ValueRef;
      readonly signed?: boolean;
      /** It may name a person, and goes to review all the same. */
      readonly forReview?: true;
      readonly press?: string;
    }
  /** Objections that everybody can read, to support. */
  | { readonly kind: 'objections'; readonly about: About; readonly page?: number }
  | { readonly kind: 'outcome'; readonly charter?: CharterName; readonly page?: number };

/** For facilitators. */
export type AdoptingIntent =
  /** Proposes the closed draft for adoption. */
  | { readonly kind: 'open-consent'; readonly about: About; readonly confirmed: boolean }
  | { readonly kind: 'end-consent'; readonly about: About; readonly confirmed: boolean }
  /** The form, then what it would record, then the record. */
  | {
      readonly kind: 'adopt';
      readonly about: About;
      readonly confirmed: boolean;
      /** The form once more, with what was put down. */
      readonly edit?: true;
      /** Days as they were typed: `2026-11-24`. */
      readonly adoptedOn?: string;
      readonly reviewOn?: string;
      /** One a line: `what; owner; day`. */
      readonly followUps?: string;
    }
  /** More follow-ups, or another day for the review, of what was adopted. */
  | {
      readonly kind: 'follow-up';
      readonly charter?: CharterName;
      readonly reviewOn?: string;
      readonly followUps?: string;
    };

export const adoptingKinds = [
  'open-consent',
  'end-consent',
  'adopt',
  'follow-up',
] as const satisfies readonly AdoptingIntent['kind'][];
export const adoptionKinds = [
  'consent',
  'give-consent',
  'objections',
  'outcome',
  ...adoptingKinds,
] as const satisfies readonly AdoptionIntent['kind'][];
