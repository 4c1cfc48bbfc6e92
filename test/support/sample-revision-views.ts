import type {
  BallotChange,
  ChangeEntry,
  ChangeFormView,
  ChangesView,
  CopyConflictView,
  DisputeView,
  MatchedChange,
  MatchingView,
  RemoveValueView,
  RevisionNoticeView,
  SavedBy,
  ValueFormView,
  WorkingCopyView,
} from '../../src/app/revision/views.js';
import type { Subject } from '../../src/app/subject.js';
import type { View } from '../../src/app/views.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftId, ValueId } from '../../src/domain/draft.js';

const charter = 'garden' as CharterName;
const title = 'Values of our community garden';
const preview: Subject = { charter, number: 3, title, preview: true };
const open: Subject = {
  ...{ charter, title, preview: false, number: 2, state: 'open' },
  draft: 'draft-2' as DraftId,
};
const id = (text: string): ValueId => text as ValueId;

const saved: SavedBy = {
  at: { at: '2026-11-24T16:00:00.000Z', timeZone: 'Europe/Berlin' },
  name: 'Marta Quispe',
  own: false,
};
const wordings = {
  before: { title: 'Leave the paths open', text: 'Every bed can be reached by *wheelchair and barrow*.' },
  after: {
    title: 'Keep the paths open',
    text: 'Every bed can be reached by *wheelchair, pram and barrow*.\n\nWe keep tools off the paths.',
  },
};

export const workingCopy: WorkingCopyView = {
  kind: 'working-copy',
  subject: preview,
  revision: 'revision-1',
  saved,
  base: 2,
  values: [
    { id: id('share-the-harvest'), title: 'Share the harvest', kinds: [] },
    { id: id('leave-paths-open'), title: 'Keep the paths open', kinds: ['title', 'text'] },
    { id: id('rest-in-winter'), title: 'Rest in winter', kinds: ['added'] },
  ],
  removed: ['Be a neighbour'],
  undeclared: 1,
};

export const valueForm: ValueFormView = {
  kind: 'value-form',
  subject: preview,
  revision: 'revision-1',
  value: { id: id('leave-paths-open'), position: 2 },
  ...wordings.before,
  inDialog: false,
};

export const contested: ValueFormView = {
  ...valueForm,
  title: 'Leave every path open',
  theirs: { revision: 'revision-2', saved, seen: wordings.before, now: wordings.after },
};

const removeValue: RemoveValueView = {
  kind: 'remove-value',
  subject: preview,
  revision: 'revision-1',
  value: { ...wordings.before, id: id('leave-paths-open'), position: 2 },
};

export const conflict: CopyConflictView = {
  kind: 'copy-conflict',
  subject: preview,
  version: 'revision-3',
  over: 'revision-2',
  saved,
  values: [wordings, { before: { title: 'Be a neighbour', text: 'The street is part of the garden.' } }],
  others: true,
};

const reworded: MatchedChange = {
  of: { kind: 'value', id: id('leave-paths-open'), position: 2 },
  title: wordings.after.title,
  kinds: ['title', 'text'],
  from: [{ id: id('leave-paths-open'), title: wordings.before.title }],
  size: 'clearer',
  why: 'Several of us asked whether prams count.',
  themes: [3],
  asked: true,
};

export const matching: MatchingView = {
  kind: 'matching',
  subject: preview,
  revision: 'revision-1',
  base: 2,
  changes: [
    {
      of: { kind: 'value', id: id('share-the-harvest'), position: 1 },
      title: 'Share the harvest',
      kinds: [],
      from: [{ id: id('share-the-harvest'), title: 'Share the harvest' }],
      themes: [],
      asked: false,
    },
    reworded,
    {
      of: { kind: 'removed', id: id('be-a-neighbour') },
      title: 'Be a neighbour',
      kinds: [],
      from: [{ id: id('be-a-neighbour'), title: 'Be a neighbour' }],
      themes: [],
      asked: false,
    },
    { of: { kind: 'considerations' }, title: '', kinds: [], from: [], themes: [], asked: false },
  ],
  page: 1,
};

