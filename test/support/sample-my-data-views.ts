import type { ForgetView, MyDataView } from '../../src/app/my-data/views.js';
import type { View } from '../../src/app/views.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { ValueId } from '../../src/domain/draft.js';
import type { MemberId, PlaceId } from '../../src/domain/place.js';

const garden = 'garden' as CharterName;
const pond = 'pond' as CharterName;

const heldData: MyDataView = {
  kind: 'my-data',
  kept: {
    member: 'aa11bb22-0000-4000-8000-000000000001' as MemberId,
    roles: ['facilitator'],
    name: 'Ada Osei',
    chats: [
      {
        place: 'tenant-1/a:chat' as PlaceId,
        serviceUrl: 'https://smba.example/emea/',
        notedAt: '2026-11-20T09:00:00.000Z',
        locale: 'en-GB',
        timeZone: 'Europe/Berlin',
        subscriptions: [garden, pond],
        pausedUntil: '2026-12-01T07:00:00.000Z',
        quietHours: '20:00–08:00',
      },
    ],
    deliveries: [
      { charter: garden, kind: 'published', at: '2026-11-20T10:00:00.000Z', state: 'sent' },
      { charter: garden, kind: 'reminder', at: '2026-11-22T10:00:00.000Z', state: 'waiting' },
    ],
    contacts: [
      { charter: garden, draft: 2, count: 2 },
      { charter: pond, count: 1 },
    ],
    workingCopies: [{ charter: garden, savedAt: '2026-11-21T09:00:00.000Z', source: '# Values' }],
    approvals: [{ charter: garden, action: 'publish', askedAt: '2026-11-21T12:00:00.000Z' }],
    corrections: [{ charter: garden, proposedAt: '2026-11-21T11:00:00.000Z' }],
    appointments: [{ charter: garden, kind: 'close', at: '2026-12-10T16:00:00.000Z' }],
  },
  charters: [
    {
      charter: garden,
      group: 'Orchard',
      answers: [
        answered('share-the-harvest', 'Share the harvest', 5),
        { ...answered('leave-paths-open', 'Leave the paths open', 'unclear'), carriedFrom: 1 },
        {
          draft: 2,
          value: 'be-a-neighbour' as ValueId,
          title: 'Be a neighbour',
          at: '2026-11-21T10:00:00.000Z',
        },
      ],
      declined: [1],
      consents: [{ draft: 2, answer: 'live-with', at: '2026-11-23T10:00:00.000Z' }],
      disputes: [{ draft: 2, value: 'be-a-neighbour' as ValueId, title: 'Be a neighbour' }],
      comments: [
        {
          sort: 'wording',
          text: 'I would say “divide by need”.',
          state: 'published',
          signedBy: 'Ada Osei',
          day: '2026-11-21',
        },
        { sort: 'missing', text: 'Nothing is said of *water*.', state: 'waiting', day: '2026-11-22' },
      ],
      votes: [{ comment: 'c-1', vote: 'agree' }],
    },
  ],
  sealed: [pond],
  address: 'https://touchstone.example/my-data/token-of-this-link',
  minutes: 15,
  timeZone: 'Europe/Berlin',
  page: 1,
};

function answered(value: string, title: string, answer: 5 | 'unclear') {
  return { draft: 2, value: value as ValueId, title, answer, at: '2026-11-21T10:00:00.000Z' };
}

const newcomer: MyDataView = {
  ...heldData,
  kept: {
    member: heldData.kept.member,
    ...{
      roles: [],
      chats: [],
      deliveries: [],
      contacts: [],
      workingCopies: [],
      approvals: [],
      corrections: [],
      appointments: [],
    },
  },
  charters: [],
  sealed: [],
};

const much: MyDataView = {
  ...heldData,
  charters: heldData.charters.map((charter) => ({
    ...charter,
    answers: Array.from({ length: 60 }, (_, index) =>
      answered(`v-${String(index)}`, `Value ${String(index)}`, 5),
    ),
    comments: Array.from({ length: 20 }, (_, index) => ({
      sort: 'example' as const,
      text: `${'Words that somebody took time for. '.repeat(50)}${String(index)}`,
      state: 'published',
      day: '2026-11-22',
    })),
  })),
};

const asking: ForgetView = {
  kind: 'forget',
  sealed: [pond],
  inProgress: [garden],
  roles: ['facilitator'],
};

/** Merged into `memberViews`. */
export const myDataViews: ReadonlyMap<string, View> = new Map<string, View>([
  ['my-data', heldData],
  ['my-data-newcomer', newcomer],
  ['my-data-much', { ...much, page: 3 }],
  ['forget', asking],
  ['forget-newcomer', { ...asking, sealed: [], inProgress: [], roles: [] }],
  ['forget-moderator', { ...asking, roles: ['moderator'] }],
  ['forget-done', { ...asking, done: true }],
]);
