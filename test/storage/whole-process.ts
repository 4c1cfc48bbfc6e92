import { randomUUID } from 'node:crypto';

import { pseudonymOf } from '../../src/app/pseudonym.js';
import { facilitators } from '../../src/app/ports.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftId } from '../../src/domain/draft.js';
import type { OutsideId } from '../../src/domain/theme.js';
import type { MemberId } from '../../src/domain/place.js';
import type { Database } from '../../src/storage/database.js';
import type { Stores } from '../../src/storage/stores.js';
import { aComment, castVotes, later } from '../contract/comments-made-up.js';
import {
  aDraft,
  anAnnouncement,
  aPlace,
  aPublication,
  noon,
  openScience,
  shareCredit,
  unique,
} from '../contract/made-up.js';
import { postTo } from '../contract/posted.js';

/** Two drafts of a charter, and something in every table that a process fills; whatever can be found again says `word`. */
export interface WholeProcess {
  readonly charter: CharterName;
  readonly drafts: readonly DraftId[];
  readonly word: string;
}

export async function aWholeProcess(stores: Stores, word: string): Promise<WholeProcess> {
  const charter = unique(`charter-of-${word}`) as CharterName;
  const tenant = unique('tenant');
  const member = unique(`member-of-${word}`) as MemberId;
  const place = aPlace({ address: { tenant, scope: 'personal', member, conversation: unique('a:chat') } });
  await stores.places.note({ ...place, at: noon() });
  await stores.places.subscribe({ place: place.id, charter, state: 'active', at: noon() });
  const texts = {
    title: `Titles of ${word}`,
    reason: `Because of ${word}`,
    source: `# Sources of ${word}\n`,
  };
  const values = [
    { id: openScience, title: `Share ${word}`, text: `We share ${word}.` },
    { id: shareCredit, title: 'Share credit', text: 'We name everybody who helped.' },
  ];
  const first = aDraft(charter, { ...texts, id: unique(`draft-of-${word}`) as DraftId, values });
  const published = aPublication(first, {
    request: { key: unique(`request-of-${word}`), fingerprint: word },
  });
  await stores.drafts.publish(published);
  await postTo(stores, { tenant, place: place.id, announcement: published.announcement.id });
  const pseudonym = await pseudonymOf(stores, charter, member);
  await takePart(stores, { charter, draft: first.id, member, word });
  await correct(stores, { charter, draft: first.id, word });

  const id = unique(`draft-of-${word}`) as DraftId;
  const second = aDraft(charter, { ...texts, id, values, number: 2, publishedAt: noon(500) });
  await stores.drafts.publish(
    aPublication(
      {
        ...second,
        changes: {
          base: 1,
          values: [
            { value: openScience, kinds: ['text'], from: [openScience], size: 'spelling', themes: [1] },
            { value: shareCredit, kinds: [], from: [shareCredit], themes: [] },
          ],
          removed: [],
          unanswered: { themes: [], comments: 0 },
        },
      },
      { carried: [openScience, shareCredit].map((value) => ({ value, from: [first.id] })) },
    ),
  );
  await stores.ratings.dispute({ draft: id, value: openScience, pseudonym, at: noon(510) });
  await plan(stores, { charter, draft: id, word });
  await consent(stores, { charter, draft: id, member, word });
  return { charter, drafts: [first.id, id], word };
}

interface Part {
  readonly charter: CharterName;
  readonly draft: DraftId;
  readonly word: string;
}

