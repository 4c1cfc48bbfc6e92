import assert from 'node:assert/strict';

import type { Announcement } from '../../src/domain/announcement.js';
import { mostAttempts, mostMisses, type DeliveryReport } from '../../src/domain/delivery.js';
import { noon } from '../contract/made-up.js';
import { aCharterName, startDelivering, type Delivering } from './delivering.js';

const nothing: DeliveryReport = {
  intended: 1,
  sent: 0,
  waiting: 0,
  sending: 0,
  failed: {},
  skipped: {},
  cancelled: 0,
  possiblyTwice: 0,
  edits: { intended: 0, edited: 0, waiting: 0, failed: {} },
};

describe('delivering what is due', () => {
  let teams: Delivering;
  beforeEach(async () => {
    teams = await startDelivering();
  });
  afterEach(() => teams.end());

  const inPlaces = async (...conversations: string[]): Promise<Announcement> => {
    for (const conversation of conversations) await teams.place(conversation);
    return (await teams.publish(aCharterName())).announcement;
  };
  const sinceThen = async (seconds: number): Promise<number> => {
    teams.time += seconds;
    return teams.deliver();
  };

  it('posts each delivery once and settles it as sent', async () => {
    const announcement = await inPlaces('one', 'two');

    assert.equal(await teams.deliver(), 2);
    assert.equal(await teams.deliver(), 0);

    assert.deepEqual(teams.posted.sort(), ['one', 'two']);
    assert.deepEqual(await teams.report(announcement), { ...nothing, intended: 2, sent: 2 });
  });

  it('takes no more than it is asked to at a time', async () => {
    const announcement = await inPlaces('one', 'two', 'three');

    assert.equal(await teams.deliver('worker', 2), 2);

    assert.deepEqual(await teams.report(announcement), { ...nothing, intended: 3, sent: 2, waiting: 1 });
  });

  it('hands the same view over for all places, so that it is rendered once', async () => {
    await inPlaces('one', 'two', 'three');

    await teams.deliver('worker', 2);
    await teams.deliver();

    assert.equal(new Set(teams.posts.map(({ view }) => view)).size, 1);
  });

  it('waits as long as Teams asks, which is no miss', async () => {
    const announcement = await inPlaces('one');
    teams.outcomeOf = () => ({ kind: 'throttled', wait: 7 });
    await teams.deliver();
    for (let round = 0; round < mostMisses + 3; round += 1) {
      assert.equal(await sinceThen(6), 0, 'nothing is due before');
      assert.equal(await sinceThen(1), 1);
    }
    teams.outcomeOf = () => ({ kind: 'sent', message: 'm' });

    await sinceThen(7);

    assert.deepEqual(await teams.report(announcement), { ...nothing, sent: 1 });
  });

  it('does not wait for ever', async () => {
    const announcement = await inPlaces('one');
    teams.outcomeOf = () => ({ kind: 'throttled', wait: 1 });

    for (let round = 0; round < mostAttempts + 3; round += 1) await sinceThen(1);

    assert.equal(teams.posted.length, mostAttempts);
    assert.deepEqual(await teams.report(announcement), { ...nothing, failed: { 'too-many-attempts': 1 } });
  });

  for (const kind of ['busy', 'unclear'] as const) {
    it(`tries again what is ${kind}, later each time, and gives up in the end`, async () => {
      const announcement = await inPlaces('one');
      teams.outcomeOf = () => ({ kind, reason: 'http-503' });
      const waits = [];
      for (let seconds = 0; seconds < 1_000; seconds += 1) {
        if ((await teams.deliver()) > 0) waits.push(seconds);
        teams.time += 1;
      }

      assert.deepEqual(waits, [0, 1, 3, 7, 15, 31, 63, 127]);
      assert.equal(teams.posted.length, mostMisses, 'one post for each try');
      assert.deepEqual(await teams.report(announcement), { ...nothing, failed: { 'too-many-attempts': 1 } });
    });
  }

  it('tells that something may have arrived twice, only where it may', async () => {
    const announcement = await inPlaces('reset', 'busy');
    teams.outcomeOf = (conversation) =>
      conversation === 'reset'
        ? { kind: 'unclear', reason: 'ECONNRESET' }
        : { kind: 'busy', reason: 'http-503' };
    await teams.deliver();
    teams.outcomeOf = () => ({ kind: 'sent', message: 'm' });

    await sinceThen(2);

    assert.deepEqual(await teams.report(announcement), {
      ...nothing,
      intended: 2,
      sent: 2,
      possiblyTwice: 1,
    });
  });

  it('counts it as nobody’s try when it can send to nobody', async () => {
    const announcement = await inPlaces('one');
    teams.outcomeOf = () => ({ kind: 'unable', reason: 'login-failed' });
    for (let round = 0; round < mostAttempts + 3; round += 1) await sinceThen(300);
    teams.outcomeOf = () => ({ kind: 'sent', message: 'm' });

    await sinceThen(300);

    assert.deepEqual(await teams.report(announcement), { ...nothing, sent: 1 });
  });

  it('gives up at once on what would end the same again, with the reason', async () => {
    const announcement = await inPlaces('refused', 'fine');
    teams.outcomeOf = (conversation) =>
      conversation === 'refused'
        ? { kind: 'refused', reason: 'BadArgument' }
        : { kind: 'sent', message: 'm' };

    await teams.deliver();

    assert.equal(await sinceThen(3_600), 0);
    const report = { ...nothing, intended: 2, sent: 1, failed: { BadArgument: 1 } };
    assert.deepEqual(await teams.report(announcement), report);
  });

  it('parks a place that cannot be reached, until it is heard of again', async () => {
    const place = await teams.place('one');
    const charter = aCharterName();
    const { announcement } = await teams.publish(charter);
    const alsoWaiting = await teams.announce(charter);
    teams.outcomeOf = () => ({ kind: 'gone', reason: 'blocked' });
    await teams.deliver();
    teams.outcomeOf = () => ({ kind: 'sent', message: 'm' });

    const unheard = await teams.announce(charter);
    await teams.stores.places.note({ ...place, at: teams.now() });
    const heard = await teams.announce(charter);
    await teams.deliver();

    const [failed, skipped] = [{ blocked: 1 }, { blocked: 1 }];
    const reports = await Promise.all([announcement, alsoWaiting, unheard, heard].map(teams.report));
    assert.deepEqual(reports, [
      { ...nothing, failed },
      { ...nothing, skipped },
      { ...nothing, intended: 0 },
      { ...nothing, sent: 1 },
    ]);
  });

  it('tries again at once where a place has moved to, and remembers it', async () => {
    const { id } = await teams.place('one');
    const { announcement } = await teams.publish(aCharterName());
    const serviceUrl = 'https://elsewhere.example/gcc';
    teams.outcomeOf = () => ({ kind: 'moved', serviceUrl });
    await teams.deliver();
    teams.outcomeOf = () => ({ kind: 'sent', message: 'm' });

    await teams.deliver();

    assert.equal(teams.posts[1]?.address.serviceUrl, serviceUrl);
    assert.equal((await teams.stores.places.find(id))?.address.serviceUrl, serviceUrl);
    assert.deepEqual(await teams.report(announcement), { ...nothing, sent: 1 });
  });

  it('posts nothing of a draft that was withdrawn while it waited for its turn', async () => {
    await teams.place('one');
    const { draft, announcement } = await teams.publish(aCharterName());
    const [ready] = await teams.prepare();
    await teams.stores.drafts.change({ draft: draft.id, from: 'open', to: 'withdrawn', at: teams.now() });

    assert.equal(await teams.deliveriesOf('worker').begin(ready!), false);

    assert.deepEqual(await teams.report(announcement), { ...nothing, cancelled: 1 });
  });

  it('begins nothing that its lease might not see the end of, and gives it back untried', async () => {
    const announcement = await inPlaces('one');
    for (let round = 0; round < mostAttempts + 3; round += 1) {
      const [ready] = await teams.prepare();
      teams.time += 41;
      assert.equal(await teams.deliveriesOf('worker').begin(ready!), false);
    }

    await teams.deliver();

    assert.deepEqual(await teams.report(announcement), { ...nothing, sent: 1 });
  });

  it('gives back what is not sent now, untried', async () => {
    const announcement = await inPlaces('one');
    for (let round = 0; round < mostAttempts + 3; round += 1) {
      const [ready] = await teams.prepare();
      await teams.deliveriesOf('worker').giveBack(ready!, 5_000);
      assert.deepEqual(await teams.prepare(), [], 'it is not due before');
      teams.time += 5;
    }

    await teams.deliver();

    assert.deepEqual(await teams.report(announcement), { ...nothing, sent: 1 });
  });

  it('leaves a delivery alone that another worker took when the lease ran out', async () => {
    const announcement = await inPlaces('one');
    const slow = teams.deliveriesOf('the slow one');
    const [ready] = await teams.prepare('the slow one');
    await slow.begin(ready!);
    teams.time += 60;
    teams.outcomeOf = () => ({ kind: 'sent', message: 'of the other' });
    await teams.deliver('the other');

    await slow.settle(ready!, { kind: 'refused', reason: 'too late' });

    assert.deepEqual(await teams.report(announcement), { ...nothing, sent: 1, possiblyTwice: 1 });
  });

  it('does not try for ever what brings the program down each time', async () => {
    const announcement = await inPlaces('one');
    for (let round = 0; round < mostMisses; round += 1) {
      const [ready] = await teams.prepare('doomed');
      await teams.deliveriesOf('doomed').begin(ready!);
      teams.time += 60;
    }

    await teams.deliver();

    assert.deepEqual(teams.posted, []);
    assert.deepEqual(await teams.report(announcement), { ...nothing, failed: { 'too-many-attempts': 1 } });
  });

  it('tries again what went wrong through a fault of ours, and settles the others', async () => {
    const announcement = await inPlaces('one', 'broken', 'three');
    teams.outcomeOf = (conversation) => {
      if (conversation === 'broken') throw new Error('a fault of ours');
      return { kind: 'sent', message: 'm' };
    };

    await teams.deliver();

    assert.deepEqual(await teams.report(announcement), { ...nothing, intended: 3, sent: 2, waiting: 1 });
  });

  it('edits the copies when what they show has changed', async () => {
    await teams.place('one');
    const { draft, announcement } = await teams.publish(aCharterName());
    await teams.deliver();
    await teams.stores.drafts.setClosing({ draft: draft.id, closesAt: noon(86_400), at: teams.now() });

    await sinceThen(5);

    assert.deepEqual(teams.posted, ['one', 'edit of m-one in one']);
    assert.equal(teams.posts[0]?.view.closes, undefined);
    assert.deepEqual(teams.posts[1]?.view.closes, { at: noon(86_400), timeZone: 'Europe/Vienna' });
    const edits = { intended: 1, edited: 1, waiting: 0, failed: {} };
    assert.deepEqual(await teams.report(announcement), { ...nothing, sent: 1, edits });
  });

  it('forgets a copy that is not there any more, and not the place', async () => {
    await teams.place('one');
    const charter = aCharterName();
    const { draft, announcement } = await teams.publish(charter);
    await teams.deliver();
    await teams.stores.drafts.setClosing({ draft: draft.id, closesAt: noon(86_400), at: teams.now() });
    teams.outcomeOf = () => ({ kind: 'refused', reason: 'message-gone' });
    await sinceThen(5);

    const next = await teams.announce(charter);

    const edits = { intended: 1, edited: 0, waiting: 0, failed: { 'message-gone': 1 } };
    assert.deepEqual(await teams.report(announcement), { ...nothing, sent: 1, edits });
    assert.equal((await teams.report(next)).intended, 1);
  });

  it('tries an edit again whose answer was lost, which makes nothing arrive twice', async () => {
    await teams.place('one');
    const { draft, announcement } = await teams.publish(aCharterName());
    await teams.deliver();
    await teams.stores.drafts.setClosing({ draft: draft.id, closesAt: noon(86_400), at: teams.now() });
    teams.outcomeOf = () => ({ kind: 'unclear', reason: 'ECONNRESET' });
    await sinceThen(5);
    teams.outcomeOf = () => ({ kind: 'sent', message: 'm-one' });
    await sinceThen(2);

    const edits = { intended: 1, edited: 1, waiting: 0, failed: {} };
    assert.deepEqual(await teams.report(announcement), { ...nothing, sent: 1, edits });
  });

  it('writes an outcome down again when the first time nobody listened', async () => {
    const announcement = await inPlaces('one');
    const [ready] = await teams.prepare();
    const deliveries = teams.deliveriesOf('worker');
    await deliveries.begin(ready!);
    const outcome = await deliveries.send(ready!);

    await deliveries.settle(ready!, outcome);
    await deliveries.settle(ready!, outcome);

    assert.deepEqual(await teams.report(announcement), { ...nothing, sent: 1 });
  });
});
