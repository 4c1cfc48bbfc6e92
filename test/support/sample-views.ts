import type { Moment, Subject } from '../../src/app/subject.js';
import type {
  AnnouncementView,
  AnswersView,
  BallotView,
  CharterView,
  NoticeView,
  SettingsView,
  View,
} from '../../src/app/views.js';
import type { ResultsView } from '../../src/app/results/views.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { DraftChanges } from '../../src/domain/change.js';
import type { CharterName, Framing } from '../../src/domain/charter.js';
import type { DraftId, Value, ValueId } from '../../src/domain/draft.js';
import type { QuietHours, TimeOfDay } from '../../src/domain/place.js';
import { given } from '../../src/domain/given.js';
import type { Answer } from '../../src/domain/rating.js';
import type { Distribution, Figures, Participation } from '../../src/domain/release.js';
import { resultsOf, type ValueResult } from '../../src/domain/results.js';
import { adoptionViews } from './sample-adoption-views.js';
import { commentViews } from './sample-comment-views.js';
import { feedbackViews } from './sample-feedback-views.js';
import { myDataViews } from './sample-my-data-views.js';
import { peopleViews } from './sample-people-views.js';
import { processViews } from './sample-process-views.js';
import { ballotChange, revisionViews } from './sample-revision-views.js';

/** A community garden's values: what the cards' tests, samples and pictures show. */
export const charter = 'garden' as CharterName;
const street = 'street' as CharterName;

export const subject: Subject = {
  charter,
  draft: 'draft-2' as DraftId,
  number: 2,
  state: 'open',
  title: 'Values of our community garden',
  preview: false,
};

export const previewSubject: Subject = { charter, title: subject.title, preview: true };

function value(id: string, title: string, text: string): Value {
  return { id: id as ValueId, title, text };
}

export const values: readonly Value[] = [
  value(
    'share-the-harvest',
    'Share the harvest',
    'What grows here belongs to all of us. We pick for one another, put *surplus* on the table by the gate, and ask before we take the last of anything.\n\nWhoever watered in July has no greater claim than whoever arrives in September.',
  ),
  value(
    'leave-paths-open',
    'Leave the paths open',
    'Every bed can be reached by **wheelchair, pram and barrow**. We keep tools off the paths, and we fix the slope by the pond before we plant anything new.',
  ),
  value(
    'learn-from-failed-beds',
    'Learn from failed beds',
    'We write down what did not grow, and why we think so, in the [garden book](https://garden.example/book). A failed bed is a finding, and asking about it needs no courage here.',
  ),
  value(
    'decide-in-the-open',
    'Decide in the open',
    'Decisions are made at the table, with three things written down:\n\n1. what was decided\n2. who was there\n3. when we look at it again',
  ),
  value(
    'be-a-neighbour',
    'Be a neighbour',
    'The street is part of the garden. We keep the noise down after eight and lend the long ladder to anybody who asks.',
  ),
];

export const framing: Framing = {
  title: subject.title,
  authors: ['The planting circle'],
  labels: { categories: ['Community'], tags: ['values', 'garden'] },
  mission: 'A garden in which everybody on the street can grow something.',
  introduction:
    'The garden has doubled in two years, and much of what we took for granted is no longer known to everybody. We are writing it down together.',
  considerations: [
    {
      name: 'Shared responsibility',
      text: 'The garden is a shared responsibility. A value should say what we owe to *each other*, not what somebody may claim.',
    },
    {
      name: 'No charity',
      text: 'Nobody is only a giver or only a taker here. We avoid words that make some of us helpers and others helped.',
    },
    {
      name: 'The common good first',
      text: 'A value that mostly protects a single bed is a rule, and belongs in the rules.',
    },
  ],
  background: [
    {
      heading: 'Why write down values?',
      text: 'Forty people have joined since spring. What used to be passed on at the compost heap no longer reaches everybody.',
    },
    {
      heading: 'How we go about it',
      text: 'The planting circle writes a draft, all of us say how strongly each value resonates, and the next draft answers that:\n\n- two weeks to rate\n- results for everybody at the same moment\n- a new draft where it is needed',
    },
  ],
};

export const leadIn = 'In this garden we:';

