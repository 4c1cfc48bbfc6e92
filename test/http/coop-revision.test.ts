import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

import { ada, bento, crowd, type CastMember } from '../support/cast.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { personalChat } from '../support/places.js';
import { buttonsOf, startStage, textOf, type Card, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient } from './api-client.js';
import { buttonTitle } from './button-title.js';

const folder = new URL('../../../../../shared/data/coop/', import.meta.url);
const day = 24 * 60 * 60 * 1000;
const voters = crowd(6);

if (existsSync(folder)) {
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
  const publishedPost = read('2020-08-25-coop-values.published.md');
  const adoptedPost = read('2020-10-05-coop-values.adopted.md');
  /** What the community itself noted that feedback had changed. */
  const noted = [...adoptedPost.matchAll(/^> \* (.+)$/gm)].map(([, words = '']) => words);

  for (const dialect of ['sqlite', 'postgres'] as const) {
    describe(`The revision of a real community, on ${databaseNames[dialect]}`, () => {
      const url = scratchDatabase(dialect);
      let stage: Stage;
      /** The program lives when the community did. */
      let now = Date.parse('2020-08-25T16:00Z');
      const api = createApiClient(() => stage.origin);
      before(async () => {
        stage = await startStage({
          databaseUrl: url(),
          environment: apiEnvironment,
          ahead: () => now - Date.now(),
        });
      });
      after(() => stage.stop());

      const say = async (member: CastMember, text: string): Promise<Card> => {
        const [card] = await stage.say(member, personalChat(member), text);
        assert.ok(card, text);
        return card;
      };
      const told = async (member: CastMember, text: string): Promise<string> =>
        textOf(await say(member, text));
      const straight = (text: string): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
      const part = async (name: string): Promise<string> =>
        straight((await api.get(`/api/charters/coop/blog/${name}`)).text);

      it('asks a member who had rated all five values one question', async () => {
        await say(ada, `new draft coop\n${publishedPost}`);
        assert.match(await told(ada, 'publish coop'), /Published/);
        for (const position of [1, 2, 3, 4, 5]) await say(bento, `rate coop ${String(position)} 4`);
        await say(ada, 'theme coop new Say inclusivity');
        const followUp = `follow-up: ${noted[1] ?? ''}; the team`;
        await say(ada, `answer theme coop 1 done: The title names inclusivity now.\n${followUp}`);
        await say(ada, 'tell answers coop yes');
        now += 30 * day;

        await say(ada, `new draft coop\n${adoptedPost}`);
        await say(ada, 'declare coop 4 clearer themes 1: It was asked for.');
        assert.match(await told(ada, 'matching coop'), /asked again about one of 5 values/);
        assert.match(await told(ada, 'publish coop'), /Published/);

        const ballot = await say(bento, 'rate coop');
        assert.match(textOf(ballot), /4 of 5/);
        const place = personalChat(bento);
        const done = await stage.press(bento, place, ballot, buttonTitle(ballot, 'rate'), { answer: '5' });
        assert.ok(
          buttonsOf(done).every(({ verb }) => verb !== 'rate'),
          'that was all',
        );
      });

      it('has changed in one place, a title', async () => {
        const changes = await told(bento, 'changes coop');

        assert.match(changes, /One change\. 4 values read as before\./);
        assert.match(changes, /[Aa]nother title/);
        assert.match(changes, /\[\+ inclusivity and \+\]/);
      });

      it('says what feedback changed in the words that the community found', async () => {
        const lines = (await part('changes')).split('\n');

        assert.equal(lines[0], '> Based on community feedback:');
        assert.deepEqual(
          lines.filter((line) => line.startsWith('> * ')),
          noted.map((item) => `> * ${straight(item)}`),
        );
      });

      it('is adopted as of the day on which the community did, and says when that was recorded', async () => {
        await say(ada, 'close coop yes');
        await say(ada, 'open consent coop yes');
        for (const voter of voters) await say(voter, 'consent coop support');
        await say(ada, 'end consent coop yes');
        now = Date.parse('2020-10-05T18:00Z');

        const early = await told(ada, 'adopt coop 2020-08-01 yes');
        assert.match(early, /Adoption can be dated from/);
        assert.match(await told(ada, 'adopt coop 2020-10-03 yes'), /Draft 2 is adopted and recorded/);

        assert.match(
          await part('adopted'),
          /^> As of 3 October 2020 these values have been formally adopted[^]*This was recorded on 5 October 2020\.\n$/,
        );
        assert.equal((await part('page')).match(/^### /gm)?.length, 5);
      });
    });
  }
}
