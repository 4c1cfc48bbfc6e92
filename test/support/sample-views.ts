import type {
  AnnouncementView,
  AnswersView,
  BallotView,
  CharterView,
  Moment,
  NoticeView,
  ResultsView,
  SettingsView,
  Subject,
  View,
} from '../../src/app/views.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName, Framing } from '../../src/domain/charter.js';
import type { DraftId, Value, ValueId } from '../../src/domain/draft.js';
import type { QuietHours, TimeOfDay } from '../../src/domain/place.js';
import type { Answer } from '../../src/domain/rating.js';

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
  page: 1,
  press: 'press-1',
};

export const secondBallot: BallotView = {
  ...ballot,
  value: values[1] ?? ballot.value,
  position: 2,
  answered: 3,
  answer: 4,
  just: { did: 'rated', position: 1, title: 'Share the harvest', answer: 5 },
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

export const results: ResultsView = {
  kind: 'results',
  subject: { ...subject, number: 1, state: 'closed' },
  results: values.map(({ id, title }, index) =>
    index === 4
      ? { kind: 'hidden', value: id, title }
      : {
          kind: 'shown',
          value: id,
          title,
          counts: { 1: index, 2: 1, 3: 3, 4: 11 - index * 2, 5: 8 },
          n: 23 - index,
          unclear: 2,
          noOpinion: index,
          topTwoShare: (19 - index * 2) / (23 - index),
        },
  ),
  page: 1,
};

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
  { kind: 'notice', what: 'outdated' },
  { kind: 'notice', what: 'went-wrong' },
];

/** A view of every kind and in every state that members meet, by a name. */
export const memberViews: ReadonlyMap<string, View> = new Map<string, View>([
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
    {
      ...results,
      results: (results.results ?? []).map((each) =>
        each.kind === 'shown' && each.value === 'leave-paths-open' ? { ...each, earlier: true } : each,
      ),
    },
  ],
  ['results-open', { kind: 'results', subject, page: 1 }],
  [
    'results-withdrawn',
    {
      kind: 'results',
      subject: { ...subject, state: 'withdrawn' },
      open: { ...subject, number: 3 },
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
