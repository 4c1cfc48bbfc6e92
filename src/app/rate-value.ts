import { randomUUID } from 'node:crypto';
import type { Draft, Value, ValueId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { usualRules } from '../domain/process.js';
import type { Answer, Pseudonym } from '../domain/rating.js';
import { findText, found, instead, type Found } from './find-text.js';
import type { ValueRef } from './about.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import { ownAnswers } from './own-answers.js';
import { ownHistory, type OwnHistory } from './own-history.js';
import { pseudonymUnlessSealed } from './pseudonym.js';
import { ballotChange } from './revision/ballot-change.js';
import { showDraftOver } from './show-draft-over.js';
import { showValues } from './show-text.js';
import type { Speaker } from './speaker.js';
import { textOfDraft, type Text } from './text.js';
import type { BallotView, View } from './views.js';

type Just = NonNullable<BallotView['just']>;
type Rate = Extract<Intent, { kind: 'rate' }>;

/** A value to rate: the one asked for, else the next without an answer, else the overview of the own answers. */
export async function openBallot(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'ballot' }>,
): Promise<View> {
  const ballot = await findBallot(ports, speaker, intent);
  if (ballot.kind === 'instead') return ballot.view;
  if (speaker.overheard) return showValues(ports, speaker, { kind: 'values', about: intent.about });
  const { text, mine } = ballot.it;
  const over = text.draft !== undefined && text.draft.state !== 'open';
  if (over && intent.value === undefined) return showDraftOver(ports, text.draft.id);
  const value = intent.value === undefined ? nextToRate(text, mine, 0) : valueOf(text, intent.value);
  if (value !== undefined) return ballotView(ports, ballot.it, value, { page: intent.page ?? 1 });
  return intent.value === undefined ? answersView(ballot.it, {}) : noSuchValue(text);
}

/** Records the answer, the last one winning, and shows what comes next. */
export async function rateValue(ports: Ports, speaker: Speaker, intent: Rate): Promise<View> {
  if (speaker.overheard && intent.answer === undefined) {
    return openBallot(ports, speaker, { ...intent, kind: 'ballot' });
  }
  const search = await findTextToRate(ports, speaker, intent);
  if (search.kind === 'instead') return search.view;
  const text = search.it;
  const value = valueOf(text, intent.value);
  if (value === undefined) return noSuchValue(text);
  if (text.draft === undefined) {
    const ballot = await toRate(ports, text, new Map(), ownHistory(ports, speaker, undefined));
    return afterPress(ports, ballot, value, 'preview');
  }
  const pseudonym = await pseudonymUnlessSealed(ports, text.draft.charter, speaker.member);
  if (pseudonym === undefined) return showDraftOver(ports, text.draft.id);
  const mine = await record(ports, text.draft, value, pseudonym, intent);
  if (mine === undefined) return showDraftOver(ports, text.draft.id);
  const did = intent.answer === undefined ? 'nothing-chosen' : mine.has(value.id) ? 'rated' : 'withdrawn';
  if (speaker.overheard) return savedInPublic(text, value, did);
  const history = ownHistory(ports, speaker, text.draft, pseudonym);
  return afterPress(ports, await toRate(ports, text, mine, history), value, did);
}

/** The member's answers afterwards, or nothing when the draft is over. A press without a choice records nothing. */
async function record(
  { ratings, clock }: Ports,
  { id: draft, state }: Draft,
  value: Value,
  pseudonym: Pseudonym,
  { answer, press }: Rate,
): Promise<ReadonlyMap<ValueId, Answer> | undefined> {
  if (answer === undefined) return state === 'open' ? ratings.mine({ draft, pseudonym }) : undefined;
  const { outcome, mine } = await ratings.record({
    draft,
    value: value.id,
    pseudonym,
    answer,
    press: `${press ?? newMark()}.${String(answer)}`,
    at: clock.now().toISOString(),
  });
  return outcome === 'not-open' ? undefined : mine;
}

/** Where others look on it is said that an answer was saved, and not which. */
function savedInPublic({ subject, values }: Text, value: Value, did: Just['did']): View {
  const what = did === 'withdrawn' ? 'withdrawn-in-public' : 'rated-in-public';
  return { kind: 'notice', what, subject, position: values.indexOf(value) + 1 };
}

/** The member's own answers, to look at and to change. */
export async function showAnswers(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'answers' }>,
): Promise<View> {
  if (speaker.overheard) return showValues(ports, speaker, { kind: 'values', about: intent.about });
  const ballot = await findBallot(ports, speaker, intent);
  return ballot.kind === 'instead' ? ballot.view : answersView(ballot.it, { page: intent.page ?? 1 });
}