const someAnswers: ReadonlyMap<ValueId, Answer> = new Map<ValueId, Answer>([
  ['share-the-harvest' as ValueId, 5],
  ['leave-paths-open' as ValueId, 4],
  ['decide-in-the-open' as ValueId, 'unclear'],
]);

export const ballot: BallotView = {
  kind: 'ballot',
  subject,
  leadIn,
  value: values[0] ?? value('', '', ''),
  position: 1,
  total: 5,
  answered: 0,
  considerations: framing.considerations,
  rules: { least: 5, results: 'at-closing' },
  page: 1,
  press: 'press-1',
};

const { rules: _rules, ...laterBallot } = ballot;

export const secondBallot: BallotView = {
  ...laterBallot,
  value: values[1] ?? ballot.value,
  position: 2,
  answered: 3,
  answer: 4,
  just: { did: 'rated', position: 1, title: 'Share the harvest', answer: 5 },
};

const { just: _just, answer: _answer, ...unanswered } = secondBallot;

export const changedBallot: BallotView = { ...unanswered, answered: 4, change: ballotChange };

/** One title changed, four values as before. */
export const changes: DraftChanges = {
  base: 1,
  values: values.map(({ id }, index) => ({
    value: id,
    kinds: index === 1 ? ['title'] : [],
    from: [id],
    themes: [],
  })),
  removed: [],
  unanswered: { themes: [4], comments: 2 },
};

export const charterView: CharterView = {
  kind: 'charter',
  subject,
  framing,
  leadIn,
  values,
  answers: someAnswers,
};

export const answersView: AnswersView = {
  kind: 'answers',
  subject,
  values,
  answers: someAnswers,
  page: 1,
};

const allCarried: AnswersView = {
  ...answersView,
  answers: new Map(values.map(({ id }) => [id, 4])),
  carried: new Map(values.map(({ id }) => [id, 1])),
};

export const announcement: AnnouncementView = {
  kind: 'announcement',
  what: 'published',
  subject,
  framing,
  leadIn,
  values,
  reason: 'The second value left open what an open path is; this draft says it.',
  corrections: [],
};

/** A Thursday, in winter time. */
export const evening: Moment = { at: '2026-12-10T16:00:00.000Z', timeZone: 'Europe/Berlin' };

const next: Subject = { ...subject, draft: 'draft-3' as DraftId, number: 3 };

/** What its posted copies become. */
export const correctedAnnouncement: AnnouncementView = {
  ...announcement,
  at: '2026-11-20T09:00:00.000Z',
  closes: evening,
  corrections: [
    { at: '2026-11-21T10:00:00.000Z', changes: [{ before: 'harvets', after: 'harvest' }] },
    {
      at: '2026-11-22T10:00:00.000Z',
      changes: [
        { before: 'comunity', after: 'community' },
        { before: '', after: 'or pram' },
      ],
    },
  ],
};

export const reminder: AnnouncementView = { ...correctedAnnouncement, what: 'reminder', corrections: [] };

export const processAnnouncement: AnnouncementView = {
  kind: 'announcement',
  what: 'announced',
  subject: { charter, title: subject.title, preview: false },
  framing,
  values: [],
  corrections: [],
};

const nobody: Distribution = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, unclear: 0, 'no-opinion': 0 };

/** One value shared, one mixed and not clear, one split, one with few answers, and one with too few to be shown. */
const figures: readonly (Figures | undefined)[] = [
  {
    all: { 1: 2, 2: 1, 3: 3, 4: 11, 5: 36, unclear: 2, 'no-opinion': 1 },
    groups: {
      shown: [
        { group: 'Beds by the pond', counts: { ...nobody, 3: 2, 4: 4, 5: 14 } },
        { group: 'Orchard', counts: { ...nobody, 1: 1, 4: 3, 5: 4 } },
      ],
      hidden: ['Bees', 'Guests'],
    },
  },
  { all: { 1: 2, 2: 5, 3: 15, 4: 16, 5: 15, unclear: 20, 'no-opinion': 0 } },
  { all: { 1: 15, 2: 3, 3: 4, 4: 3, 5: 25, unclear: 1, 'no-opinion': 3 } },
  { all: { ...nobody, 2: 1, 3: 2, 4: 3, 5: 1 } },
  undefined,
];

const released = values.map(({ id, title }, index) => ({
  value: id,
  title,
  wording: id,
  ...given({ figures: figures[index] }),
}));

