import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { reportOf } from '../../src/domain/delivery.js';
import type { Dialect } from '../../src/storage/dialect.js';
import { ada, bento, chiara, crowd, fiveMembers } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { channel, groupChat, personalChat } from '../support/places.js';
import { buttonsOf, cardOf, startStage, textOf, type Card, type Stage } from '../support/touchstone.js';
import { buttonTitle } from './button-title.js';
import { tellingLines, tracesOf } from './personal-traces.js';

const example = new URL('../../../../src/example/', import.meta.url);
const community = new URL('../../../../../shared/data/coop/', import.meta.url);

interface Story {
  readonly name: string;
  readonly announcement: URL;
  readonly draft: URL;
  /** A value of the draft, and how the announcement goes on being seen in it. */
  readonly secondValue: string;
  readonly consideration: string;
}

const stories: readonly Story[] = [
  {
    name: 'with the example posts',
    announcement: new URL('announcement.md', example),
    draft: new URL('draft-1.md', example),
    secondValue: 'Learn by doing',
    consideration: 'Sharing is not a favour',
  },
  ...(existsSync(community)
    ? [
        {
          name: 'with the posts of the community that asked for it',
          announcement: new URL('2020-08-19-values-announce.md', community),
          draft: new URL('2020-08-25-coop-values.published.md', community),
          secondValue: 'Promote open science',
          consideration: 'shared responsibility',
        },
      ]
    : []),
];

const general = channel('General');
const group = groupChat('Reading circle');
const members = crowd(6);

