import type {
  AnswerFormView,
  AskFirstView,
  AskedSaidDidView,
  Belonging,
  CausedChange,
  FeedbackRound,
  OutsideFormView,
  ReceiptTheme,
  ThemeFormView,
  ThemesView,
  ThemeView,
  ToldTheme,
} from '../../src/app/feedback/views.js';
import type { Subject } from '../../src/app/subject.js';
import type { AnnouncementView, View } from '../../src/app/views.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { CommentSort } from '../../src/domain/comment.js';
import type { DraftId, ValueId } from '../../src/domain/draft.js';
import type { OutsideFeedback, OutsideId, ThemeId } from '../../src/domain/theme.js';
import { comment, receipt } from './sample-comment-views.js';

const charter = 'garden' as CharterName;
const subject: Subject = {
  charter,
  draft: 'draft-2' as DraftId,
  number: 2,
  state: 'open',
  title: 'Values of our community garden',
  preview: false,
};

const objection = comment('0b1ec7e0', {
  state: 'published',
  sort: 'objection',
  text: 'Nobody has said yet who unlocks the gate in the evening.',
});
const said = [
  comment('4f2a9c1d', { state: 'published', people: 3 }),
  comment('77b01de2', {
    state: 'published',
    sort: 'meaning',
    text: 'Does this hold for the beds along the street as well?\nMany who pass by take something.',
    signedBy: 'Marta Quispe',
  }),
  objection,
];

const meeting: OutsideFeedback = {
  id: '0d51de00-0000-4000-8000-000000000001' as OutsideId,
  charter,
  draft: 'draft-1' as DraftId,
  source: 'meeting',
  label: 'Autumn meeting',
  people: 12,
  day: '2026-11-14',
  text: 'Most would like to read first whom the harvest is for.',
};
const letter: OutsideFeedback = {
  id: '0d51de11-0000-4000-8000-000000000002' as OutsideId,
  charter,
  draft: 'draft-1' as DraftId,
  source: 'mail',
  label: '',
  day: '2026-11-16',
  text: 'The word “surplus” sounds like a shop.',
};

const reworded: CausedChange = {
  draft: 'draft-2' as DraftId,
  number: 2,
  base: 1,
  of: 'value',
  value: 'share-the-harvest' as ValueId,
  title: 'Share the harvest with the street',
  kinds: ['title', 'text', 'moved'],
  size: 'meaning',
  why: 'Those who pass by are meant too.',
  before: { title: 'Share the harvest', text: 'What grows here belongs to all of us.' },
  after: {
    title: 'Share the harvest with the street',
    text: 'What grows here is there for all of us, and for whoever passes by.',
  },
};
const changes: readonly CausedChange[] = [
  reworded,
  { ...reworded, of: 'removed', title: 'Be quick', kinds: [] },
  { ...reworded, of: 'considerations', title: '', kinds: [] },
  { ...reworded, kinds: ['added'], title: 'Be a neighbour' },
];

const answered: ToldTheme = {
  id: 'theme-1' as ThemeId,
  charter,
  number: 1,
  draft: 'draft-1' as DraftId,
  title: 'Whom the harvest is for',
  comments: said.map(({ id }) => id),
  outside: [meeting.id, letter.id],
  people: 5,
  answer: {
    status: 'partly',
    reason: 'The value now names **the street**. The beds along it stay as they are until spring.',
    followUp: { what: 'Put up a sign at the street beds', owner: 'The planting circle', due: '2027-03-01' },
    day: '2026-11-24',
  },
  toldAt: '2026-11-25T09:00:00.000Z',
  fromOutside: [meeting, letter],
  changes: [reworded],
};
const unanswered: ToldTheme = {
  id: 'theme-2' as ThemeId,
  charter,
  number: 2,
  draft: 'draft-1' as DraftId,
  title: 'The paths are too narrow for a pram',
  comments: [objection.id],
  outside: [],
  people: 1,
  fromOutside: [],
  changes: [],
};

