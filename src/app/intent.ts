import type { About, ValueRef } from './about.js';
import type { AnnouncementId, Audience } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';
import type { QuietHours, TimeOfDay } from '../domain/place.js';
import type { Answer } from '../domain/rating.js';
import type { AppointmentKind } from '../domain/appointment.js';
import type { AdoptionIntent } from './adoption/intents.js';
import type { BlogIntent } from './blog/intents.js';
import type { CommentIntent, ModerationIntent } from './comments/intents.js';
import type { FeedbackIntent } from './feedback/intents.js';
import type { MyDataIntent } from './my-data/intents.js';
import type { PeopleIntent } from './people/intents.js';
import type { ProcessIntent, RulesIntent } from './process/intents.js';
import type { ParticipationIntent } from './results/intents.js';
import type { RevisionIntent } from './revision/intents.js';

/** A day and a time of day, in a zone that is known elsewhere. Whether there is such a day is not checked yet. */
export interface LocalTime {
  /** `2026-12-24`. */
  readonly date: string;
  readonly time: TimeOfDay;
}

/** Until when a pause lasts: the morning of a day (`2026-12-24`), or of the day so many days from now. */
export type PauseEnd = { readonly date: string } | { readonly days: number };

/** What somebody wants, whether they pressed a button or typed a word. */
export type Intent =
  | ParticipationIntent
  | ProcessIntent
  | RulesIntent
  | CommentIntent
  | ModerationIntent
  | MyDataIntent
  | RevisionIntent
  | FeedbackIntent
  | AdoptionIntent
  | PeopleIntent
  | BlogIntent
  | { readonly kind: 'help' }
  | {
      readonly kind: 'values';
      readonly about: About;
      /** An earlier draft, exactly as it was rated. */ readonly number?: number;
    }
  | {
      readonly kind: 'considerations';
      readonly about: About;
      /** To come back to. */
      readonly value?: ValueRef;
      readonly page?: number;
    }
  | {
      readonly kind: 'background';
      readonly about: About;
      /** Section to begin with, from 1. */ readonly page?: number;
    }
  /** Shows a value to rate: the one named, else the next the member has not answered. */
  | {
      readonly kind: 'ballot';
      readonly about: About;
      readonly value?: ValueRef;
      /** Part of a long text. */ readonly page?: number;
    }
  | {
      readonly kind: 'rate';
      readonly about: About;
      readonly value: ValueRef;
      /** `null` withdraws; `undefined`: the button was pressed and nothing chosen. */
      readonly answer: Answer | null | undefined;
      /** Tells this press from every other; absent for typed words. */
      readonly press?: string;
    }
  /** The member's own answers, to look at and to change. */
  | { readonly kind: 'answers'; readonly about: About; readonly page?: number }
  | {
      readonly kind: 'results';
      readonly about: About;
      /** Draft number. */ readonly number?: number;
      readonly page?: number;
    }
  | { readonly kind: 'status' }
  | { readonly kind: 'subscribe' | 'unsubscribe'; readonly charter?: CharterName }
  | { readonly kind: 'new-draft'; readonly charter?: CharterName }
  | {
      readonly kind: 'import';
      readonly charter?: CharterName;
      /** Typed as the charter's short name, and none. */
      readonly misnamed?: string;
      readonly source: string;
      /** It was pasted into the form, which the answer takes the place of. */
      readonly fromForm?: boolean;
    }
  /** The text could not be fetched or is no Markdown text. */
  | { readonly kind: 'import-failed'; readonly why: 'not-text' | 'too-large' | 'not-fetched' }
  | { readonly kind: 'import-report'; readonly charter?: CharterName; readonly page?: number }
  | {
      readonly kind: 'preview';
      readonly charter?: CharterName;
      /** As of `publish`. */ readonly editor?: string;
    }
  | {
      readonly kind: 'publish';
      readonly charter?: CharterName;
      readonly revision?: string;
      /** Default: `affected`. */
      readonly audience?: Audience;
      /** Later, in the charter's time zone; `unreadable`: something was given and is no time. Absent: now. */
      readonly at?: LocalTime | 'unreadable';
      /** Whose working copy, where a program asked and a facilitator confirms. Never read from an activity. */
      readonly editor?: string;
    }
  | {
      readonly kind: 'close';
      readonly about: About;
      readonly confirmed: boolean;
      readonly at?: LocalTime | 'unreadable';
    }
  | { readonly kind: 'withdraw'; readonly about: About; readonly confirmed: boolean }
  | {
      readonly kind: 'reopen';
      readonly about: About;
      readonly confirmed: boolean;
      /** Default: `affected`. */ readonly audience?: Audience;
    }
  /** Reminds those who have not finished, in their personal chats. */
  | { readonly kind: 'remind'; readonly about: About; readonly confirmed: boolean }
  /** What is planned for a charter. */
  | { readonly kind: 'appointments'; readonly charter?: CharterName }
  | {
      readonly kind: 'cancel-appointment';
      readonly charter?: CharterName;
      readonly appointment: AppointmentKind;
    }
  /** The form with what is published, to put a slip right. */
  | { readonly kind: 'correct'; readonly charter?: CharterName }
  | { readonly kind: 'propose-correction'; readonly charter?: CharterName; readonly source: string }
  | { readonly kind: 'apply-correction'; readonly correction: string }
  /** Sends the failed part of an announcement again; without an announcement: of the newest of the charter. */
  | { readonly kind: 'retry'; readonly charter?: CharterName; readonly announcement?: AnnouncementId }
  /** What comes to this place, and when. */
  | { readonly kind: 'settings' }
  /** Without an end, the settings are shown; `unreadable`: something was given and is no day. */
  | { readonly kind: 'pause'; readonly until?: PauseEnd | 'unreadable' }
  | { readonly kind: 'resume' }
  /** Without hours, the settings are shown. */
  | { readonly kind: 'quiet'; readonly hours?: QuietHours | 'off' | 'unreadable' }
  | { readonly kind: 'deliveries'; readonly charter?: CharterName; readonly announcement?: AnnouncementId }
  | {
      readonly kind: 'unknown';
      /** What was typed, shortened. */ readonly text: string;
      readonly nearest?: string;
    }
  /** A button of a card that this version does not know. */
  | { readonly kind: 'outdated' };
