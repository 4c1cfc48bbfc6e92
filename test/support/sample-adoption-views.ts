import type {
  AdoptFormView,
  AdoptionNoticeView,
  AdoptSummaryView,
  ConsentView,
  FollowUpFormView,
  ObjectionsView,
  OutcomeView,
} from '../../src/app/adoption/views.js';
import type { Moment, Subject } from '../../src/app/subject.js';
import type { AnnouncementView, View } from '../../src/app/views.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { Vote } from '../../src/domain/comment.js';
import type { ConsentFigures } from '../../src/domain/consent.js';
import type { DraftId, Value, ValueId } from '../../src/domain/draft.js';
import type { Outcome } from '../../src/domain/outcome.js';
import { usualRules } from '../../src/domain/process.js';
import type { FollowUp } from '../../src/domain/theme.js';
import { comment } from './sample-comment-views.js';

const subject: Subject = {
  charter: 'garden' as CharterName,
  draft: 'draft-2' as DraftId,
  number: 2,
  state: 'closed',
  title: 'Values of our community garden',
  preview: false,
};
const adopted: Subject = { ...subject, state: 'adopted' };
const values: readonly Value[] = [
  {
    id: 'share-the-harvest' as ValueId,
    title: 'Share the harvest',
    text: 'What grows here belongs to all of us.',
  },
  {
    id: 'leave-paths-open' as ValueId,
    title: 'Leave the paths open',
    text: 'Every bed can be reached by **wheelchair, pram and barrow**.',
  },
];
const at = (time: string): Moment => ({ at: time, timeZone: 'Europe/Berlin' });
const closes = at('2026-12-01T09:00:00.000Z');

const objection = comment('9c1e77aa', {
  sort: 'objection',
  state: 'published',
  text: 'Whoever cannot stand at a bed has no place in “share the harvest” as it reads now.',
});
const backed = { ...objection, support: { agree: 7, disagree: 2, pass: 1 } };
const shown: ConsentFigures = { kind: 'shown', counts: { support: 41, 'live-with': 12, object: 4 } };
const hidden: ConsentFigures = { kind: 'hidden', people: { kind: 'fewer-than', count: 5 } };

const consent: ConsentView = {
  kind: 'consent',
  subject,
  leadIn: 'In the garden we:',
  values,
  rules: usualRules,
  closes,
  objections: { count: 0, unanswered: 0 },
  written: { signed: false },
  press: 'press-1',
};

const objecting: ConsentView = {
  ...consent,
  objections: { count: 3, unanswered: 1 },
  own: { answer: 'object', objection },
  written: { answer: 'object', reason: objection.text, value: values[0]!.id, signed: true },
};

const objections: ObjectionsView = {
  kind: 'objections',
  subject,
  objections: [
    {
      comment: backed,
      value: values[0]!,
      answer: { status: 'partly', reason: 'We add raised beds; the wording comes with the **next** draft.' },
    },
    { comment: comment('5a2b11cc', { sort: 'objection', state: 'published', signedBy: 'Tom Okafor' }) },
  ],
  votes: new Map<string, Vote>([[backed.id, 'agree']]),
  open: true,
  page: 1,
};

const followUps: readonly FollowUp[] = [
  { what: 'Build two raised beds', owner: 'the planting circle', due: '2027-03-20' },
  { what: 'Ask newcomers what is missing', owner: 'Ana Ruiz' },
];

export const outcome: Outcome = {
  charter: subject.charter,
  draft: 'draft-2' as DraftId,
  number: 2,
  adoptedOn: '2026-11-20',
  recordedAt: '2026-11-24T09:00:00.000Z',
  rule: usualRules.adoption,
  figures: shown,
  dissent: [
    {
      comment: backed.id,
      value: values[0]!.id,
      text: backed.text,
      support: backed.support,
      answer: { status: 'partly', reason: 'We add raised beds; the wording comes with the **next** draft.' },
    },
    { comment: comment('5a2b11cc').id, text: 'Nobody waters in August.', signedBy: 'Tom Okafor' },
  ],
  followUps,
  reviewOn: '2027-11-24',
};

export const outcomeView: OutcomeView = {
  kind: 'outcome',
  subject: adopted,
  timeZone: 'Europe/Berlin',
  leadIn: 'In the garden we:',
  values,
  outcome,
  recordedOn: '2026-11-24',
  head: 'ab12'.repeat(16),
  address: 'https://values.garden.example/charters/garden/outcome?key=abc',
  page: 1,
};

const adoptForm: AdoptFormView = {
  kind: 'adopt-form',
  subject,
  timeZone: 'Europe/Berlin',
  figures: shown,
  adoptedOn: '2026-11-24',
  reviewOn: '2027-11-24',
  followUps: '',
  promised: followUps,
  unanswered: 1,
};

const { recordedAt: _recordedAt, ...toRecord } = outcome;
const summary: AdoptSummaryView = {
  kind: 'adopt-summary',
  subject,
  outcome: toRecord,
  followUps: 'Build two raised beds; the planting circle; 2027-03-20',
  second: true,
};