const first: FeedbackRound = {
  draft: { id: 'draft-1' as DraftId, number: 1, values: 5 },
  askedAt: '2026-11-01T08:00:00.000Z',
  until: '2026-11-15T17:00:00.000Z',
  comments: 8,
  sorts: new Map<CommentSort, number>([
    ['wording', 5],
    ['missing', 3],
  ]),
  outside: [meeting, letter],
  ungrouped: 2,
  themes: [answered, unanswered],
  unanswered: { number: 2, themes: [2], comments: 2 },
};
const second: FeedbackRound = {
  draft: { id: 'draft-2' as DraftId, number: 2, values: 5 },
  askedAt: '2026-11-20T08:00:00.000Z',
  comments: 0,
  sorts: new Map(),
  outside: [],
  ungrouped: 0,
  themes: [],
};
const process: FeedbackRound = { comments: 0, sorts: new Map(), outside: [], ungrouped: 0, themes: [] };

export const overview: AskedSaidDidView = {
  kind: 'feedback',
  subject,
  timeZone: 'Europe/Berlin',
  rounds: [second, first],
  address: 'https://touchstone.example/charters/garden/feedback',
  page: 1,
};

const long = 'Whoever comes by in the evening finds the gate closed, and the bell cannot be heard. ';
const many = Array.from({ length: 30 }, (_, index): ToldTheme => {
  return { ...answered, number: index + 1, changes: index === 0 ? changes : [] };
});

export const theme: ThemeView = { kind: 'theme', subject, theme: answered, comments: said, page: 1 };

const { fromOutside: _outside, changes: _changes, ...toAnswer } = unanswered;
const { fromOutside: _from, changes: _caused, ...told } = answered;
const { toldAt: _toldAt, ...untold } = told;

const themes: ThemesView = {
  kind: 'themes',
  subject,
  themes: [
    { ...toAnswer, round: 2, objects: true },
    { ...untold, number: 3, round: 1, objects: false },
    { ...told, round: 1, objects: false },
  ],
  ungrouped: { comments: 2, objections: 1, outside: 1 },
  sealed: false,
  page: 1,
};

const choices: readonly Belonging[] = [
  ...said.map((each, index) => ({ kind: 'comment', comment: each, round: 1, chosen: index < 2 }) as const),
  { kind: 'outside', outside: meeting, round: 1, chosen: true },
  ...Array.from({ length: 10 }, (_, index): Belonging => {
    const text = `${String(index + 1)}. ${long.repeat(8)}`;
    return { kind: 'comment', comment: comment(`c0ffee${String(index)}`, { text }), round: 1, chosen: true };
  }),
];

const themeForm: ThemeFormView = {
  kind: 'theme-form',
  subject,
  title: '',
  all: choices.slice(0, 4),
  page: 1,
  press: 'press-1',
};
const changing: ThemeFormView = { ...themeForm, theme: toAnswer, title: toAnswer.title, all: choices };

const outsideForm: OutsideFormView = {
  kind: 'outside-form',
  subject,
  label: '',
  day: '2026-11-24',
  text: '',
  entered: [letter, meeting],
  press: 'press-1',
};
const written: OutsideFormView = {
  ...outsideForm,
  source: 'meeting',
  label: 'Autumn meeting',
  people: 12,
  text: meeting.text,
};

const answerForm: AnswerFormView = {
  kind: 'answer-form',
  subject,
  theme: toAnswer,
  changes: [reworded],
  reason: '',
  followUp: { what: '', owner: '', due: '' },
};
const filled: AnswerFormView = {
  ...answerForm,
  theme: told,
  status: 'partly',
  reason: answered.answer?.reason ?? '',
  followUp: { what: 'Put up a sign', owner: 'The planting circle', due: '2027-03-01' },
};

const askToTell: AskFirstView = {
  kind: 'ask-first',
  what: 'tell-answers',
  subject,
  themes: [
    { number: 1, title: answered.title, status: 'partly' },
    { number: 3, title: 'More light by the pond', status: 'not-now' },
  ],
  unanswered: 1,
  places: 4,
  contributors: 2,
};

const receiptTheme: ReceiptTheme = {
  charter,
  number: 1,
  title: answered.title,
  changes: [reworded],
  ...(answered.answer === undefined ? {} : { answer: answered.answer }),
  toldAt: '2026-11-25T09:00:00.000Z',
};
const { answer: _answer, toldAt: _at, ...waiting } = receiptTheme;

