import type {
  CommentFormView,
  CommentSentView,
  CommentsView,
  ModerationView,
  PolicyView,
  ReceiptView,
} from '../../src/app/comments/views.js';
import type { Subject } from '../../src/app/subject.js';
import type { View } from '../../src/app/views.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { Comment, CommentId, HidingReason, Vote } from '../../src/domain/comment.js';
import type { DraftId, Value, ValueId } from '../../src/domain/draft.js';

const charter = 'garden' as CharterName;
const draft = 'draft-2' as DraftId;
const subject: Subject = {
  charter,
  draft,
  number: 2,
  state: 'open',
  title: 'Values of our community garden',
  preview: false,
};
const value: Value = {
  id: 'share-the-harvest' as ValueId,
  title: 'Share the harvest',
  text: 'What grows here belongs to all of us.',
};

/** A comment on the first value, as somebody might make it. */
export function comment(id: string, changes: Partial<Comment> = {}): Comment {
  return {
    id: `${id}-0000-4000-8000-000000000000` as CommentId,
    charter,
    draft,
    value: value.id,
    sort: 'wording',
    text: '“Belongs to all of us” reads as if nobody looked after it. How about “is there for all of us”?',
    state: 'waiting',
    people: 1,
    namesPerson: false,
    day: '2026-11-24',
    ...changes,
  };
}

export const form: CommentFormView = {
  kind: 'comment-form',
  subject,
  value,
  position: 1,
  signed: false,
  review: 'before',
  press: 'press-1',
  inDialog: false,
};
const written = { sort: 'wording', text: comment('4f2a9c1d').text } as const;

export const sent: CommentSentView = {
  kind: 'comment-sent',
  subject,
  comment: comment('4f2a9c1d'),
  code: 'K7QM-2XTP-9DHV',
};

const published = [
  comment('4f2a9c1d', {
    state: 'published',
    people: 3,
    support: { agree: 14, disagree: 2, pass: 3 },
  }),
  comment('77b01de2', {
    state: 'published',
    sort: 'meaning',
    text: 'Does this hold for the beds along the street as well?\nMany who pass by take something, and most of us like that.',
    signedBy: 'Marta Quispe',
    support: { agree: 6, disagree: 1, pass: 0 },
  }),
  comment('c30f58aa', {
    state: 'published',
    sort: 'example',
    text: 'Last August the table by the gate was empty by nine, since a few came early. “Ask before the last of anything” would have helped.',
  }),
  comment('d1e9b7f0', {
    state: 'published',
    sort: 'framing',
    text: 'I would begin with the work, and come to the harvest from there.',
  }),
];

export const list: CommentsView = {
  kind: 'comments',
  subject,
  value,
  position: 1,
  comments: published,
  votes: new Map<string, Vote>([[published[0]?.id ?? '', 'agree']]),
  hidden: new Map<HidingReason, number>([
    ['attack', 2],
    ['advertising', 1],
  ]),
  page: 1,
  open: true,
};

export const receipt: ReceiptView = { kind: 'receipt' };
const code = 'K7QM-2XTP-9DHV';
const hidden = comment('4f2a9c1d', { state: 'hidden', reason: 'names-person' });
const appeal = {
  text: 'The name was that of the street, not of anybody who lives in it.',
  state: 'waiting',
} as const;

export const policy: PolicyView = {
  kind: 'policy',
  hidden: [{ charter: 'garden', counts: list.hidden }],
};

export const moderation: ModerationView = {
  kind: 'moderation',
  subject,
  waiting: [
    { comment: comment('4f2a9c1d'), value, near: [] },
    { comment: comment('77b01de2', { sort: 'meaning' }), value, near: [] },
    { comment: comment('c30f58aa', { sort: 'example' }), value, near: [] },
  ],
  page: 1,
};
const near = [
  comment('77b01de2', {
    text: 'Belongs to all reads as if nobody cared for it.',
    state: 'published',
    people: 4,
  }),
  comment('c30f58aa', { text: '“Is there for all of us” would be better than “belongs”.' }),
];