const followUpForm: FollowUpFormView = {
  kind: 'follow-up-form',
  subject: adopted,
  standing: followUps,
  reviewOn: '2027-11-24',
  newReviewOn: '2027-11-24',
  followUps: '',
};

const notices: readonly AdoptionNoticeView[] = [
  ...(
    [
      'consent-in-public',
      'no-round',
      'round-not-open',
      'round-open',
      'round-told',
      'draft-not-closed',
      'cannot-open',
      'consent-ended',
      'not-adopted',
      'adopted-before',
    ] as const
  ).map((what) => ({ kind: 'adoption-notice', subject, what }) as const),
  {
    kind: 'adoption-notice',
    subject,
    what: 'consent-opened',
    closes,
    intended: 12,
    announcement: 'announcement-1' as AnnouncementId,
  },
  {
    kind: 'adoption-notice',
    subject: adopted,
    what: 'adopted-now',
    intended: 1,
    announcement: 'announcement-1' as AnnouncementId,
  },
  {
    kind: 'adoption-notice',
    subject,
    what: 'cannot-adopt',
    gaps: [
      { kind: 'too-few', needed: 20, answered: 12 },
      { kind: 'too-many-object', objecting: 4, answered: 12, most: 20 },
    ],
    waiting: 2,
  },
];

const consentAnnounced: AnnouncementView = {
  kind: 'announcement',
  what: 'consent',
  subject,
  framing: {
    title: subject.title,
    authors: ['The planting circle'],
    labels: { categories: [], tags: [] },
    considerations: [],
    background: [],
  },
  leadIn: 'In the garden we:',
  values,
  at: '2026-11-24T09:00:00.000Z',
  corrections: [],
  adoption: { closes },
};

/** Merged into `memberViews`. */
export const adoptionViews: ReadonlyMap<string, View> = new Map<string, View>([
  ['consent', consent],
  ['consent-given', { ...consent, own: { answer: 'support' }, just: { did: 'given' } }],
  ['consent-objected', { ...objecting, just: { did: 'objected', code: 'ABCD-EFGH-JKMN', unnamed: true } }],
  ['consent-repeated', { ...objecting, just: { did: 'repeated' } }],
  ['consent-taken-back', { ...consent, just: { did: 'taken-back' } }],
  ...(['nothing-chosen', 'no-reason', 'too-long', 'names-person', 'no-such-value'] as const).map(
    (problem) => [`consent-${problem}`, { ...objecting, problem }] as const,
  ),
  ['consent-over', { ...objecting, over: { figures: shown } }],
  ['consent-over-few', { ...consent, over: { figures: hidden } }],
  ['consent-too-late', { ...objecting, over: { figures: shown }, problem: 'too-late' }],
  ['objections', objections],
  ['objections-none', { ...objections, objections: [], votes: new Map<string, Vote>(), open: false }],
  [
    'open-consent',
    { kind: 'consent-confirm', what: 'open-consent', subject, rule: usualRules.adoption, least: 5, closes },
  ],
  [
    'end-consent',
    { kind: 'consent-confirm', what: 'end-consent', subject, rule: usualRules.adoption, least: 5, closes },
  ],
  ['adopt-form', adoptForm],
  [
    'adopt-form-problem',
    { ...adoptForm, followUps: 'Build beds', problem: { kind: 'line-unreadable', line: 'Build beds' } },
  ],
  [
    'adopt-form-day',
    { ...adoptForm, problem: { kind: 'day-outside', from: '2026-11-01', to: '2026-11-24' } },
  ],
  ['adopt-summary', summary],
  ['outcome', outcomeView],
  ['outcome-facilitator', { ...outcomeView, facilitator: true, just: 'amended' }],
  ['outcome-bare', { ...outcomeView, outcome: { ...outcome, figures: hidden, dissent: [], followUps: [] } }],
  ['follow-up-form', followUpForm],
  ['follow-up-earlier', { ...followUpForm, problem: { kind: 'review-earlier' } }],
  ...notices.map((view) => [`adoption-notice-${view.what}`, view] as const),
  ['announcement-consent', consentAnnounced],
  ['announcement-consent-over', { ...consentAnnounced, adoption: {} }],
  ['announcement-consent-adopted', { ...consentAnnounced, subject: adopted, adoption: { outcome } }],
  ['announcement-adopted', { ...consentAnnounced, what: 'adopted', subject: adopted, adoption: { outcome } }],
  ['announcement-review', { ...consentAnnounced, what: 'review', subject: adopted, adoption: { outcome } }],
  [
    'announcement-before-adoption',
    { ...consentAnnounced, what: 'published', subject: adopted, adoption: { outcome } },
  ],
  [
    'charter-adopted',
    {
      kind: 'charter',
      subject: adopted,
      framing: consentAnnounced.framing,
      values,
      adoptedOn: outcome.adoptedOn,
    },
  ],
  [
    'appointments-of-adoption',
    {
      kind: 'appointments',
      charter: subject.charter,
      appointments: [
        { kind: 'end-consent', at: closes.at, timeZone: closes.timeZone, number: 2 },
        { kind: 'review', at: '2027-11-24T07:00:00.000Z', timeZone: closes.timeZone, number: 2 },
      ],
    },
  ],
]);