const participation: Participation = {
  reached: 60,
  places: 4,
  started: { kind: 'exactly', count: 58 },
  finished: { kind: 'exactly', count: 41 },
  declined: { kind: 'fewer-than', count: 5 },
  asked: { people: { kind: 'exactly', count: 96 }, by: 'charter' },
};

export const results: ResultsView = {
  kind: 'results',
  subject: { ...subject, number: 1, state: 'closed' },
  results: {
    values: resultsOf({ values: released }),
    order: values.map(({ id }) => id),
    participation,
    at: '2026-11-20T16:00:00.000Z',
    interim: false,
  },
  least: 5,
  interim: false,
  address: 'https://values.garden.example/charters/garden/drafts/1/results?key=abc',
  page: 1,
};

/** The same with other values. */
export function resultsWith(values: readonly ValueResult[]): ResultsView {
  const { results: all } = results;
  return { ...results, ...(all === undefined ? {} : { results: { ...all, values } }) };
}

const night: QuietHours = { from: '20:00' as TimeOfDay, until: '08:00' as TimeOfDay };

export const settings: SettingsView = {
  kind: 'settings',
  scope: 'personal',
  subscribed: 'all',
  quiet: { hours: 'off', chosen: false },
  timeZone: 'Europe/Berlin',
  today: '2026-11-22',
  contactsPerDraft: 3,
};

const slip = { before: 'comunity', after: 'community' };

const closed: Subject = { ...subject, state: 'closed' };

