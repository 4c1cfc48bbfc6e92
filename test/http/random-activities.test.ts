import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { TeamsActivity } from '../support/activities.js';
import { ada, crowd } from '../support/cast.js';
import { adoptionKinds } from '../../src/app/adoption/intents.js';
import { blogKinds } from '../../src/app/blog/intents.js';
import { feedbackKinds } from '../../src/app/feedback/intents.js';
import { peopleKinds } from '../../src/app/people/intents.js';
import { revisionKinds } from '../../src/app/revision/intents.js';
import { channel, groupChat, personalChat } from '../support/places.js';
import { startStage, type Stage } from '../support/touchstone.js';
import { gardenPost } from './garden-post.js';

/** `RANDOM_ACTIVITIES=20000 npx mocha …` makes the run long. */
const runs = Number(process.env['RANDOM_ACTIVITIES'] ?? 2_000);

const members = crowd(3);
const places = [channel('General'), groupChat('Reading circle'), personalChat(ada)];

/** A value where a string, a list or an object is due, or nothing at all. */
const anything = fc.oneof(
  fc.anything({ maxDepth: 2, withNullPrototype: false }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', null, 0, -1, [], {}, '${x}', '<at>all</at>', '__proto__', '\u202E', 'x'.repeat(5_000)),
);
const fields = [
  'type',
  'id',
  'from',
  'conversation',
  'recipient',
  'channelData',
  'text',
  'value',
  'name',
  'action',
  'locale',
  'attachments',
  'entities',
  'membersAdded',
  'membersRemoved',
  'replyToId',
  'timestamp',
  'deliveryMode',
  'serviceUrl',
  'channelId',
];
const broken = fc.dictionary(fc.constantFrom(...fields), anything, { maxKeys: 3 });
const words = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    'help',
    'rate 1 4',
    'rate 999999999999',
    'results page 0',
    'new draft\n# x',
    'close yes',
    'publish',
  ),
  fc
    .array(fc.constantFrom('rate', 'new', 'draft', '2', '5', 'unclear', 'coop', 'page', '-1', '❤'), {
      maxLength: 6,
    })
    .map((parts) => parts.join(' ')),
);
const data = fc.record(
  {
    v: fc.constantFrom<unknown>(1, 2, '1'),
    do: fc.constantFrom<unknown>(
      'rate',
      'ballot',
      'values',
      'publish',
      'import',
      'close',
      'results',
      'dance',
      7,
    ),
    charter: anything,
    draft: anything,
    value: anything,
    position: anything,
    page: anything,
    answer: anything,
    press: anything,
    source: anything,
    preview: anything,
    confirmed: anything,
  },
  { requiredKeys: [] },
);

/** What stands in the fields of the buttons of a revision, its answers and its adoption, or nearly. */
const plausible = fc.oneof(
  { weight: 1, arbitrary: anything },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(
      ...['garden', 'share-the-harvest', 'rest-in-winter', '2', '1,2', 'up', 'lead-in', 'considerations'],
      ...['spelling', 'meaning', 'object', 'support', 'none', 'done', 'no', 'mail', '2027-02-01', 'Dig; Bo'],
      ...['2026-02-30', 'o:1', 'new', '# Two\n\n## More', '---\nchanges: 1\n---', '{#a}', '\ud800', '\u0000'],
      ...[1, 2, 5, 1e9, true, false],
    ),
  },
);
const revising = fc
  .tuple(
    // Once the charter is gone, all others would be about nothing.
    fc.constantFrom(
      ...[...revisionKinds, ...feedbackKinds, ...adoptionKinds, ...peopleKinds, ...blogKinds].filter(
        (kind) => kind !== 'delete-charter',
      ),
    ),
    fc.dictionary(
      fc.constantFrom(
        ...[
          'charter',
          'draft',
          'value',
          'position',
          'page',
          'press',
          'confirmed',
          'revision',
          'version',
          'over',
        ],
        ...[
          'from',
          'to',
          'of',
          'title',
          'text',
          'size',
          'why',
          'themes',
          'number',
          'theme',
          'chosen',
          'shown',
        ],
        ...[
          'source',
          'label',
          'people',
          'day',
          'outside',
          'status',
          'reason',
          'what',
          'owner',
          'due',
          'answer',
        ],
        ...[
          'onValue',
          'signed',
          'edit',
          'adoptedOn',
          'reviewOn',
          'followUps',
          'mark',
          'code',
          'approval',
          'part',
        ],
        ...['inDialog', 'forReview'],
      ),
      plausible,
      { maxKeys: 6 },
    ),
    fc.boolean(),
  )
  .map(([does, fields, there]) => ({ ...(there ? { charter: 'garden' } : {}), ...fields, v: 1, do: does }));
