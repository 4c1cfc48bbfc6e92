import type { KeptInCharter, KeptOfMember } from '../../app/my-data/personal-data-store.js';
import type { MyDataView } from '../../app/my-data/views.js';
import type { Consent } from '../../domain/consent.js';
import { everyCharter } from '../../domain/place.js';
import type { Words } from '../../words/catalogue.js';
import type { Line } from '../line-pages.js';
import { dayText, shortMomentText, zoneText } from '../moment.js';
import { inline, shorten } from '../text.js';

export interface HeldLine extends Line {
  /** What it stands below. */
  readonly heading: string;
}

const textShown = 2_000;
const nameShown = 200;

/** What is held of a member, a line each. */
export function heldLines(view: MyDataView, words: Words): readonly HeldLine[] {
  const { you, chats, contacts, work, sealed, nothing } = words.all.myData;
  return [
    ...under(you.heading, aboutYou(view.kept, words)),
    ...under(you.heading, view.charters.length === 0 ? [nothing] : []),
    ...under(chats.heading, aboutChats(view, words)),
    ...under(contacts.heading, aboutContacts(view.kept, words)),
    ...under(work.heading, aboutWork(view.kept, words)),
    ...view.charters.flatMap((each) =>
      under(words.say('myData.inCharter.heading', { charter: shown(each.charter) }), inCharter(each, words)),
    ),
    ...under(
      sealed.heading,
      view.sealed.map((charter) => words.say('myData.sealed.charter', { charter: shown(charter) })),
    ),
  ];
}

function under(heading: string, texts: readonly string[]): readonly HeldLine[] {
  return texts.map((text) => ({ heading, text }));
}

function shown(text: string): string {
  return inline(shorten(text, nameShown));
}

function aboutYou({ member, roles, name }: KeptOfMember, words: Words): readonly string[] {
  return [
    words.say('myData.you.id', { id: shown(member) }),
    ...roles.map((role) => words.say('myData.you.role', { role })),
    ...(name === undefined ? [] : [words.say('myData.you.named', { name: shown(name) })]),
  ];
}

function aboutChats({ kept, timeZone }: MyDataView, words: Words): readonly string[] {
  const lines = kept.chats.flatMap((chat) => aboutChat(chat, timeZone, words));
  const count = kept.deliveries.length;
  return count === 0 ? lines : [...lines, words.say('myData.chats.told', { count })];
}

function aboutChat(chat: KeptOfMember['chats'][number], zone: string, words: Words): readonly string[] {
  const { notedAt, locale, timeZone, pausedUntil, quietHours } = chat;
  return [
    words.say('myData.chats.noted', { day: dayText(notedAt, words), locale: shown(locale) }),
    hearsText(chat.subscriptions, words),
    ...(timeZone === undefined ? [] : [words.say('myData.chats.zone', { zone: inline(zoneText(timeZone)) })]),
    ...(quietHours === undefined ? [] : [quietText(quietHours, words)]),
    ...(pausedUntil === undefined
      ? []
      : [
          words.say('myData.chats.paused', {
            moment: inline(shortMomentText({ at: pausedUntil, timeZone: zone }, words)),
          }),
        ]),
  ];
}

function hearsText(subscriptions: readonly string[], words: Words): string {
  const { hearsAll, hearsNothing } = words.all.myData.chats;
  if (subscriptions.includes(everyCharter)) return hearsAll;
  if (subscriptions.length === 0) return hearsNothing;
  return words.say('myData.chats.hears', { charters: shown(subscriptions.join(', ')) });
}

function quietText(hours: string, words: Words): string {
  return hours === 'off'
    ? words.all.myData.chats.quietOff
    : words.say('myData.chats.quiet', { hours: shown(hours) });
}

function aboutContacts({ contacts }: KeptOfMember, words: Words): readonly string[] {
  return contacts.map(({ charter, draft, count }) =>
    draft === undefined
      ? words.say('myData.contacts.charter', { charter: shown(charter), count })
      : words.say('myData.contacts.draft', { charter: shown(charter), number: String(draft), count }),
  );
}

function aboutWork(kept: KeptOfMember, words: Words): readonly string[] {
  const line = (what: 'copy' | 'asked' | 'correction' | 'appointment', charter: string, at: string) =>
    words.say(`myData.work.${what}`, { charter: shown(charter), day: dayText(at, words) });
  return [
    ...kept.workingCopies.map(({ charter, savedAt }) => line('copy', charter, savedAt)),
    ...kept.approvals.map(({ charter, askedAt }) => line('asked', charter, askedAt)),
    ...kept.corrections.map(({ charter, proposedAt }) => line('correction', charter, proposedAt)),
    ...kept.appointments.map(({ charter, at }) => line('appointment', charter, at)),
  ];
}

function inCharter(kept: KeptInCharter, words: Words): readonly string[] {
  const { group, answers, declined, consents, disputes, comments, votes } = kept;
  return [
    ...(group === undefined ? [] : [words.say('myData.inCharter.group', { group: shown(group) })]),
    ...answers.map((each) => answerText(each, words)),
    ...declined.map((number) => words.say('myData.inCharter.declined', { number: String(number) })),
    ...consents.map(({ draft, answer }) => consentText(draft, answer, words)),
    ...disputes.map(({ draft, title }) =>
      words.say('myData.inCharter.dispute', { number: String(draft), title: shown(title) }),
    ),
    ...comments.map((each) => commentText(each, words)),
    ...(votes.length === 0 ? [] : [words.say('myData.inCharter.votes', { count: votes.length })]),
  ];
}

function answerText(
  { draft, title, answer, carriedFrom }: KeptInCharter['answers'][number],
  words: Words,
): string {
  const { withdrawn } = words.all.myData.inCharter;
  const said = {
    ...{ number: String(draft), title: shown(title) },
    answer: answer === undefined ? withdrawn : `*${words.all.scale[answer]}*`,
  };
  return carriedFrom === undefined
    ? words.say('myData.inCharter.answer', said)
    : words.say('myData.inCharter.carried', { ...said, from: String(carriedFrom) });
}

function consentText(draft: number, answer: Consent | undefined, words: Words): string {
  const { consents, withdrawn } = words.all.myData.inCharter;
  return words.say('myData.inCharter.consent', {
    number: String(draft),
    answer: answer === undefined ? withdrawn : `*${consents[answer]}*`,
  });
}

function commentText({ day, sort, text, signedBy }: KeptInCharter['comments'][number], words: Words): string {
  const said = {
    day: dayText(day, words),
    sort: words.all.comments.sorts[sort],
    text: inline(shorten(text, textShown)),
  };
  return signedBy === undefined
    ? words.say('myData.inCharter.comment', said)
    : words.say('myData.inCharter.signed', { ...said, name: shown(signedBy) });
}