const notices: readonly NoticeView[] = [
  { kind: 'notice', what: 'subscribed', scope: 'personal' },
  { kind: 'notice', what: 'subscribed', scope: 'group' },
  { kind: 'notice', what: 'subscribed', scope: 'channel', charter },
  { kind: 'notice', what: 'unsubscribed', scope: 'personal', charter },
  { kind: 'notice', what: 'unsubscribed', scope: 'group' },
  { kind: 'notice', what: 'unsubscribed', scope: 'channel' },
  { kind: 'notice', what: 'rated-in-public', subject, position: 2 },
  { kind: 'notice', what: 'withdrawn-in-public', subject, position: 2 },
  { kind: 'notice', what: 'draft-closed', subject: { ...subject, state: 'closed' } },
  {
    kind: 'notice',
    what: 'draft-replaced',
    subject: { ...subject, number: 1, state: 'replaced' },
    current: subject,
  },
  {
    kind: 'notice',
    what: 'draft-replaced',
    subject: { ...subject, number: 1, state: 'replaced' },
    current: { ...subject, state: 'adopted' },
  },
  { kind: 'notice', what: 'draft-withdrawn', subject: { ...subject, state: 'withdrawn' } },
  { kind: 'notice', what: 'draft-adopted', subject: { ...subject, state: 'adopted' } },
  { kind: 'notice', what: 'no-such-value', subject, total: 5 },
  { kind: 'notice', what: 'no-such-charter', charters: [charter, street] },
  { kind: 'notice', what: 'no-charter', facilitator: false },
  { kind: 'notice', what: 'no-charter', facilitator: true },
  { kind: 'notice', what: 'no-draft', subject: processAnnouncement.subject },
  { kind: 'notice', what: 'no-such-draft', subject },
  { kind: 'notice', what: 'nothing-open' },
  { kind: 'notice', what: 'nothing-to-close' },
  { kind: 'notice', what: 'for-facilitators' },
  { kind: 'notice', what: 'in-personal-chat' },
  { kind: 'notice', what: 'no-working-copy' },
  { kind: 'notice', what: 'already-published', subject },
  { kind: 'notice', what: 'working-copy-changed', subject },
  {
    kind: 'notice',
    what: 'published',
    subject,
    intended: 7,
    announcement: 'a-1' as AnnouncementId,
    kindOf: 'published',
  },
  {
    kind: 'notice',
    what: 'published',
    subject,
    intended: 0,
    announcement: 'a-1' as AnnouncementId,
    kindOf: 'announced',
  },
  { kind: 'notice', what: 'closed-now', subject: { ...subject, state: 'closed' } },
  { kind: 'notice', what: 'unknown', text: 'rtae', nearest: 'rate' },
  { kind: 'notice', what: 'unknown', text: 'sing' },
  { kind: 'notice', what: 'import-failed', why: 'not-text' },
  { kind: 'notice', what: 'import-failed', why: 'too-large' },
  { kind: 'notice', what: 'import-failed', why: 'not-fetched' },
  { kind: 'notice', what: 'paused', scope: 'personal', until: evening },
  { kind: 'notice', what: 'paused', scope: 'group', until: evening },
  { kind: 'notice', what: 'paused', scope: 'channel', until: evening },
  { kind: 'notice', what: 'resumed', scope: 'personal' },
  { kind: 'notice', what: 'resumed', scope: 'group' },
  { kind: 'notice', what: 'resumed', scope: 'channel' },
  { kind: 'notice', what: 'quiet-hours', hours: night, timeZone: 'Europe/Berlin' },
  { kind: 'notice', what: 'quiet-hours', hours: 'off', timeZone: 'Europe/Berlin' },
  { kind: 'notice', what: 'quiet-hours-shared' },
  { kind: 'notice', what: 'time-unreadable', subject },
  { kind: 'notice', what: 'day-unreadable' },
  { kind: 'notice', what: 'hours-unreadable' },
  { kind: 'notice', what: 'time-past', timeZone: 'America/New_York' },
  { kind: 'notice', what: 'pause-too-long', timeZone: 'Europe/Berlin' },
  { kind: 'notice', what: 'withdrawn-now', subject: { ...subject, state: 'withdrawn' } },
  { kind: 'notice', what: 'nothing-to-withdraw', subject: { ...subject, state: 'closed' } },
  { kind: 'notice', what: 'nothing-to-reopen', subject },
  { kind: 'notice', what: 'nothing-to-remind', subject: { ...subject, state: 'closed' } },
  { kind: 'notice', what: 'reopened-now', subject, intended: 12, announcement: 'a-2' as AnnouncementId },
  { kind: 'notice', what: 'reminding', subject, announcement: 'a-3' as AnnouncementId },
  { kind: 'notice', what: 'planned', subject: previewSubject, appointment: 'publish', at: evening },
  { kind: 'notice', what: 'planned', subject, appointment: 'remind', at: evening },
  {
    kind: 'notice',
    what: 'planned',
    subject,
    appointment: 'close',
    at: evening,
    reminder: { ...evening, at: '2026-12-08T16:00:00.000Z' },
  },
  { kind: 'notice', what: 'appointment-cancelled', subject, appointment: 'publish' },
  { kind: 'notice', what: 'appointment-cancelled', subject, appointment: 'remind' },
  { kind: 'notice', what: 'appointment-cancelled', subject, appointment: 'close' },
  { kind: 'notice', what: 'no-appointment', subject, appointment: 'publish' },
  { kind: 'notice', what: 'no-appointment', subject, appointment: 'remind' },
  { kind: 'notice', what: 'no-appointment', subject, appointment: 'close' },
  { kind: 'notice', what: 'nothing-to-correct' },
  { kind: 'notice', what: 'nothing-corrected', subject },
  { kind: 'notice', what: 'correction-overtaken', subject },
  {
    kind: 'notice',
    what: 'correction-refused',
    subject,
    changes: [slip, { before: 'may', after: '' }, { before: '', after: 'never' }, slip, slip],
  },
  { kind: 'notice', what: 'corrected', subject },
  { kind: 'notice', what: 'retried', subject, count: 2 },
  { kind: 'notice', what: 'retried', subject, count: 0 },
  { kind: 'notice', what: 'sealed-now', subject: closed, intended: 7, announcement: 'a-4' as AnnouncementId },
  { kind: 'notice', what: 'charter-sealed', subject: closed },
  { kind: 'notice', what: 'draft-still-open', subject },
  { kind: 'notice', what: 'declined', subject },
  { kind: 'notice', what: 'nothing-to-decline', subject: closed },
  { kind: 'notice', what: 'no-groups', subject },
  { kind: 'notice', what: 'comment-in-public', subject },
  { kind: 'notice', what: 'my-data-in-public' },
  { kind: 'notice', what: 'receipt-in-public' },
  { kind: 'notice', what: 'no-such-comment' },
  { kind: 'notice', what: 'for-moderators' },
  { kind: 'notice', what: 'outdated' },
  { kind: 'notice', what: 'went-wrong' },
];