/** Merged into `memberViews`. */
export const commentViews: ReadonlyMap<string, View> = new Map<string, View>([
  ['comment-form', form],
  ['comment-form-whole', { ...wholeOf(form), sort: 'missing', review: 'after' }],
  ['comment-form-empty', { ...form, sort: 'wording', problem: 'empty' }],
  ['comment-form-unsorted', { ...form, text: written.text, signed: true, problem: 'unsorted' }],
  ['comment-form-too-long', { ...form, ...written, text: 'We share. '.repeat(230), problem: 'too-long' }],
  ['comment-form-far-too-long', { ...form, ...written, text: '种 '.repeat(20_000), problem: 'too-long' }],
  ['comment-form-names-person', { ...form, ...written, problem: 'names-person' }],
  ['comment-form-dialog', { ...form, inDialog: true }],
  ['comment-form-preview', { ...form, subject: { charter, title: subject.title, preview: true } }],
  ['comment-sent', sent],
  [
    'comment-sent-shown',
    { ...sent, comment: comment('4f2a9c1d', { state: 'published', signedBy: 'Ada Okafor' }) },
  ],
  ['comment-sent-again', { kind: 'comment-sent', subject, comment: sent.comment }],
  ['comment-sent-unnamed', { ...sent, unnamed: true }],
  [
    'comment-sent-preview',
    {
      kind: 'comment-sent',
      subject: { charter, title: subject.title, preview: true },
      comment: sent.comment,
    },
  ],
  ['comments', list],
  ['comments-second-page', { ...list, page: 2 }],
  ['comments-none', { ...wholeOf(list), comments: [], votes: new Map(), hidden: new Map() }],
  ['comments-over', { ...list, open: false }],
  ['comments-long', { ...list, comments: published.map((each) => ({ ...each, text: '种 '.repeat(1_000) })) }],
  ['receipt', receipt],
  ['receipt-unknown', { ...receipt, code: 'ABCD-EFGH-JKMN', problem: 'unknown' }],
  ['receipt-too-many', { ...receipt, problem: 'too-many-guesses' }],
  ['receipt-waiting', { ...receipt, code, found: { comment: comment('4f2a9c1d') } }],
  [
    'receipt-published',
    { ...receipt, code, found: { comment: comment('4f2a9c1d', { state: 'published' }) } },
  ],
  [
    'receipt-merged',
    {
      ...receipt,
      code,
      found: { comment: comment('4f2a9c1d', { state: 'merged' }), into: near[0] ?? comment('77b01de2') },
    },
  ],
  ['receipt-hidden', { ...receipt, code, found: { comment: hidden } }],
  ['receipt-appeal-empty', { ...receipt, code, found: { comment: hidden }, problem: 'appeal-empty' }],
  [
    'receipt-appeal-too-long',
    {
      ...receipt,
      code,
      found: { comment: hidden },
      problem: 'appeal-too-long',
      appealText: 'We know the street. '.repeat(110),
    },
  ],
  ['receipt-appealed', { ...receipt, code, found: { comment: { ...hidden, appeal } }, just: 'appealed' }],
  [
    'receipt-appeal-declined',
    {
      ...receipt,
      code,
      found: { comment: { ...hidden, appeal: { ...appeal, state: 'declined' } } },
      problem: 'appeal-not-possible',
    },
  ],
  [
    'receipt-appeal-granted',
    {
      ...receipt,
      code,
      found: {
        comment: comment('4f2a9c1d', { state: 'published', appeal: { ...appeal, state: 'granted' } }),
      },
    },
  ],
  ['policy', policy],
  ['policy-none', { kind: 'policy', hidden: [{ charter: 'garden', counts: new Map() }] }],
  ['moderation', moderation],
  ['moderation-second', { ...moderation, page: 2, just: 'published' }],
  ['moderation-none', { ...moderation, waiting: [], just: 'hidden' }],
  ['moderation-hiding', { ...moderation, hiding: comment('4f2a9c1d').id }],
  [
    'moderation-near',
    {
      ...moderation,
      waiting: [
        { comment: comment('4f2a9c1d', { namesPerson: true, signedBy: 'Marta Quispe' }), value, near },
      ],
    },
  ],
  [
    'moderation-one-near',
    { ...moderation, waiting: [{ comment: comment('4f2a9c1d'), value, near: near.slice(0, 1) }] },
  ],
  [
    'moderation-appeal',
    { ...moderation, waiting: [{ comment: { ...hidden, appeal }, value, near: [] }], just: 'overtaken' },
  ],
]);

function wholeOf<T extends { value?: unknown; position?: unknown }>(view: T): Omit<T, 'value' | 'position'> {
  const { value: _, position: __, ...whole } = view;
  return whole;
}