const answeredAnnouncement: AnnouncementView = {
  kind: 'announcement',
  what: 'answered',
  subject: { charter, title: subject.title, preview: false },
  framing: {
    title: subject.title,
    authors: ['The planting circle'],
    labels: { categories: [], tags: [] },
    considerations: [],
    background: [],
  },
  values: [],
  at: '2026-11-25T09:00:00.000Z',
  corrections: [],
  answered: [
    { number: 1, title: answered.title, status: 'partly', reason: answered.answer?.reason ?? '' },
    { number: 3, title: 'More light by the pond', status: 'not-now', reason: 'The cable is laid in spring.' },
  ],
};

const justs: readonly NonNullable<ThemesView['just']>[] = [
  ...(['made', 'changed', 'answered', 'answered-anew', 'dropped', 'kept'] as const).map((did) => ({
    did,
    number: 2,
  })),
  ...(['outside-kept', 'no-such-theme', 'nothing-to-tell'] as const).map((did) => ({ did })),
  { did: 'told', themes: 2, intended: 6 },
];
const outsideProblems = [
  ...(['unsourced', 'empty', 'too-long', 'label-too-long', 'people-unreadable'] as const),
  ...(['day-unreadable', 'day-ahead', 'not-kept', 'no-such-outside'] as const),
];
const answerProblems = [
  ...(['unanswered', 'no-reason', 'reason-too-long', 'follow-up-incomplete'] as const),
  ...(['follow-up-too-long', 'due-unreadable'] as const),
];

export const feedbackViews: ReadonlyMap<string, View> = new Map<string, View>([
  ['feedback', overview],
  ['feedback-process', { ...overview, rounds: [process], just: 'no-such-theme' }],
  ['feedback-many', { ...overview, rounds: [{ ...first, themes: many }], page: 2 }],
  ['theme', theme],
  ['theme-unanswered', { ...theme, theme: unanswered, comments: [] }],
  ['theme-changes', { ...theme, theme: { ...answered, changes } }],
  [
    'theme-long',
    {
      ...theme,
      comments: Array.from({ length: 20 }, () => comment('4f2a9c1d', { text: long.repeat(20) })),
      page: 3,
    },
  ],
  ['themes', themes],
  ['themes-none', { ...themes, themes: [], ungrouped: { comments: 0, objections: 0, outside: 0 } }],
  ['themes-sealed', { ...themes, sealed: true }],
  [
    'themes-many',
    {
      ...themes,
      themes: many.map(({ fromOutside: _f, changes: _c, ...each }) => ({
        ...each,
        round: 1,
        objects: false,
      })),
      page: 2,
    },
  ],
  ...justs.map((just): [string, View] => [`themes-${just.did}`, { ...themes, just }]),
  ['theme-form', themeForm],
  ['theme-form-none', { ...themeForm, all: [] }],
  ['theme-form-untitled', { ...themeForm, problem: { what: 'untitled' } }],
  ['theme-form-too-long', { ...themeForm, title: long.repeat(4), problem: { what: 'too-long' } }],
  ['theme-form-changing', changing],
  ['theme-form-second', { ...changing, page: 2, just: 'saved' }],
  ['theme-form-mark', { ...changing, problem: { what: 'no-such-mark', mark: 'abcdef' } }],
  ['outside-form', outsideForm],
  ['outside-form-removed', { ...outsideForm, entered: [], just: 'removed' }],
  ...outsideProblems.map((problem): [string, View] => [`outside-form-${problem}`, { ...written, problem }]),
  ['answer-form', answerForm],
  ['answer-form-told', filled],
  ...answerProblems.map((problem): [string, View] => [`answer-form-${problem}`, { ...filled, problem }]),
  ['tell-answers', askToTell],
  ['tell-answers-nobody', { ...askToTell, places: 0, contributors: 0, unanswered: 0 }],
  ['drop-theme', { kind: 'ask-first', what: 'drop-theme', subject, theme: untold }],
  ['announcement-answered', answeredAnnouncement],
  ['announcement-answered-none', { ...answeredAnnouncement, answered: [] }],
  [
    'receipt-answered',
    {
      ...receipt,
      code: 'K7QM-2XTP-9DHV',
      found: { comment: comment('4f2a9c1d', { state: 'published' }), theme: receiptTheme },
    },
  ],
  [
    'receipt-in-theme',
    {
      ...receipt,
      code: 'K7QM-2XTP-9DHV',
      found: { comment: comment('4f2a9c1d', { state: 'published' }), theme: waiting },
    },
  ],
]);
