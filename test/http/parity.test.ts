import assert from 'node:assert/strict';

import { facilitators } from '../../src/app/ports.js';
import { pseudonymOf } from '../../src/app/pseudonym.js';
import type { CharterName } from '../../src/domain/charter.js';
import { everyCharter, placeIdOf, type MemberId } from '../../src/domain/place.js';
import { ada, bento, type CastMember } from '../support/cast.js';
import { channel, groupChat, personalChat, type CastPlace } from '../support/places.js';
import { buttonsOf, cardOf, startStage, type Card, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { gardenPost, gardenTitles } from './garden-post.js';

interface Journey {
  readonly name: string;
  readonly member: CastMember;
  readonly place: CastPlace;
  readonly byWords: readonly string[];
  /** Presses, from the card that is shown first to the one that the last of them is answered with. */
  readonly byCard: (hands: Hands) => Promise<unknown>;
}

/** A member who presses buttons and types nothing but the word that shows the first card. */
interface Hands {
  open(word: string): Promise<Card>;
  /** The welcome of the place. */
  welcome(): Promise<Card>;
  press(card: Card, verb: string, inputs?: Readonly<Record<string, string>>): Promise<Card>;
}

const garden = 'garden' as CharterName;
const circle = groupChat('Reading circle');
const fewer = gardenPost({ title: 'Fewer values', values: gardenTitles.slice(0, 2) });

const journeys: readonly Journey[] = [
  {
    name: 'rating every value',
    member: bento,
    place: personalChat(bento),
    byWords: ['rate 1 1', 'rate 2 2', 'rate 3 5', 'rate 4 unclear', 'rate 5 no opinion'],
    byCard: async ({ open, press }) => {
      let card = await press(await open('values'), 'ballot');
      for (const answer of ['1', '2', '5', 'unclear', 'no-opinion'])
        card = await press(card, 'rate', { answer });
    },
  },
  {
    name: 'rating some values in a group chat, out of order',
    member: bento,
    place: circle,
    byWords: ['rate 4 4', 'rate 2 3'],
    byCard: async ({ open, press }) => {
      const values = await open('values');
      for (const [position, answer] of [
        [4, '4'],
        [2, '3'],
      ] as const) {
        const ballot = await press(values, 'ballot', { value: slugOf(gardenTitles[position - 1]!) });
        await press(ballot, 'rate', { answer });
      }
    },
  },
  {
    name: 'changing an answer, and taking another back',
    member: bento,
    place: personalChat(bento),
    byWords: ['rate 1 1', 'rate 2 2', 'rate 1 5', 'rate 2 withdraw'],
    byCard: async ({ open, press }) => {
      const second = await press(await open('rate 1'), 'rate', { answer: '1' });
      await press(second, 'rate', { answer: '2' });
      await press(await open('rate 1'), 'rate', { answer: '5' });
      await press(await open('rate 2'), 'rate', { withdraw: 'by the button' });
    },
  },
  {
    name: 'asking to hear of drafts in a personal chat',
    member: bento,
    place: personalChat(bento),
    byWords: ['subscribe'],
    byCard: async ({ welcome, press }) => press(await welcome(), 'subscribe'),
  },
  {
    name: 'ending announcements in a channel',
    member: bento,
    place: channel('General'),
    byWords: ['unsubscribe'],
    byCard: async ({ welcome, press }) => press(await welcome(), 'unsubscribe'),
  },
  {
    name: 'ending announcements in a group chat',
    member: bento,
    place: circle,
    byWords: ['unsubscribe'],
    byCard: async ({ welcome, press }) => press(await welcome(), 'unsubscribe'),
  },
  {
    name: 'writing a draft and looking at it',
    member: ada,
    place: personalChat(ada),
    byWords: [`new draft garden\n${fewer}`, 'preview', 'report'],
    byCard: async ({ open, press }) => {
      const preview = await press(await open('new draft'), 'import', { source: fewer, name: 'garden' });
      await press(preview, 'import-report');
    },
  },
  {
    name: 'writing a draft, publishing it, and closing it',
    member: ada,
    place: personalChat(ada),
    byWords: [`new draft garden\n${fewer}`, 'publish', 'close garden yes'],
    byCard: async ({ open, press }) => {
      const preview = await press(await open('new draft garden'), 'import', {
        source: fewer,
        name: 'garden',
      });
      await press(preview, 'publish');
      await press(await open('close'), 'close');
    },
  },
  {
    name: 'revising a draft value by value',
    member: ada,
    place: personalChat(ada),
    byWords: [
      'edit 3: Learn by digging\nSpades come first.',
      'add value: Water at dusk\nSo that it stays.',
      'move 6 5',
      'remove value 1 yes',
      'declare 2 clearer: Some of us learn, too.',
    ],
    byCard: async ({ open, press }) => {
      const form = await press(await open('next draft'), 'edit-value', { value: 'teach-by-digging' });
      const edited = { title: 'Learn by digging', text: 'Spades come first.' };
      await press(form, 'save-value', edited);
      const fresh = await open('add value');
      const added = await press(fresh, 'save-value', { title: 'Water at dusk', text: 'So that it stays.' });
      const moved = await press(added, 'move-value', { value: 'water-at-dusk' });
      const question = await press(moved, 'remove-value', { value: 'share-the-harvest' });
      await press(question, 'remove-value');
      const change = await press(await open('matching'), 'matching', { of: 'teach-by-digging' });
      await press(change, 'declare', {
        from: 'teach-by-digging',
        size: 'clearer',
        why: 'Some of us learn, too.',
        themes: '',
      });
    },
  },
  {
    name: 'beginning a new charter beside the first',
    member: ada,
    place: personalChat(ada),
    byWords: [`new draft pond\n${gardenPost({ values: [] })}`, 'publish pond'],
    byCard: async ({ open, press }) => {
      const fields = { source: gardenPost({ values: [] }), name: 'pond' };
      await press(await press(await open('new draft'), 'import', fields), 'publish');
    },
  },
];

describe('Cards and words', () => {
  for (const journey of journeys) {
    it(`leave the same behind: ${journey.name}`, async () => {
      const byCard = await stateAfter(journey, (stage) => journey.byCard(handsOf(stage, journey)));
      const byWords = await stateAfter(journey, async (stage) => {
        for (const word of journey.byWords) await stage.say(journey.member, journey.place, word);
      });

      assert.deepEqual(byWords, byCard);
      assert.notDeepEqual(
        byCard,
        await stateAfter(journey, () => Promise.resolve()),
        'and it is not nothing',
      );
    });
  }
});

async function stateAfter(journey: Journey, travel: (stage: Stage) => Promise<unknown>): Promise<object> {
  const stage = await startStage({ environment: apiEnvironment });
  try {
    await createApiClient(() => stage.origin).publish('garden', gardenPost());
    await stage.teams.deliver(stage.activities.installation(journey.member, journey.place, 'add'));
    await travel(stage);
    return await stateOf(stage, journey);
  } finally {
    await stage.stop();
  }
}

/** What is stored, without what differs from run to run: ids, times and keys. */
async function stateOf({ bot: { ports } }: Stage, { member, place }: Journey): Promise<object> {
  const id = member.aadObjectId as MemberId;
  const where = placeIdOf({ tenant: place.tenantId, conversation: place.id });
  const charters = await ports.charters.all();
  const drafts = [];
  for (const { name } of charters) {
    for (let number = 1; ; number += 1) {
      const draft = await ports.drafts.numbered({ charter: name, number });
      if (draft === undefined) break;
      const pseudonym = await pseudonymOf(ports, name, id);
      const mine = await ports.ratings.mine({ draft: draft.id, pseudonym });
      const tally = (await ports.releases.gather(draft.id)).tallies;
      drafts.push({ name, number, state: draft.state, source: draft.source, mine: [...mine].sort(), tally });
    }
  }
  const copies = await ports.workingCopies.of(facilitators);
  return {
    charters,
    drafts,
    copies: copies.map(({ charter, source }) => ({ charter, source })),
    subscribed: await ports.places.subscribed({ place: where, charter: everyCharter }),
    toGarden: await ports.places.subscribed({ place: where, charter: garden }),
  };
}

function handsOf(stage: Stage, { member, place }: Journey): Hands {
  return {
    async open(word) {
      const [card] = await stage.say(member, place, word);
      return card!;
    },
    welcome: () =>
      Promise.resolve(cardOf(stage.connector.calls.find(({ activity }) => activity !== undefined)!)),
    press(card, verb, inputs = {}) {
      const button = buttonsOf(card).find(
        (each) => each.verb === verb && (each.data?.['withdraw'] === true) === 'withdraw' in inputs,
      );
      assert.ok(button, `no button for ${verb}`);
      return stage.press(member, place, card, button.title, 'withdraw' in inputs ? {} : inputs);
    },
  };
}

/** The identity that a value with this title has in its first draft. */
function slugOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}
