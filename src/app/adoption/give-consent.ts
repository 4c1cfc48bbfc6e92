import { randomBytes, randomUUID } from 'node:crypto';
import { longestComment, type Comment, type CommentId } from '../../domain/comment.js';
import { given } from '../../domain/given.js';
import { namesPerson } from '../../domain/names-person.js';
import { receiptCodeFrom, receiptLength } from '../../domain/receipt-code.js';
import { writtenText } from '../comments/written-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import { pseudonymOf } from '../pseudonym.js';
import type { Speaker } from '../speaker.js';
import type { Text } from '../text.js';
import type { View } from '../views.js';
import type { GivenConsent } from './adoption-store.js';
import { findProposal, isOpen, type Proposal } from './find-proposal.js';
import { consentOn } from './show-consent.js';
import type { ConsentProblem, JustGiven, WrittenConsent } from './views.js';

type Giving = Extract<Intent, { kind: 'give-consent' }>;

/** Keeps what a member says to a proposal, or gives back all that was put down and says what is missing. */
export async function giveConsent(ports: Ports, speaker: Speaker, intent: Giving): Promise<View> {
  const search = await findProposal(ports, speaker, { about: intent.about, intent });
  if (search.kind === 'instead') return search.view;
  const proposal = search.it;
  const { text, draft, charter, round } = proposal;
  if (speaker.overheard) return { kind: 'adoption-notice', what: 'consent-in-public', subject: text.subject };
  const written = writtenIn(intent, text);
  if (!isOpen(round) || charter.sealedAt !== undefined) return tooLate(ports, speaker, proposal, written);
  const named = intent.answer === 'object' && namesPerson(written.reason ?? '', ordinaryWords(text));
  const problem =
    problemWith(intent, written, text) ?? (named && intent.forReview !== true ? 'names-person' : undefined);
  const { answer, press = randomUUID() } = intent;
  if (problem !== undefined || answer === undefined)
    return consentOn(ports, speaker, proposal, { written, ...given({ problem }), press });
  const pseudonym = await pseudonymOf(ports, charter.name, speaker.member);
  if (answer === 'object' && isStanding(written, await ports.adoption.mine({ draft: draft.id, pseudonym })))
    return consentOn(ports, speaker, proposal, { just: { did: 'repeated' } });
  const objecting =
    answer === 'object'
      ? await objectionFrom(ports, speaker, proposal, intent, { written, named })
      : undefined;
  const outcome = await ports.adoption.give({
    draft: draft.id,
    pseudonym,
    answer,
    ...given({ objection: objecting && { comment: objecting.comment, receipt: objecting.receipt } }),
    press: JSON.stringify([press, answer, written.reason, written.value]),
    at: ports.clock.now().toISOString(),
  });
  if (outcome === 'not-open') return tooLate(ports, speaker, proposal, written);
  return consentOn(ports, speaker, proposal, { just: justOf(outcome, intent, objecting) });
}

/** The round ended while somebody was writing: they see how it ended, and what they wrote. */
async function tooLate(
  ports: Ports,
  speaker: Speaker,
  proposal: Proposal,
  written: WrittenConsent,
): Promise<View> {
  const { draft, text } = proposal;
  const [round, now] = await Promise.all([ports.adoption.round(draft.id), ports.drafts.find(draft.id)]);
  if (isOpen(round)) return { kind: 'adoption-notice', what: 'round-not-open', subject: text.subject };
  const { round: _before, ...rest } = proposal;
  const current = { ...rest, draft: now ?? draft, ...given({ round }) };
  return consentOn(ports, speaker, current, { written, problem: 'too-late' });
}

/** The same objection a second time stays the one that was reviewed and supported. */
function isStanding({ reason, value, signed }: WrittenConsent, own: GivenConsent | undefined): boolean {
  const objection = own?.answer === 'object' ? own.objection : undefined;
  if (objection === undefined) return false;
  const isSigned = objection.signedBy !== undefined;
  return objection.text === reason && objection.value === value && isSigned === signed;
}

function writtenIn({ answer, reason, value: ref, signed = false }: Giving, { values }: Text): WrittenConsent {
  const value = ref?.by === 'position' ? values[ref.position - 1]?.id : ref?.id;
  const text = writtenText(reason);
  return {
    ...given({ answer: answer ?? undefined, reason: text === '' ? undefined : text, value }),
    signed,
  };
}

function problemWith(
  { answer, value }: Giving,
  { reason = '', value: found }: WrittenConsent,
  { values }: Text,
): ConsentProblem | undefined {
  if (answer === undefined) return 'nothing-chosen';
  if (answer !== 'object') return undefined;
  if (reason === '') return 'no-reason';
  if (reason.length > longestComment) return 'too-long';
  const isThere = value === undefined || values.some(({ id }) => id === found);
  return isThere ? undefined : 'no-such-value';
}

/** What the text itself speaks of names nobody. */
function ordinaryWords({ framing, values }: Text): string {
  return [framing.title, ...values.map(({ title }) => title)].join('\n');
}

interface Objecting {
  readonly comment: Comment;
  readonly code: string;
  readonly receipt: string;
}

async function objectionFrom(
  { clock, receipts }: Pick<Ports, 'clock' | 'receipts'>,
  { name }: Speaker,
  { draft, charter }: Proposal,
  { signed, forReview }: Giving,
  { written: { reason = '', value }, named }: { written: WrittenConsent; named: boolean },
): Promise<Objecting> {
  const signedBy = signed === true ? writtenText(name) : '';
  const code = receiptCodeFrom(randomBytes(receiptLength));
  const comment: Comment = {
    id: randomUUID() as CommentId,
    charter: charter.name,
    draft: draft.id,
    ...given({ value }),
    sort: 'objection',
    text: reason,
    namesPerson: named,
    ...(signedBy === '' ? {} : { signedBy }),
    state: charter.rules.review === 'before' || forReview === true ? 'waiting' : 'published',
    people: 1,
    day: clock.now().toISOString().slice(0, 10),
  };
  return { comment, code, receipt: await receipts.hash(code) };
}

function justOf(
  outcome: 'given' | 'repeated',
  { answer, signed }: Giving,
  objecting: Objecting | undefined,
): JustGiven {
  if (outcome === 'repeated') return { did: 'repeated' };
  if (answer === null) return { did: 'taken-back' };
  if (objecting === undefined) return { did: 'given' };
  const isUnnamed = signed === true && objecting.comment.signedBy === undefined;
  return { did: 'objected', code: objecting.code, ...(isUnnamed ? { unnamed: true } : {}) };
}
