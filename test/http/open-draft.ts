import assert from 'node:assert/strict';

import type { Answer } from '../../src/domain/rating.js';
import type { Dialect } from '../../src/storage/dialect.js';
import type { TeamsActivity } from '../support/activities.js';
import type { CastMember } from '../support/cast.js';
import { scratchDatabase } from '../support/database.js';
import { personalChat, type CastPlace } from '../support/places.js';
import { actionOf, cardIn, startStage, type Card, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { gardenPost } from './garden-post.js';

let made = 0;

/** A stage for the tests of the suite that calls this; each of them has a charter with an open draft to itself. */
export function openDraftOn(dialect: Dialect) {
  const url = scratchDatabase(dialect);
  let stage: Stage;
  let charter: string;
  const api = createApiClient(() => stage.origin);
  before(async () => {
    stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
  });
  after(() => stage.stop());
  beforeEach(async () => {
    made += 1;
    charter = `garden-${String(made)}`;
    const { status } = await api.publish(charter, gardenPost());
    assert.equal(status, 201);
  });

  /** Pressing Save on a card, as an activity that can be delivered again. */
  function saving(
    member: CastMember,
    place: CastPlace,
    card: Card,
    answer: string | undefined,
    changes = {},
  ): TeamsActivity {
    const { data = {}, verb = '' } = actionOf(card, 'Save');
    const inputs = answer === undefined ? {} : { answer };
    return stage.activities.press(member, place, { verb, data, inputs }, changes);
  }

  return {
    get stage() {
      return stage;
    },
    get charter() {
      return charter;
    },
    api,
    saving,
    save: async (...press: Parameters<typeof saving>): Promise<Card> =>
      cardIn(await stage.teams.deliver(saving(...press))),
    async ballotFor(member: CastMember, position = 1): Promise<Card> {
      const [card] = await stage.say(member, personalChat(member), `rate ${charter} ${String(position)}`);
      return card!;
    },
    /** How often each answer stands for the first value. */
    async tallied(number = 1): Promise<Record<string, number>> {
      const { ports } = stage.bot;
      const draft = (await ports.drafts.numbered({ charter: charter as never, number }))!;
      const tallies = (await ports.releases.gather(draft.id)).tallies;
      const first = tallies.filter(({ value }) => value === draft.values[0]?.id);
      return Object.fromEntries(first.map(({ answer, count }): [Answer, number] => [answer, count]));
    },
  };
}