export const changeForm: ChangeFormView = {
  kind: 'change-form',
  subject: preview,
  revision: 'revision-1',
  base: 2,
  change: reworded,
  former: [
    { id: id('share-the-harvest'), title: 'Share the harvest' },
    { id: id('leave-paths-open'), title: 'Leave the paths open' },
    { id: id('be-a-neighbour'), title: 'Be a neighbour' },
  ],
  choices: [
    { number: 3, title: 'Whom the paths are for' },
    { number: 4, title: 'Less about rules' },
  ],
  before: [wordings.before],
  after: wordings.after,
};

const entry: ChangeEntry = {
  of: 'value',
  id: id('leave-paths-open'),
  position: 2,
  title: wordings.after.title,
  kinds: ['title', 'text'],
  before: [wordings.before],
  after: wordings.after,
  said: [{ number: 2, size: 'clearer', why: 'Several of us asked whether prams count.', themes: [3] }],
};

export const changes: ChangesView = {
  kind: 'changes',
  subject: open,
  from: 1,
  to: 2,
  entries: [
    entry,
    {
      of: 'value',
      id: id('rest-in-winter'),
      position: 3,
      title: 'Rest in winter',
      kinds: ['added'],
      before: [],
      after: { title: 'Rest in winter', text: 'Nobody digs in January.' },
      said: [],
    },
    {
      of: 'removed',
      id: id('be-a-neighbour'),
      title: 'Be a neighbour',
      kinds: [],
      before: [{ title: 'Be a neighbour', text: 'The street is part of the garden.' }],
      said: [],
    },
  ],
  unchanged: 2,
  themes: [{ number: 3, title: 'Whom the paths are for' }],
  unanswered: { themes: [4], comments: 2 },
  address: 'https://values.garden.example/charters/garden/drafts/2/changes/1?key=abc',
  page: 1,
};

export const ballotChange: BallotChange = {
  kinds: ['title', 'text'],
  size: 'spelling',
  why: 'A comma was missing.',
  themes: [3],
  disputable: true,
  since: 1,
  before: [wordings.before],
  former: [{ answer: 4, number: 1 }],
};

const dispute: DisputeView = {
  kind: 'dispute',
  subject: open,
  value: { id: id('leave-paths-open'), position: 2, title: 'Keep the paths open' },
  state: 'asking',
};

const disputes = (['disputed', 'disputed-before', 'not-open', 'not-spelling'] as const).map(
  (state): [string, View] => [`dispute-${state}`, { ...dispute, state }],
);

const notices = (
  [
    'nothing-before',
    'first-draft',
    'same-draft',
    'last-value',
    'version-gone',
    'busy',
    'unreadable-declaration',
    'frame-unchanged',
    'removed-meanwhile',
  ] as const
).map((what): [string, View] => {
  const notice: RevisionNoticeView = { kind: 'revision-notice', what, subject: open };
  return [`revision-${what}`, notice];
});

const just = { did: 'moved', title: 'Rest in winter', position: 2 } as const;

/** A view of every kind that has to do with what changes, by a name. */
export const revisionViews: readonly (readonly [string, View])[] = [
  ['working-copy', workingCopy],
  ['working-copy-begun', { ...workingCopy, removed: [], undeclared: 0, just: { did: 'begun' } }],
  ['working-copy-moved', { ...workingCopy, saved: { ...saved, own: true }, just }],
  ['value-form', valueForm],
  ['value-form-problem', { ...valueForm, problem: 'reads-otherwise' }],
  ['value-form-contested', contested],
  ['remove-value', removeValue],
  ['copy-conflict', conflict],
  ['matching', matching],
  ['change-form', changeForm],
  ['change-form-problem', { ...changeForm, problem: 'no-such-theme' }],
  ['changes', changes],
  ['changes-one', { ...changes, entries: [entry], only: 2 }],
  ['changes-none', { ...changes, entries: [], unchanged: 5, themes: [] }],
  ['dispute', dispute],
  ...disputes,
  ...notices,
];