interface Ballot {
  readonly text: Text;
  readonly mine: ReadonlyMap<ValueId, Answer>;
  readonly rules?: NonNullable<BallotView['rules']>;
  readonly history: OwnHistory;
}

/** With the rules for whoever has answered nothing yet; whoever has was told them, and needs no query for that. */
async function toRate(
  { charters }: Pick<Ports, 'charters'>,
  text: Text,
  mine: ReadonlyMap<ValueId, Answer>,
  history: OwnHistory,
): Promise<Ballot> {
  if (mine.size > 0) return { text, mine, history };
  const { least, results } = (await charters.find(text.subject.charter))?.rules ?? usualRules;
  return { text, mine, rules: { least, results }, history };
}

async function findBallot(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'ballot' | 'answers' }>,
): Promise<Found<Ballot>> {
  const text = await findTextToRate(ports, speaker, intent);
  if (text.kind === 'instead') return text;
  const history = ownHistory(ports, speaker, text.it.draft);
  return found(await toRate(ports, text.it, await ownAnswers(ports, speaker, text.it), history));
}

/** The text, if it has values to rate. Whether its draft is still open is for the store to say. */
async function findTextToRate(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'ballot' | 'rate' | 'answers' }>,
): Promise<Found<Text>> {
  if (intent.kind === 'rate' && intent.about.draft !== undefined && intent.answer !== undefined) {
    const content = await ports.drafts.content(intent.about.draft);
    if (content !== undefined) return found(textOfDraft({ ...content, state: 'open' }));
  }
  const text = await findText(ports, speaker, intent.about, intent);
  if (text.kind === 'found' && text.it.values.length === 0) {
    return instead({ kind: 'notice', what: 'no-draft', subject: text.it.subject });
  }
  return text;
}

/** What the card says was done is what now stands, also when an older press was delivered again. */
async function afterPress(
  ports: Pick<Ports, 'drafts'>,
  ballot: Ballot,
  value: Value,
  did: Just['did'],
): Promise<View> {
  const { values } = ballot.text;
  const position = values.indexOf(value) + 1;
  const just: Just = { did, position, title: value.title, ...given({ answer: ballot.mine.get(value.id) }) };
  if (did === 'nothing-chosen' || did === 'withdrawn') return ballotView(ports, ballot, value, { just });
  const next = did === 'preview' ? values[position] : nextToRate(ballot.text, ballot.mine, position);
  return next === undefined ? answersView(ballot, { just }) : ballotView(ports, ballot, next, { just });
}

async function ballotView(
  ports: Pick<Ports, 'drafts'>,
  { text, mine, rules, history }: Ballot,
  value: Value,
  extra: { just?: Just; page?: number },
): Promise<BallotView> {
  const answer = mine.get(value.id);
  const carried = answer === undefined ? undefined : (await history.carried()).get(value.id);
  const change = await ballotChange(ports, text, value, history);
  return {
    kind: 'ballot',
    subject: text.subject,
    ...given({ leadIn: text.leadIn, answer, carried, change, just: extra.just, rules }),
    value,
    position: text.values.indexOf(value) + 1,
    total: text.values.length,
    answered: mine.size,
    considerations: text.framing.considerations,
    page: extra.page ?? 1,
    press: newMark(),
  };
}

async function answersView(
  { text, mine, history }: Ballot,
  extra: { just?: Just; page?: number },
): Promise<View> {
  const { subject, values } = text;
  const carried = mine.size === 0 ? undefined : await history.carried();
  return {
    kind: 'answers',
    subject,
    values,
    answers: mine,
    ...given({ just: extra.just, carried: carried?.size === 0 ? undefined : carried }),
    page: extra.page ?? 1,
  };
}

function newMark(): string {
  return randomUUID();
}

/** The next value without an answer after `position` (from 1), going round once. */
function nextToRate(
  { values }: Text,
  mine: ReadonlyMap<ValueId, Answer>,
  position: number,
): Value | undefined {
  return [...values.slice(position), ...values.slice(0, position)].find(({ id }) => !mine.has(id));
}

function valueOf({ values }: Text, ref: ValueRef): Value | undefined {
  return ref.by === 'id' ? values.find(({ id }) => id === ref.id) : values[ref.position - 1];
}

function noSuchValue({ values, subject }: Text): View {
  return { kind: 'notice', what: 'no-such-value', subject, total: values.length };
}