/** Typed as somebody would who has not read the help. */
const revisingWords = fc
  .array(
    fc.constantFrom(
      ...['changes', 'revise', 'edit', 'move', 'remove value', 'matching', 'declare', 'dispute', 'feedback'],
      ...[
        'themes',
        'theme',
        'new theme',
        'outside',
        'answer',
        'tell answers',
        'consent',
        'object',
        'support',
      ],
      ...['open consent', 'end consent', 'adopt', 'outcome', 'follow up', 'objections', 'ledger', 'invite'],
      ...['accept', 'approvals', 'approve', 'facilitators', 'remove facilitator', 'delete', 'blog', 'garden'],
      ...['1', '2', '3-1', 'yes', 'spelling', 'because', ';', ':', '\n', 'page 9', '2027-01-01', '#1', '—'],
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(' '));

describe('Thousands of random activities', () => {
  let stage: Stage;
  const unhandled: unknown[] = [];
  const remember = (reason: unknown): void => void unhandled.push(reason);
  before(async () => {
    stage = await startStage();
    process.on('unhandledRejection', remember);
  });
  after(async () => {
    process.off('unhandledRejection', remember);
    await stage.stop();
  });

  const deliverAll = async (arbitrary: fc.Arbitrary<TeamsActivity>): Promise<void> => {
    const token = `Bearer ${await stage.issuer.channelToken({ serviceUrl: stage.connector.serviceUrl })}`;
    await fc.assert(
      fc.asyncProperty(arbitrary, async (activity) => {
        const { status } = await stage.teams.deliverAs(token, stringify(activity));
        assert.ok(status < 500, `the bot answered ${String(status)}`);
      }),
      { numRuns: runs },
    );
    assert.deepEqual(unhandled, []);
    // A broken envelope can make it impossible to post an answer; nothing else may go wrong.
    const errors = stage.logged.filter((line) => line.includes('"level":"error"'));
    assert.deepEqual(
      errors.filter((line) => !line.includes('"type":"NotPostedError"')),
      [],
    );
    assert.ok(stage.connector.calls.every(({ operation }) => operation !== 'unknown'));
    const help = await stage.teams.deliver(stage.activities.message(ada, personalChat(ada), 'help'));
    assert.equal(help.status, 200);
  };

  it('never bring a 5xx, an unhandled rejection or a call to an unknown host', async () => {
    const { activities } = stage;
    const arbitrary = fc
      .record({
        member: fc.constantFrom(...members),
        place: fc.constantFrom(...places),
        kind: fc.constantFrom('message', 'press', 'submit', 'install', 'event', 'invoke'),
        words,
        data,
        broken,
        whole: fc.boolean(),
      })
      .map(({ member, place, kind, broken: changes, whole, ...it }): TeamsActivity => {
        const overrides = whole ? {} : changes;
        const made = {
          message: () => activities.message(member, place, it.words),
          press: () => activities.press(member, place, { verb: 'x', data: it.data }),
          submit: () => activities.submit(member, place, { data: it.data }),
          install: () => activities.installation(member, place, it.words),
          event: () => activities.conversationEvent(member, place, it.words),
          invoke: () => activities.invoke(member, place, it.words, it.data),
        }[kind as 'message']();
        return { ...made, ...overrides };
      });

    await deliverAll(arbitrary);
  }).timeout(600_000);

  it('bring none either when they revise, answer, adopt and share the work', async () => {
    const { activities } = stage;
    const own = personalChat(ada);
    const source = gardenPost({ charter: 'garden' });
    for (const text of [`new draft\n${source}`, 'publish garden', `new draft\n${source}`])
      await stage.say(ada, own, text);
    const arbitrary = fc
      .record({
        member: fc.constantFrom(ada, ...members),
        place: fc.constantFrom(own, ...places),
        pressed: fc.boolean(),
        data: revising,
        words: revisingWords,
      })
      .map(({ member, place, pressed, data: fields, words: text }) =>
        pressed
          ? activities.press(member, place, { verb: fields.do, data: fields })
          : activities.message(member, place, text),
      );

    await deliverAll(arbitrary);
  }).timeout(600_000);
});

/** Whatever fast-check makes, as a body: big integers and the like have no JSON. */
function stringify(activity: unknown): string {
  const seen = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
  try {
    return JSON.stringify(activity, seen);
  } catch {
    return '{}';
  }
}
