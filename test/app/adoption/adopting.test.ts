import assert from 'node:assert/strict';

import { createViewOf } from '../../../src/app/announcement-view.js';
import { keepAppointments } from '../../../src/app/keep-appointments.js';
import type { View } from '../../../src/app/views.js';
import { aCommunity, garden, viewed, whatOf, type Community } from '../community.js';
import { aPost } from '../posts.js';
import { proposingIn } from './proposing.js';

const now = '2026-11-24T09:00:00.000Z';

describe('Adopting a draft', () => {
  let community: Community;
  const round = proposingIn(() => community);
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-11-20T09:00:00.000Z' });
    await community.publish(aPost());
    await round.close();
    community.setClock(now);
  });
  afterEach(() => community.stop());

  const noticed = (view: View): string => viewed('adoption-notice', view).what;
  const kinds = async () => (await community.ports.process.records(garden)).map(({ entry }) => entry.kind);
  const heldWith = async (answers: Parameters<typeof round.sayMany>[0]): Promise<void> => {
    await round.propose();
    await round.sayMany(answers);
    await round.review();
    await round.end();
  };

  it('needs a round, and its end', async () => {
    assert.equal(noticed(await round.adopt()), 'no-round');
    await round.propose();

    assert.equal(noticed(await round.adopt()), 'round-open');
  });

  it('says what the rule lacks: too few answers, of which nothing more is told', async () => {
    await heldWith({ support: 3 });

    const refused = viewed('adoption-notice', await round.adopt());

    assert.deepEqual(refused.what === 'cannot-adopt' && refused.gaps, [{ kind: 'too-few', needed: 5 }]);
  });

  it('says what the rule lacks: a quorum, and too many who object', async () => {
    await community.ask({ kind: 'change-rules', rules: { adoption: { quorum: 20 } } });
    await heldWith({ support: 9, object: 3 });

    const refused = viewed('adoption-notice', await round.adopt());

    assert.deepEqual(refused.what === 'cannot-adopt' && refused.gaps, [
      { kind: 'too-few', needed: 20, answered: 12 },
      { kind: 'too-many-object', objecting: 3, answered: 12, most: 20 },
    ]);
    assert.equal((await community.ports.drafts.latest(garden))?.state, 'closed');
  });

  it('loses no objection that nobody has reviewed', async () => {
    await round.propose();
    await round.sayMany({ support: 9, object: 1 });
    await round.end();

    const refused = viewed('adoption-notice', await round.adopt());

    assert.deepEqual(refused.what === 'cannot-adopt' && [refused.gaps, refused.waiting], [[], 1]);
  });

  it('asks for days and what will be done, shows what is recorded, and gives back what cannot be', async () => {
    await heldWith({ support: 9 });
    const followUps = 'Write a code of conduct; the welcome circle; 2027-02-01\nPaint the gate; Ana';

    const form = viewed('adopt-form', await round.adopt({}, false));
    const future = viewed('adopt-form', await round.adopt({ adoptedOn: '2026-11-25' }, false));
    const before = viewed('adopt-form', await round.adopt({ adoptedOn: '2026-11-19', followUps }, true));
    const past = viewed('adopt-form', await round.adopt({ reviewOn: '2026-11-24' }, true));
    const unread = viewed('adopt-form', await round.adopt({ followUps: 'Paint the gate' }, true));
    const summary = viewed('adopt-summary', await round.adopt({ adoptedOn: '2026-11-20', followUps }, false));

    assert.deepEqual([form.adoptedOn, form.reviewOn], ['2026-11-24', '2027-11-24']);
    assert.deepEqual(future.problem, { kind: 'day-outside', from: '2026-11-20', to: '2026-11-24' });
    assert.equal(before.problem?.kind, 'day-outside');
    assert.equal(before.followUps, followUps);
    assert.equal(past.problem?.kind, 'review-past');
    assert.deepEqual(unread.problem, { kind: 'line-unreadable', line: 'Paint the gate' });
    assert.equal(summary.outcome.adoptedOn, '2026-11-20');
    assert.deepEqual(summary.outcome.followUps, [
      { what: 'Write a code of conduct', owner: 'the welcome circle', due: '2027-02-01' },
      { what: 'Paint the gate', owner: 'Ana' },
    ]);
    assert.equal((await community.ports.drafts.latest(garden))?.state, 'closed');
  });

  it('records figures, objections with their answers or that there was none, and what was promised', async () => {
    await round.propose();
    await round.sayMany({ support: 9 });
    await round.say('bo', 'object', 'It leaves out the roof.');
    const [answered] = await round.review();
    await round.say('cleo', 'object', 'Nobody waters in August.');
    await round.review();
    await round.end();
    await round.answer([answered!], 'The roof comes with the next draft.');

    const done = await round.adopt({ adoptedOn: '2026-11-20', reviewOn: '2027-05-01' });

    assert.equal(noticed(done), 'adopted-now');
    const { outcome, head } = viewed('outcome', await round.outcome(community.member('dov')));
    assert.equal(outcome.adoptedOn, '2026-11-20');
    assert.equal(outcome.recordedAt, now);
    assert.deepEqual(outcome.figures, {
      kind: 'shown',
      counts: { support: 9, 'live-with': 0, object: 2 },
    });
    const dissent = new Map(outcome.dissent.map(({ text, answer }) => [text, answer]));
    assert.equal(dissent.get('It leaves out the roof.')?.reason, 'The roof comes with the next draft.');
    assert.ok(dissent.has('Nobody waters in August.'));
    assert.equal(dissent.get('Nobody waters in August.'), undefined);
    assert.deepEqual(outcome.followUps, [
      { what: 'Mend the roof', owner: 'the builders', due: '2027-01-15' },
    ]);
    assert.equal(head, await community.ports.process.head(garden));
    assert.deepEqual((await kinds()).slice(-3), ['draft', 'adopted', 'sealed']);
  });

  it('happens once; then the process is over and says so everywhere', async () => {
    await heldWith({ support: 9 });
    await round.adopt();

    assert.equal(noticed(await round.adopt()), 'adopted-before');
    assert.equal((await round.show()).kind, 'outcome');
    const values = viewed('charter', await community.askOne({ kind: 'values', about: {} }));
    assert.equal(values.subject.state, 'adopted');
    assert.equal(values.adoptedOn, '2026-11-24');
    const status = viewed('status', await community.askOne({ kind: 'status' }));
    assert.equal(status.charters[0]?.adoptedOn, '2026-11-24');
    assert.equal(whatOf(await community.askOne({ kind: 'seal', confirmed: true })), 'charter-sealed');
  });

  it('leads from every card that was posted before to what was adopted', async () => {
    await community.subscribe(community.member('bo'));
    await heldWith({ support: 9 });
    community.setClock('2026-11-24T10:00:00.000Z');
    await round.adopt();
    const viewOf = createViewOf(community.ports);

    const announcements = await community.ports.announcements.latest({ charter: garden, limit: 10 });
    const views = await Promise.all(
      announcements.map((announcement) => viewOf({ announcement, revision: 1 })),
    );

    assert.deepEqual(
      views.map(({ what }) => what),
      ['adopted', 'consent', 'published'],
    );
    for (const { adoption } of views) assert.equal(adoption?.outcome?.adoptedOn, '2026-11-24');
  });

  it('waits for a second facilitator where the rules say so', async () => {
    await community.ports.facilitators.add({ member: 'eve' as never, at: now });
    await community.ask({ kind: 'change-rules', rules: { second: ['adopt'] } });
    await heldWith({ support: 9 });

    const asked = await round.adopt({ adoptedOn: '2026-11-20' });

    assert.equal(asked.kind, 'people-notice');
    assert.equal((await community.ports.drafts.latest(garden))?.state, 'closed');
    const [waiting] = await community.ports.approvals.waiting(garden);
    const done = await community.ask({ kind: 'approve', approval: waiting!.id }, community.member('eve'));
    assert.ok(done.some((view) => view.kind === 'adoption-notice' && view.what === 'adopted-now'));
    assert.equal(viewed('outcome', await round.outcome()).outcome.adoptedOn, '2026-11-20');
  });

  it('lets facilitators add what will be done and move the review later, never sooner', async () => {
    await heldWith({ support: 9 });
    await round.adopt({ followUps: 'Paint the gate; Ana' });
    const add = (said: object) => community.askOne({ kind: 'follow-up', charter: garden, ...said });

    const form = viewed('follow-up-form', await add({}));
    const sooner = viewed('follow-up-form', await add({ reviewOn: '2027-01-01' }));
    const nothing = viewed('follow-up-form', await add({ reviewOn: '2027-11-24' }));
    const amended = viewed('outcome', await add({ reviewOn: '2027-12-24', followUps: 'Fix the tap; Bo' }));

    assert.deepEqual(form.standing, [{ what: 'Paint the gate', owner: 'Ana' }]);
    assert.equal(sooner.problem?.kind, 'review-earlier');
    assert.equal(nothing.problem?.kind, 'nothing-new');
    assert.equal(amended.just, 'amended');
    assert.deepEqual(
      amended.outcome.followUps.map(({ what }) => what),
      ['Paint the gate', 'Fix the tap'],
    );
    const [review] = await community.ports.appointments.of(garden);
    assert.deepEqual([review?.kind, review?.at], ['review', '2027-12-24T08:00:00.000Z']);
    assert.equal((await kinds()).at(-1), 'adopted');
  });

  it('comes back once on the day of review', async () => {
    await community.subscribe(community.member('bo'));
    await heldWith({ support: 9 });
    await round.adopt({ reviewOn: '2027-05-01' });
    const told = async () =>
      (await community.ports.announcements.latest({ charter: garden, limit: 10 })).filter(
        ({ kind }) => kind === 'review',
      ).length;

    community.setClock('2027-05-01T07:59:00.000Z');
    await keepAppointments(community.ports);
    assert.equal(await told(), 0);
    community.setClock('2027-05-01T08:00:00.000Z');
    await Promise.all([keepAppointments(community.ports), keepAppointments(community.ports)]);
    await keepAppointments(community.ports);

    assert.equal(await told(), 1);
  });
});