for (const dialect of ['sqlite', 'postgres'] as const satisfies readonly Dialect[]) {
  for (const story of stories) {
    describe(`The whole story on ${databaseNames[dialect]}, ${story.name}`, () => {
      const url = scratchDatabase(dialect);
      let stage: Stage;
      before(async () => {
        stage = await startStage({ databaseUrl: url() });
      });
      after(() => stage.stop());

      it('welcomes each place once, and subscribes a team and a group but no person', async () => {
        const places = [
          [ada, general],
          [bento, group],
          [chiara, personalChat(chiara)],
        ] as const;

        for (const [member, place] of places) {
          await stage.teams.deliver(stage.activities.installation(member, place, 'add'));
          await stage.teams.deliver(stage.activities.membersAdded(member, place, [stage.activities.bot]));
          await stage.teams.deliver(stage.activities.installation(member, place, 'add'));
        }

        const cards = stage.connector.calls.map((call) => [
          call.conversation?.split(';')[0],
          textOf(cardOf(call)),
        ]);
        assert.deepEqual(
          cards.map(([conversation]) => conversation),
          places.map(([, place]) => place.id),
        );
        const titles = stage.connector.calls.map((call) => buttonsOf(cardOf(call)).map(({ verb }) => verb));
        assert.ok(titles[0]?.includes('unsubscribe') && titles[1]?.includes('unsubscribe'));
        assert.ok(titles[2]?.includes('subscribe') && !titles[2].includes('unsubscribe'));
      });

      it('subscribes a person in one tap', async () => {
        const welcome = cardOf(stage.connector.calls.at(-1)!);
        const button = buttonsOf(welcome).find(({ verb }) => verb === 'subscribe')!;

        const card = await stage.press(chiara, personalChat(chiara), welcome, button.title);

        assert.deepEqual(verbsOf(card).includes('unsubscribe'), true);
      });

      it('announces the process to every place, before there is a draft', async () => {
        const form = await only(stage.say(ada, personalChat(ada), 'new draft'));
        const preview = await stage.press(ada, personalChat(ada), form, buttonTitle(form, 'import'), {
          source: await readFile(story.announcement, 'utf8'),
          name: 'ours',
        });
        const published = await stage.press(ada, personalChat(ada), preview, buttonTitle(preview, 'publish'));

        assert.match(textOf(published), /3/);
        const announcements = await stage.connector.waitForAll(3, isAnnouncement);
        assert.deepEqual(
          announcements.map(({ conversation }) => conversation?.split(';')[0]).sort(),
          [general.id, group.id, personalChat(chiara).id].sort(),
        );
        assert.ok(textOf(cardOf(announcements[0]!)).includes('values'));
      });

      it('shows a preview whose buttons record nothing', async () => {
        const form = await only(stage.say(ada, personalChat(ada), 'new draft ours'));
        const before = stage.connector.calls.length;
        const preview = await stage.press(ada, personalChat(ada), form, buttonTitle(form, 'import'), {
          source: await readFile(story.draft, 'utf8'),
          name: 'ours',
        });
        const shown = await stage.connector.waitFor(
          (call) => stage.connector.calls.indexOf(call) >= before && call.activity !== undefined,
        );
        const ballot = await stage.press(
          ada,
          personalChat(ada),
          cardOf(shown),
          buttonTitle(cardOf(shown), 'ballot'),
        );
        await stage.press(ada, personalChat(ada), ballot, buttonTitle(ballot, 'rate'), { answer: '5' });

        assert.ok(verbsOf(preview).includes('publish'));
        assert.equal(await stage.bot.ports.drafts.latest('ours' as never), undefined);
      });

      it('publishes the draft once, however often the button is pressed, and one card reaches each place', async () => {
        const preview = (await stage.say(ada, personalChat(ada), 'preview ours'))[0]!;
        const before = stage.connector.calls.filter(isAnnouncement).length;

        await Promise.all(
          [1, 2, 3, 4].map(() =>
            stage.press(ada, personalChat(ada), preview, buttonTitle(preview, 'publish')),
          ),
        );

        const announcements = await stage.connector.waitForAll(before + 3, isAnnouncement);
        assert.equal(announcements.length, before + 3);
        assert.ok(textOf(cardOf(announcements.at(-1)!)).includes(story.secondValue));
        const draft = await stage.bot.ports.drafts.latest('ours' as never);
        assert.equal(draft?.number, 1);
        assert.ok(
          draft.considerations.some(({ name, text }) => `${name} ${text}`.includes(story.consideration)),
        );
      });

      it('lets members rate in two actions in a channel, a group chat and a personal chat', async () => {
        const announcements = stage.connector.calls.filter(isAnnouncement).slice(-3);
        for (const [index, place] of [general, group, personalChat(bento)].entries()) {
          const card = cardOf(
            announcements.find((call) => call.conversation?.startsWith(place.id)) ?? announcements[0]!,
          );
          const member = [ada, chiara, bento][index]!;
          const ballot = await stage.press(member, place, card, buttonTitle(card, 'ballot'));
          const next = await stage.press(member, place, ballot, buttonTitle(ballot, 'rate'), { answer: '4' });

          assert.ok(textOf(next).includes(story.secondValue), 'the next value is offered');
        }
        for (const call of stage.connector.calls.slice(-3))
          assert.doesNotMatch(textOf(cardOf(call)), /you answered/i);
      });

      it('counts a press once however often Teams delivers it, and the last one wins', async () => {
        const place = personalChat(members[0]!);
        const ballot = await only(stage.say(members[0]!, place, 'rate ours 1'));
        const button = buttonsOf(ballot).find(({ verb }) => verb === 'rate')!;
        const press = (answer: string) => ({ verb: 'rate', data: button.data!, inputs: { answer } });
        const first = stage.activities.press(members[0]!, place, press('5'));
        const again = stage.activities.press(members[0]!, place, press('5'));

        await stage.teams.deliver(first);
        await stage.teams.deliver(first);
        await stage.say(members[0]!, place, 'rate ours 1 2');
        await stage.teams.deliver(again);
        await stage.teams.deliver(again);

        const cards = await only(stage.say(members[0]!, place, 'answers ours'));
        assert.match(textOf(cards), /Resonates a little/);
        assert.doesNotMatch(textOf(cards), /Resonates very strongly/);
      });

      it('takes typed words as it takes presses, and shows no answer where others look on', async () => {
        for (const [index, member] of members.entries()) {
          for (const position of [1, 2, 3, 4, 5]) {
            await stage.say(
              member,
              personalChat(member),
              `rate ours ${position} ${1 + ((index + position) % 5)}`,
            );
          }
        }
        const overheard = await only(stage.say(fiveMembers[4]!, general, 'rate ours 1 5'));
        await stage.say(fiveMembers[4]!, personalChat(fiveMembers[4]!), 'rate ours 2 unclear');

        assert.doesNotMatch(textOf(overheard), /Resonates/);
      });

      it('hides results from everybody while the draft is open, facilitators included', async () => {
        for (const member of [ada, bento]) {
          const card = await only(stage.say(member, personalChat(member), 'results ours'));
          assert.doesNotMatch(textOf(card), /\d+ %|Resonates/);
        }
      });

      it('closes after asking, and shows everybody the same distribution', async () => {
        const question = await only(stage.say(ada, personalChat(ada), 'close ours'));
        await stage.press(ada, personalChat(ada), question, buttonTitle(question, 'close'));

        const mine = await only(stage.say(ada, personalChat(ada), 'results ours'));
        const others = await only(stage.say(chiara, personalChat(chiara), 'results ours'));
        assert.deepEqual(mine, others);
        assert.match(textOf(mine), /Resonates very strongly/);
      });

      it('answers a press on the closed draft with a friendly card that records nothing', async () => {
        const old = cardOf(stage.connector.calls.filter(isAnnouncement).at(-1)!);
        const card = await stage.press(bento, general, old, buttonTitle(old, 'ballot'));

        assert.match(textOf(card), /closed/i);
        assert.ok(verbsOf(card).includes('results'));
      });

      it('edits the cards already posted: the first lead to the draft, and those of the draft to its results', async () => {
        const edits = (await stage.connector.waitForAll(6, isEdit)).map(cardOf);

        const toDraft = edits.filter((card) => /Draft 1 is here/.test(textOf(card)));
        const toResults = edits.filter((card) => verbsOf(card).includes('results'));
        assert.deepEqual([toDraft.length, toResults.length], [3, 3]);
      });

      it('reports deliveries that add up to the last place', async () => {
        const [newest] = await stage.bot.ports.announcements.latest({ charter: 'ours' as never, limit: 1 });
        let report = await stage.bot.ports.announcements.report(newest!.id);
        while (report.edits.waiting > 0) {
          await nextTurn();
          report = await stage.bot.ports.announcements.report(newest!.id);
        }

        const sentAndEdited = { state: 'sent', doubtful: false, edit: 'edited', count: 3 } as const;
        assert.deepEqual(report, reportOf([sentAndEdited]));
      });

      it('sends nothing more to a place that removed the bot', async () => {
        await stage.teams.deliver(stage.activities.installation(ada, general, 'remove'));
        const preview = await stage.say(
          ada,
          personalChat(ada),
          `new draft ours\n${await readFile(story.draft, 'utf8')}`,
        );
        await stage.press(ada, personalChat(ada), preview[0]!, buttonTitle(preview[0]!, 'publish'));
        const [newest] = await stage.bot.ports.announcements.latest({ charter: 'ours' as never, limit: 1 });

        assert.equal((await stage.bot.ports.announcements.report(newest!.id)).intended, 2);
      });

      it('was logged without a name, an id, a word or a token of anybody', async () => {
        const draft = await stage.bot.ports.drafts.latest('ours' as never);
        const titles = [draft!.title, ...draft!.values.map(({ title }) => title)];
        const everybody = [ada, bento, chiara, ...fiveMembers, ...members];

        assert.deepEqual(tellingLines(stage.logged, [...tracesOf(everybody), ...titles]), []);
      });
    });
  }
}

async function only(cards: Promise<readonly Card[]>): Promise<Card> {
  const all = await cards;
  assert.equal(all.length, 1);
  return all[0]!;
}

function verbsOf(card: Card): readonly (string | undefined)[] {
  return buttonsOf(card).map(({ verb }) => verb);
}

/** The card of a message that was posted before. */
function isEdit({ operation }: { operation: string }): boolean {
  return operation === 'update';
}

/** Posted on the bot's own account, not as an answer. */
function isAnnouncement({ operation, activity }: { operation: string; activity?: unknown }): boolean {
  return (operation === 'send' || operation === 'create') && activity !== undefined;
}
