import assert from 'node:assert/strict';

import Sqlite from 'better-sqlite3';

import { log } from '../../src/log.js';
import { badTokens } from '../support/bad-tokens.js';
import { ada, bento, foreignTenant } from '../support/cast.js';
import { failing, resetting, throttled, writesBlocked } from '../support/connector-faults.js';
import { scratchDatabase } from '../support/database.js';
import { channel, groupChat, personalChat } from '../support/places.js';
import { startStage, type Stage } from '../support/touchstone.js';
import { apiEnvironment, createApiClient, tokens } from './api-client.js';
import { gardenPost, gardenTitles } from './garden-post.js';
import { tellingLines, tracesOf } from './personal-traces.js';
import { settledReport } from './settled-report.js';

describe('What is logged when things go wrong', () => {
  const url = scratchDatabase('sqlite');
  let stage: Stage;
  const api = createApiClient(() => stage.origin);
  before(async () => {
    log.level = 'trace';
    stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
  });
  after(async () => {
    log.level = 'info';
    await stage.stop();
  });

  it('names nobody, quotes nothing, and holds no token', async () => {
    const { activities, teams, connector } = stage;
    const circle = groupChat('Ada’s circle');
    await teams.deliver(activities.installation(ada, circle, 'add'));
    for (const name of ['Quiet', 'Busy', 'Full', 'Gone']) {
      await teams.deliver(activities.installation(ada, groupChat(name), 'add'));
    }
    const help = activities.message(bento, personalChat(bento), 'help');
    for (const { authorization } of await badTokens(stage.issuer, connector.serviceUrl)) {
      await teams.deliverAs(authorization, help);
    }
    await teams.deliver(activities.message(ada, channel('General', 'Elsewhere', foreignTenant), 'help'));
    await teams.deliver({ ...help, serviceUrl: 'https://example.org/' });
    await api.get('/api/charters', { authorization: 'Bearer a-wrong-token' });
    const secret = failing(500, 'ServiceError', `Bento Ruiz was told: Share the harvest, ${tokens.scripts}`);
    connector.inject(secret, { conversation: circle.id, operation: 'send' });
    connector.inject(writesBlocked(), { conversation: groupChat('Quiet').id });
    connector.inject(throttled(1), { conversation: groupChat('Busy').id, times: 1 });
    connector.inject(resetting('before'), { conversation: groupChat('Full').id, times: 1 });
    connector.forget(groupChat('Gone').id);
    const { json } = await api.publish('garden', gardenPost());
    await settledReport(api, json.announcement);
    connector.inject(secret, { conversation: personalChat(bento).id, times: 1 });
    await teams.deliver(help);

    const vandal = new Sqlite(url().replace('sqlite:', ''));
    vandal.exec(
      `create trigger fails before insert on ratings begin select raise(fail, 'Bento rated it'); end`,
    );
    vandal.close();
    await stage.say(bento, personalChat(bento), 'rate garden 1 4');
    await stage.say(bento, channel('General'), 'rate garden 2 unclear');

    const traces = [
      ...tracesOf([ada, bento]),
      ...gardenTitles,
      'garden',
      'circle',
      'Quiet',
      ...Object.values(tokens),
    ];
    assert.deepEqual(tellingLines(stage.logged, traces), []);
    const messages = stage.logged.map((line) => (JSON.parse(line) as { msg: string }).msg);
    for (const [message, times] of [
      ['an activity was refused', 20],
      ['an announcement did not arrive', 4],
      ['a turn went wrong', 3],
    ] as const) {
      assert.ok(messages.filter((each) => each === message).length >= times, message);
    }
  });
});
