import assert from 'node:assert/strict';

import { keepAppointments } from '../../../src/app/keep-appointments.js';
import type { View } from '../../../src/app/views.js';
import { aCommunity, garden, viewed, whatOf, type Community } from '../community.js';
import { aPost } from '../posts.js';
import { proposingIn } from './proposing.js';

const now = '2026-11-24T09:00:00.000Z';
const roof = 'It leaves out the roof, where the bees are.';

describe('A proposal to adopt a draft', () => {
  let community: Community;
  const round = proposingIn(() => community);
  beforeEach(async () => {
    community = await aCommunity({ now });
    await community.publish(aPost());
  });
  afterEach(() => community.stop());

  const noticed = (view: View): string => viewed('adoption-notice', view).what;

  it('is asked about first, with its rule and until when', async () => {
    await round.close();

    const asked = await community.askOne({ kind: 'open-consent', about: {}, confirmed: false });

    const view = viewed('consent-confirm', asked);
    assert.deepEqual(view.rule, { quorum: 5, mostObjecting: 20, consentDays: 7 });
    assert.equal(view.closes.at, '2026-12-01T09:00:00.000Z');
    assert.equal(noticed(await round.show()), 'no-round');
  });

  it('waits for the draft to be closed, and is for facilitators', async () => {
    assert.equal(noticed(await round.propose()), 'draft-not-closed');
    await round.close();

    const refused = await community.askOne(
      { kind: 'open-consent', about: {}, confirmed: true },
      community.member('bo'),
    );

    assert.equal(whatOf(refused), 'for-facilitators');
  });

  it('is announced once to every place, and recorded with its terms', async () => {
    await community.subscribe(community.member('bo'));
    await round.close();

    const opened = viewed('adoption-notice', await round.propose());

    assert.equal(opened.what === 'consent-opened' && opened.intended, 1);
    assert.equal(noticed(await round.propose()), 'round-open');
    const records = await community.ports.process.records(garden);
    const entry = records.at(-1)?.entry;
    assert.equal(entry?.kind, 'consent-opened');
    assert.match((entry as { terms?: string }).terms ?? '', /^[0-9a-f]{64}$/);
  });

  it('takes what each member says, changed and taken back, and shows it to them alone', async () => {
    await round.close();
    await round.propose();

    await round.say('bo', 'support');
    await round.say('bo', 'live-with');
    await round.say('cleo', 'support');
    const back = viewed('consent', await round.say('cleo', null));

    assert.equal(viewed('consent', await round.show('bo')).own?.answer, 'live-with');
    assert.equal(back.just?.did, 'taken-back');
    assert.equal(viewed('consent', await round.show('cleo')).own, undefined);
    const draft = await community.ports.drafts.latest(garden);
    assert.deepEqual(await community.ports.adoption.counts(draft!.id), {
      support: 0,
      'live-with': 1,
      object: 0,
    });
  });

  it('tells nobody any figures while it is open', async () => {
    await round.close();
    await round.propose();
    await round.sayMany({ support: 8 });

    assert.equal(viewed('consent', await round.show('support-0')).over, undefined);
    const facilitators = await community.askOne({ kind: 'consent', about: {} });
    assert.equal(viewed('consent', facilitators).over, undefined);
  });

  it('wants a reason for an objection, and gives back what was put down', async () => {
    await round.close();
    await round.propose();
    const bo = community.member('bo');
    const value = { by: 'position', position: 2 } as const;
    const give = (reason?: string, more = {}) =>
      community.askOne(
        {
          kind: 'give-consent',
          about: {},
          answer: 'object',
          value,
          signed: true,
          ...(reason ? { reason } : {}),
          ...more,
        },
        bo,
      );

    const empty = viewed('consent', await give());
    const long = viewed('consent', await give('x'.repeat(2_001)));
    const named = viewed('consent', await give('Write to marta@garden.example about it.'));
    const sent = viewed(
      'consent',
      await give('Write to marta@garden.example about it.', { forReview: true }),
    );

    assert.equal(empty.problem, 'no-reason');
    assert.equal(empty.written.value, 'leave-the-soil-better');
    assert.equal(empty.written.signed, true);
    assert.equal(long.problem, 'too-long');
    assert.equal(long.written.reason?.length, 2_001);
    assert.equal(named.problem, 'names-person');
    assert.equal(sent.just?.did, 'objected');
    assert.equal(sent.own?.objection?.namesPerson, true);
  });

  it('gives an objection its receipt, keeps it under review, and shows it once it was read', async () => {
    await round.close();
    await round.propose();

    const given = viewed('consent', await round.say('bo', 'object', roof));

    assert.ok(given.just?.did === 'objected');
    const { code } = given.just;
    const receipt = await community.askOne({ kind: 'receipt', code }, community.member('cleo'));
    assert.equal(viewed('receipt', receipt).found?.comment.text, roof);
    assert.equal(given.objections.count, 0);
    await round.review();
    assert.deepEqual(viewed('consent', await round.show('cleo')).objections, { count: 1, unanswered: 1 });
    const list = await community.askOne({ kind: 'objections', about: {} }, community.member('cleo'));
    assert.equal(viewed('objections', list).objections[0]?.comment.text, roof);
  });

  it('keeps the same objection pressed again as the one that was reviewed', async () => {
    await round.close();
    await round.propose();
    await round.say('bo', 'object', roof);
    await round.review();

    const again = await community.askOne(
      { kind: 'give-consent', about: {}, answer: 'object', reason: roof, press: 'another card' },
      community.member('bo'),
    );

    assert.equal(viewed('consent', again).just?.did, 'repeated');
    assert.equal(viewed('consent', again).own?.objection?.state, 'published');
  });

  it('drops an objection from what remains when its author changes their mind', async () => {
    await round.close();
    await round.propose();
    await round.say('bo', 'object', roof);
    await round.review();

    await round.say('bo', 'live-with');

    assert.equal(viewed('consent', await round.show('cleo')).objections.count, 0);
  });

  it('takes no answer that others could read, and shows nobody’s own there', async () => {
    await round.close();
    await round.propose();
    await round.say('bo', 'support');
    const channel = community.member('bo', { scope: 'channel', conversation: 'general' });

    const typed = await community.askOne(
      { kind: 'give-consent', about: {}, answer: 'object', reason: roof },
      channel,
    );
    const shown = await community.askOne({ kind: 'consent', about: {} }, channel);

    assert.equal(noticed(typed), 'consent-in-public');
    assert.equal(viewed('consent', shown).own, undefined);
    assert.equal(viewed('consent', await round.show('bo')).own?.answer, 'support');
  });

  it('ends by itself on its day; then all read the figures, and nobody can answer', async () => {
    await round.close();
    await round.propose();
    await round.sayMany({ support: 4, 'live-with': 2 });
    community.setClock('2026-12-01T09:00:00.000Z');

    await keepAppointments(community.ports);
    const late = viewed('consent', await round.say('bo', 'object', roof));

    assert.equal(late.problem, 'too-late');
    assert.equal(late.written.reason, roof);
    assert.deepEqual(late.over?.figures, {
      kind: 'shown',
      counts: { support: 4, 'live-with': 2, object: 0 },
    });
    assert.deepEqual(await community.ports.appointments.of(garden), []);
  });

  it('tells no figures of fewer than the threshold, and may then be made once more', async () => {
    await round.close();
    await round.propose();
    await round.sayMany({ support: 4 });
    await round.end();

    const { over } = viewed('consent', await round.show());

    assert.deepEqual(over?.figures, { kind: 'hidden', people: { kind: 'fewer-than', count: 5 } });
    assert.equal(noticed(await round.propose()), 'consent-opened');
  });

  it('is not made again once its figures were told', async () => {
    await round.close();
    await round.propose();
    await round.sayMany({ support: 5 });
    await round.end();

    assert.equal(noticed(await round.propose()), 'round-told');
  });
});
