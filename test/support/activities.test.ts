import assert from 'node:assert/strict';

import { activitiesOf } from './activities.js';
import { ada, bento, castMember, foreignTenant, guest, homeTenant, outsider } from './cast.js';
import { channel, groupChat, personalChat, under } from './places.js';

const activities = activitiesOf({
  serviceUrl: 'https://smba.example.org/teams/',
  appId: 'app',
  locale: 'es-ES',
});
const news = channel('News', 'Workshop');

describe('activities for tests', () => {
  it('are each their own, with the sender, the place and the tenant where Teams has them', () => {
    const first = activities.message(ada, personalChat(ada), 'help');
    const second = activities.message(ada, personalChat(ada), 'help');

    assert.notEqual(first['id'], second['id']);
    assert.deepEqual(first['from'], { id: ada.id, name: 'Ada Osei', aadObjectId: ada.aadObjectId });
    assert.deepEqual(first['conversation'], {
      conversationType: 'personal',
      tenantId: homeTenant,
      id: personalChat(ada).id,
    });
    assert.deepEqual(first['channelData'], { tenant: { id: homeTenant } });
    assert.equal(first['locale'], 'es-ES');
  });

  it('mention the bot in groups, and only there', () => {
    const personal = activities.message(ada, personalChat(ada), 'values');
    const group = activities.message(ada, groupChat('Lunch'), 'values');

    assert.equal(personal['text'], 'values');
    assert.equal(group['text'], '<at>Touchstone</at> values');
    assert.deepEqual((group['entities'] as unknown[])[0], {
      type: 'mention',
      mentioned: { id: '28:app', name: 'Touchstone' },
      text: '<at>Touchstone</at>',
    });
  });

  it('name the thread of a channel: a post opens its own, as does a card that is one', () => {
    const post = activities.message(ada, news, 'values');
    const card = activities.press(ada, news, { verb: 'rate', replyToId: '1700000000043' });
    const reply = activities.press(ada, under(news, '1700000000042'), { verb: 'rate' });

    assert.deepEqual(
      [post, card, reply].map((activity) => (activity['conversation'] as { id: string }).id),
      [
        `${news.id};messageid=${String(post['id'])}`,
        `${news.id};messageid=1700000000043`,
        `${news.id};messageid=1700000000042`,
      ],
    );
  });

  it("merge a card's inputs into the data of the button that was pressed", () => {
    const press = activities.press(ada, news, {
      verb: 'rate',
      data: { value: 'v1' },
      inputs: { answer: '4' },
    });

    const { action, trigger } = press['value'] as {
      action: { data: unknown; verb: string };
      trigger: string;
    };
    assert.deepEqual([action.verb, action.data, trigger], ['rate', { value: 'v1', answer: '4' }, 'manual']);
  });

  it('send a submitted card as a message with a value and no text', () => {
    const submit = activities.submit(ada, news, { data: { value: 'v1' }, inputs: { answer: '4' } });

    assert.deepEqual([submit['type'], submit['text']], ['message', undefined]);
    assert.deepEqual(submit['value'], { value: 'v1', answer: '4' });
  });

  it("tell a team's events in the team's name, with the channel they are about", () => {
    const deleted = activities.conversationEvent(ada, news, 'channelDeleted');

    assert.equal((deleted['conversation'] as { id: string }).id, news.teamId);
    const { eventType, channel: about } = deleted['channelData'] as { eventType: string; channel: unknown };
    assert.deepEqual([eventType, about], ['channelDeleted', { id: news.id, name: 'News' }]);
  });

  it('let a test change any field, also a nested one, or take it away', () => {
    const changed = activities.message(ada, personalChat(ada), 'help', {
      serviceUrl: undefined,
      conversation: { tenantId: 'elsewhere' },
      from: { aadObjectId: undefined },
    });

    const sent = JSON.parse(JSON.stringify(changed)) as Record<string, Record<string, unknown>>;
    assert.equal('serviceUrl' in sent, false);
    assert.deepEqual(
      [sent['conversation']?.['tenantId'], sent['conversation']?.['id']],
      ['elsewhere', personalChat(ada).id],
    );
    assert.deepEqual(sent['from'], { id: ada.id, name: 'Ada Osei' });
  });

  it('come from the tenant of the conversation: of a guest this one, of an outsider another', () => {
    const tenants = [guest, outsider].map((member) => {
      const { conversation } = activities.message(member, personalChat(member), 'help');
      return (conversation as { tenantId: string }).tenantId;
    });

    assert.deepEqual(tenants, [homeTenant, foreignTenant]);
  });

  it('know the same member by the same name', () => {
    assert.deepEqual(castMember('Ada Osei'), ada);
    assert.notEqual(ada.aadObjectId, bento.aadObjectId);
    assert.match(ada.aadObjectId, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