/** Ratings, groups, comments and votes; themes and their answers. */
async function takePart(
  stores: Stores,
  { charter, draft, member, word }: Part & { readonly member: MemberId },
): Promise<void> {
  const pseudonym = await pseudonymOf(stores, charter, member);
  for (const value of [openScience, shareCredit])
    await stores.ratings.record({ draft, value, pseudonym, answer: 4, press: unique('press'), at: noon(10) });
  await stores.participation.chooseGroup({ charter, pseudonym, group: `group of ${word}` });
  await stores.participation.decline({ draft, pseudonym, at: noon(11) });
  const announcement = anAnnouncement(charter).id;
  await stores.contacts.spend({ tenant: 'tenant-1', member, about: draft, announcement, most: 3 });
  const comments = [];
  for (const text of ['Who shares', 'Why share', 'When do we share']) {
    const comment = aComment(charter, { draft, text: `${text} ${word}?`, signedBy: `Ana of ${word}` });
    const press = unique('press');
    await stores.comments.write({ comment, author: pseudonym, receipt: unique('receipt'), press });
    comments.push(comment);
  }
  const [one, two, three] = comments;
  if (one === undefined || two === undefined || three === undefined) throw new Error('Three were written.');
  await castVotes(stores, one, 1);
  await stores.comments.keepApart({ comment: one.id, other: two.id });
  await stores.comments.merge({ comment: three.id, into: two.id, at: later });
  const outside = randomUUID() as OutsideId;
  await stores.themes.addOutside({
    ...{ id: outside, charter, draft, source: 'meeting', label: `Evening of ${word}`, day: '2026-03-01' },
    ...{ text: `Nobody shares ${word}.`, press: unique('press') },
  });
  await stores.themes.make({
    ...{ charter, draft, title: `Theme of ${word}`, comments: [one.id, two.id], outside: [outside] },
    ...{ press: unique('press'), at: noon(20) },
  });
  const answer = { status: 'done', reason: `It says ${word}.`, at: noon(30) } as const;
  await stores.themes.answer({ charter, number: 1, ...answer });
  const telling = anAnnouncement(charter, { kind: 'answered', at: noon(40) });
  await stores.themes.tell({ charter, announcement: telling });
}

async function correct({ corrections }: Stores, { charter, draft, word }: Part): Promise<void> {
  await corrections.propose({
    ...{ id: unique(`correction-of-${word}`), charter, of: { draft }, editor: facilitators },
    ...{ source: `# Corrected ${word}\n`, changes: [], at: noon(50) },
  });
}

/** What is under way, and what waits. */
async function plan(stores: Stores, { charter, draft, word }: Part): Promise<void> {
  const copy = { charter, editor: facilitators, source: `# Copy of ${word}\n`, savedAt: noon(520) };
  await stores.workingCopies.save({ ...copy, revision: unique('revision') }, undefined);
  await stores.appointments.make({
    ...{ id: unique('appointment'), kind: 'publish', charter, at: noon(99_999), timeZone: 'UTC' },
    ...{ editor: facilitators, source: `# Planned ${word}\n` },
  });
  await stores.approvals.ask({
    ...{
      id: unique('approval'),
      charter,
      action: 'delete',
      askedBy: `member-of-${word}`,
      askedAt: noon(530),
    },
    intent: { kind: 'delete-charter', charter, confirmed: true },
  });
  await stores.drafts.change({ draft, from: 'open', to: 'closed', at: noon(540) });
  await stores.process.record({ charter, entry: { kind: 'confidentiality-kept' }, at: noon(545) });
}

async function consent(
  stores: Stores,
  { charter, draft, member, word }: Part & { readonly member: MemberId },
): Promise<void> {
  const announcement = anAnnouncement(charter, { kind: 'consent', draft, at: noon(550) });
  await stores.adoption.open({
    round: { draft, openedAt: noon(550), closesAt: noon(9_999) },
    ...{ charter, terms: 'ab'.repeat(32), announcement },
  });
  const pseudonym = await pseudonymOf(stores, charter, member);
  const comment = aComment(charter, { draft, sort: 'objection', text: `Who pays for ${word}?` });
  await stores.adoption.give({
    ...{ draft, pseudonym, answer: 'object', objection: { comment, receipt: unique('receipt') } },
    ...{ press: unique('press'), at: noon(560) },
  });
}

/** What the whole of a process does not have at the same time as the rest. */
export async function anOutcomeAndAnswers(
  { query }: Database,
  charter: CharterName,
  draft: DraftId,
): Promise<void> {
  await query.insertInto('outcomes').values({ charter, draft, outcome: '{}' }).execute();
  const sealed = { draft, value: openScience, respondent: 'r', answer: '3', group_name: null };
  await query.insertInto('sealed_answers').values(sealed).execute();
  const release = { draft, sequence: 1, charter, round: 0, kind: 'closing', at: noon(), told: '{}' } as const;
  await query.insertInto('releases').values(release).execute();
}
