import type { Value } from '../../domain/draft.js';
import type { PostText } from '../../domain/imported-post.js';
import type { AnswerStatus } from '../../domain/theme.js';

/** What a community puts on its own pages, before it is Markdown. */
export type BlogNote =
  | { readonly kind: 'banner'; readonly title: string; readonly address: string }
  | {
      readonly kind: 'changes';
      readonly items: readonly BlogItem[];
      /** Comments and feedback from outside in all themes behind it. */
      readonly heard: Heard;
    }
  | {
      readonly kind: 'adopted';
      /** `2026-11-24`. */
      readonly adoptedOn: string;
      /** Where it was written down on another day. */
      readonly recordedOn?: string;
      readonly address: string;
    }
  | {
      readonly kind: 'page';
      readonly title: string;
      readonly leadIn?: string;
      readonly values: readonly Pick<Value, 'title' | 'text'>[];
    }
  | { readonly kind: 'post'; readonly post: PostText };

export type BlogItem =
  | { readonly kind: 'title'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'answer';
      /** Of the theme. */
      readonly title: string;
      readonly status: AnswerStatus;
      /** Markdown. */
      readonly reason: string;
      readonly heard: Heard;
    }
  /** As it was typed. */
  | { readonly kind: 'follow-up'; readonly what: string };

export interface Heard {
  readonly comments: number;
  readonly outside: number;
}

/** The sentences of a note in one language. What they are given is Markdown already. */
export interface NoteWords {
  banner(parts: { title: string; address: string }): string;
  feedback(): string;
  titleChanged(titles: { before: string; after: string }): string;
  answered(answer: { title: string; status: AnswerStatus; reason: string; heard: Heard }): string;
  heard(heard: Heard): string;
  adopted(parts: { day: string; address: string }): string;
  recorded(day: string): string;
}