/** A view of every kind and in every state that members meet, by a name. */
export const memberViews: ReadonlyMap<string, View> = new Map<string, View>([
  ...adoptionViews,
  ...commentViews,
  ...feedbackViews,
  ...myDataViews,
  ...processViews,
  ...revisionViews,
  ...peopleViews,
  ['welcome', { kind: 'welcome', scope: 'personal', subscribed: false, facilitator: false, open: [subject] }],
  [
    'welcome-facilitator',
    { kind: 'welcome', scope: 'personal', subscribed: true, facilitator: true, open: [] },
  ],
  [
    'welcome-channel',
    {
      kind: 'welcome',
      scope: 'channel',
      subscribed: true,
      facilitator: true,
      open: [subject, { ...subject, title: 'Values of our street', charter: street }],
    },
  ],
  [
    'welcome-group',
    { kind: 'welcome', scope: 'group', subscribed: false, facilitator: false, open: [subject] },
  ],
  ['help', { kind: 'help', scope: 'personal', facilitator: false, charters: [charter] }],
  ['help-facilitator', { kind: 'help', scope: 'personal', facilitator: true, charters: [charter, street] }],
  ['help-channel', { kind: 'help', scope: 'channel', facilitator: true, charters: [] }],
  ['charter', charterView],
  ['charter-preview', { ...charterView, subject: previewSubject, answers: new Map() }],
  ['charter-closed', { ...charterView, subject: { ...subject, state: 'closed' } }],
  ['charter-without-draft', { ...charterView, subject: processAnnouncement.subject, values: [] }],
  ['value', ballot],
  ['value-after-rating', secondBallot],
  ['value-changed', changedBallot],
  ['value-changed-in-spelling', { ...changedBallot, answer: 4, carried: 1 }],
  ['value-carried', { ...laterBallot, answered: 5, answer: 4, carried: 1 }],
  ['answers-carried', { ...answersView, carried: new Map([['leave-paths-open' as ValueId, 1]]) }],
  ['answers-all-carried', allCarried],
  ['announcement-of-a-revision', { ...announcement, changes }],
  ['value-interim', { ...ballot, rules: { least: 8, results: 'interim' } }],
  ['value-closed', { ...secondBallot, subject: { ...subject, state: 'closed' } }],
  [
    'value-nothing-chosen',
    { ...ballot, just: { did: 'nothing-chosen', position: 1, title: 'Share the harvest' } },
  ],
  ['value-withdrawn', { ...ballot, just: { did: 'withdrawn', position: 1, title: 'Share the harvest' } }],
  ['value-preview', { ...ballot, subject: previewSubject }],
  [
    'value-preview-pressed',
    { ...ballot, subject: previewSubject, just: { did: 'preview', position: 1, title: 'Share the harvest' } },
  ],
  ['answers', answersView],
  [
    'answers-complete',
    {
      ...answersView,
      answers: new Map(values.map(({ id }) => [id, 4])),
      just: { did: 'rated', position: 5, title: 'Be a neighbour', answer: 'no-opinion' },
    },
  ],
  ['answers-closed', { ...answersView, subject: { ...subject, state: 'closed' } }],
  [
    'considerations',
    {
      kind: 'considerations',
      subject,
      considerations: framing.considerations,
      page: 1,
      value: 'share-the-harvest' as ValueId,
    },
  ],
  ['considerations-none', { kind: 'considerations', subject, considerations: [], page: 1 }],
  ['background', { kind: 'background', subject, sections: framing.background, page: 1 }],
  ['background-none', { kind: 'background', subject, sections: [], page: 1 }],
  ['announcement', announcement],
  ['announcement-process', processAnnouncement],
  ['announcement-process-followed', { ...processAnnouncement, follower: subject }],
  [
    'announcement-process-overtaken',
    { ...processAnnouncement, follower: { ...subject, state: 'withdrawn' } },
  ],
  ['announcement-preview', { ...announcement, subject: previewSubject }],
  ['announcement-corrected', correctedAnnouncement],
  ['announcement-closed', { ...correctedAnnouncement, subject: { ...subject, state: 'closed' } }],
  ['announcement-withdrawn', { ...announcement, subject: { ...subject, state: 'withdrawn' } }],
  ['announcement-replaced', { ...announcement, subject: { ...subject, state: 'replaced' }, follower: next }],
  ['announcement-adopted', { ...announcement, subject: { ...subject, state: 'adopted' } }],
  ['announcement-reopened', { ...announcement, what: 'reopened' }],
  [
    'announcement-reopened-closed',
    { ...announcement, what: 'reopened', subject: { ...subject, state: 'closed' } },
  ],
  ['reminder', reminder],
  ['reminder-undated', { ...announcement, what: 'reminder' }],
  ['reminder-closed', { ...reminder, subject: { ...subject, state: 'closed' } }],
  [
    'reminder-replaced',
    { ...reminder, subject: { ...subject, state: 'replaced' }, follower: { ...next, state: 'closed' } },
  ],
  ['settings', settings],
  ['settings-quiet', { ...settings, quiet: { hours: night, chosen: true } }],
  ['settings-default', { ...settings, subscribed: [charter], quiet: { hours: night, chosen: false } }],
  [
    'settings-paused',
    { ...settings, pausedUntil: evening, quiet: { hours: night, chosen: true }, contactsPerDraft: 1 },
  ],
  ['settings-none', { ...settings, subscribed: 'none' }],
  [
    'settings-channel',
    {
      kind: 'settings',
      scope: 'channel',
      subscribed: [charter, street],
      timeZone: 'America/New_York',
      today: '2026-11-22',
    },
  ],
  ['results', results],
  [
    'results-reopened',
    resultsWith(
      resultsOf({
        values: released.map((each) =>
          each.value === 'leave-paths-open' && each.figures !== undefined
            ? { ...each, figures: { ...each.figures, earlier: true } }
            : each,
        ),
      }),
    ),
  ],
  [
    'results-interim',
    {
      ...results,
      subject,
      interim: true,
      results: {
        values: resultsOf({ values: released.slice(0, 2) }),
        order: values.map(({ id }) => id),
        participation: {
          ...participation,
          started: { kind: 'at-least', count: 45 },
          finished: { kind: 'at-least', count: 20 },
          asked: { people: { kind: 'at-least', count: 60 }, by: 'reached-or-answered' },
        },
        at: '2026-11-20T16:00:00.000Z',
        interim: true,
      },
    },
  ],
  ['results-open', { kind: 'results', subject, least: 5, interim: false, page: 1 }],
  ['results-open-interim', { kind: 'results', subject, least: 5, interim: true, page: 1 }],
  [
    'results-withdrawn',
    {
      kind: 'results',
      subject: { ...subject, state: 'withdrawn' },
      open: { ...subject, number: 3 },
      least: 5,
      interim: false,
      page: 1,
    },
  ],
  [
    'status',
    {
      kind: 'status',
      scope: 'personal',
      charters: [
        { subject, closes: evening, total: 5, answered: 3, subscribed: true },
        {
          subject: {
            ...subject,
            charter: street,
            title: 'Values of our street',
            state: 'closed',
          },
          total: 4,
          answered: 4,
          subscribed: false,
        },
        { subject: processAnnouncement.subject, total: 0, answered: 0, subscribed: true },
        {
          subject: { ...subject, charter: street, number: 3, state: 'closed' },
          sealed: true,
          total: 5,
          subscribed: true,
        },
      ],
      subscribed: true,
    },
  ],
  [
    'status-channel',
    {
      kind: 'status',
      scope: 'channel',
      charters: [{ subject, total: 5, subscribed: false }],
      subscribed: false,
    },
  ],
  ['status-empty', { kind: 'status', scope: 'personal', charters: [], subscribed: false }],
  [
    'choose-charter',
    {
      kind: 'choose-charter',
      charters: [
        { name: charter, title: subject.title },
        { name: street, title: 'Values of our street' },
      ],
      intent: { kind: 'values', about: {} },
    },
  ],
  [
    'choose-charter-many',
    {
      kind: 'choose-charter',
      charters: Array.from({ length: 9 }, (_, index) => ({
        name: `bed-${String(index + 1)}` as CharterName,
        title: `Values of bed ${String(index + 1)}`,
      })),
      intent: { kind: 'subscribe' },
    },
  ],
  ...notices.map((view, index): [string, View] => [
    `notice-${String(index + 1).padStart(2, '0')}-${view.what}`,
    view,
  ]),
]);
