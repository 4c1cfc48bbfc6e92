import assert from 'node:assert/strict';

import { verifyLedger } from '../../src/app/ledger/verify-ledger.js';
import { ada, bento, castMember, crowd, type CastMember } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { channel, groupChat, personalChat, type CastPlace } from '../support/places.js';
import {
  actionOf,
  buttonsOf,
  cardOf,
  startStage,
  textOf,
  type Card,
  type Inputs,
  type Stage,
} from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { buttonTitle } from './button-title.js';
import { gardenPost, gardenTitles } from './garden-post.js';
import { settledReport } from './settled-report.js';

const day = 24 * 60 * 60 * 1000;
const members = crowd(60);
/** They rate every value of both drafts. */
const steady = members.slice(0, 48);
/** They rate the first draft alone. */
const leavers = members.slice(48, 54);
/** They rate the second draft alone. */
const newcomers = members.slice(54);
const general = channel('General');
const circle = groupChat('Compost circle');
/** Facilitators besides, who rate nothing. */
const facilitators = [ada, bento];
const reader = castMember('Rui Tanaka');

const remarks = [
  'Spades are heavy for the smallest of us.',
  'A lesson by the tool shed would help whoever is shy.',
  'Some of us would rather learn than teach.',
  'Last spring my neighbour learned to graft here.',
] as const;
const gateRemark = 'Could the gate say when somebody is in?';
const objection = 'Whoever works at weekends never finds it open.';
const outside = 'Most of the allotment holders wished for an evening a week.';

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`The whole life of a charter, on ${databaseNames[dialect]}`, function () {
    this.timeout(60_000);
    const url = scratchDatabase(dialect);
    let stage: Stage;
    let ahead = 0;
    const api = createApiClient(() => stage.origin);
    const receipts: string[] = [];
    let firstBallot: Card;
    let firstAnnouncement: Card;
    before(async () => {
      stage = await startStage({
        databaseUrl: url(),
        facilitators,
        environment: apiEnvironment,
        ahead: () => ahead,
      });
    });
    after(() => stage.stop());

    const say = async (member: CastMember, text: string, place = personalChat(member)): Promise<Card> => {
      const [card] = await stage.say(member, place, text);
      assert.ok(card, `nothing was answered to "${text}"`);
      return card;
    };
    const told = async (member: CastMember, text: string): Promise<string> => textOf(await say(member, text));
    const press = (member: CastMember, card: Card, verb: string, inputs: Inputs = {}): Promise<Card> =>
      stage.press(member, personalChat(member), card, buttonTitle(card, verb), inputs);
    const read = async (path: string): Promise<Json> => {
      const reply = await api.get(`/api/charters/life${path}`);
      assert.equal(reply.status, 200, path);
      return JSON.parse(reply.text) as Json;
    };
    const announced = async (): Promise<readonly { id: string; kind: string }[]> =>
      (await read('/announcements'))['announcements'] as readonly { id: string; kind: string }[];
    /** Until the newest announcement, which is to be of this kind, has reached everybody. */
    const settled = async (kind: string) => {
      const [newest] = await announced();
      assert.equal(newest?.kind, kind);
      return settledReport(api, newest.id);
    };
    const until = async (isThere: () => Promise<boolean>): Promise<void> => {
      while (!(await isThere()));
    };
    const postedTo = (place: CastPlace): readonly Card[] =>
      stage.connector.calls
        .filter(({ conversation, operation }) => conversation?.split(';')[0] === place.id && operation !== 'update')
        .flatMap((call) => (call.activity === undefined ? [] : [cardOf(call)]));
    const review = async (): Promise<void> => {
      for (;;) {
        const queue = await say(ada, 'moderation life');
        if (!buttonsOf(queue).some(({ title }) => title.includes('Show it'))) return;
        await stage.press(ada, personalChat(ada), queue, 'Show it');
      }
    };

    /** Answers whatever a member is asked, by the card or in words; tells which values those were. */
    async function answerAll(
      member: CastMember,
      answerTo: (title: string) => number,
      way: 'card' | 'words',
    ): Promise<readonly string[]> {
      const asked: string[] = [];
      let card = await say(member, 'rate life');
      for (;;) {
        const save = buttonsOf(card).find(({ verb }) => verb === 'rate');
        if (save === undefined) return asked;
        const value = String(save.data?.['value']);
        asked.push(value);
        const answer = String(answerTo(value));
        card =
          way === 'card'
            ? await press(member, card, 'rate', { answer })
            : await say(member, `rate life ${String(ids.indexOf(value) + 1)} ${answer}`);
        assert.ok(asked.length <= ids.length, 'nobody is asked twice');
      }
    }
    const wayOf = (index: number) => (index % 2 === 0 ? 'card' : 'words');

    it('is announced to every place, and its rules are set before anybody answers', async () => {
      for (const [member, place] of [
        [ada, general],
        [bento, circle],
      ] as const)
        await stage.teams.deliver(stage.activities.installation(member, place, 'add'));
      await say(ada, `new draft life\n${gardenPost({ values: [] })}`);
      assert.match(await told(ada, 'publish life'), /2 places/);
      assert.equal((await settled('announced')).sent, 2);
      for (const member of [...steady.slice(1, 4), reader]) await say(member, 'subscribe life');

      assert.match(await told(ada, 'rules life second adopt'), /adoption/);
      assert.match(await told(ada, 'rules life quorum 20'), /20/);
    });

    it('has a first draft that sixty members rate on cards and in words', async () => {
      ahead += 7 * day;
      await say(ada, `new draft life\n${gardenPost()}`);
      assert.match(await told(ada, 'publish life'), /Published/);
      assert.equal((await settled('published')).sent, 6);
      firstAnnouncement = postedTo(general).at(-1)!;
      firstBallot = await say(members[0]!, 'rate life');

      for (const [index, member] of [...steady, ...leavers].entries())
        assert.deepEqual(await answerAll(member, (id) => first[id]!, wayOf(index)), ids);

      const overheard = await stage.press(
        members[0]!,
        general,
        firstAnnouncement,
        buttonTitle(firstAnnouncement, 'ballot'),
      );
      assert.doesNotMatch(textOf(overheard), /You answered|you answered/);
    });
  });
}

type Json = Readonly<Record<string, unknown>>;

const ids = gardenTitles.map((title) => title.toLowerCase().replaceAll(' ', '-'));
const first: Readonly<Record<string, number>> = {
  'share-the-harvest': 5,
  'leave-the-soil-better': 4,
  'teach-by-digging': 2,
  'keep-the-gate-open': 4,
  'rest-in-winter': 3,
};
