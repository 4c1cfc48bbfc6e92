import {
  ActivityTypes,
  CardFactory,
  MessageFactory,
  INVOKE_RESPONSE_KEY,
  TurnContext,
  type InvokeResponse,
} from 'botbuilder';
import { arrive, leave, notePlace } from '../app/arrive.js';
import type { Intent } from '../app/intent.js';
import type { Ports, ReplyPace } from '../app/ports.js';
import { respond } from '../app/respond.js';
import type { Speaker } from '../app/speaker.js';
import type { View } from '../app/views.js';
import { given } from '../domain/given.js';
import type { Place } from '../domain/place.js';
import { renderDialog } from '../cards/comments/dialog.js';
import { renderCard } from '../cards/render.js';
import { log } from '../log.js';
import type { IncomingActivity } from './activity.js';
import { downloadPost } from './download-post.js';
import { memberNameOf, memberOf, placeOf, readIncoming, type Incoming } from './incoming.js';

export interface BotSettings {
  /** Whether a file may be fetched from this address. */
  readonly mayFetch: (url: string) => boolean;
  /** Told of each press how many seconds its answer took, for whoever counts. */
  readonly pressed?: (seconds: number) => void;
}

/** One turn: what came in, what is answered, and what follows when the answer is out. */
export type Turn = (context: TurnContext, activity: IncomingActivity) => Promise<void>;

/** How a turn speaks: every message in its turn, and what follows an answer after it. */
export interface Speech {
  readonly replies: ReplyPace;
  /** Is handed the work that goes on after an answer. */
  readonly following: (work: Promise<void>) => void;
}

/** Connects what Teams tells with what the community wants. */
export function createTurn(ports: Ports, settings: BotSettings, { replies, following }: Speech): Turn {
  return async (context, activity) => {
    const incoming = readIncoming(activity);
    const way: Way = { context, replies, place: placeOf(activity) };
    const began = performance.now();
    try {
      if (isPress(incoming)) await answerPress(ports, way, activity, incoming, following);
      else await answerMessage(ports, settings, way, activity, incoming);
    } catch (error) {
      log.error({ err: error, incoming: incoming.kind, intent: intentOf(incoming) }, 'a turn went wrong');
      if (!(error instanceof NotPostedError)) await apologize(way, activity, incoming);
    }
    if (isPress(incoming)) settings.pressed?.((performance.now() - began) / 1000);
  };
}

type Press = Extract<Incoming, { kind: 'pressed' | 'in-dialog' }>;

function isPress(incoming: Incoming): incoming is Press {
  return incoming.kind === 'pressed' || incoming.kind === 'in-dialog';
}

/** The answer is the presser's own view of the card, in this client; whatever else there is follows as messages. */
async function answerPress(
  ports: Ports,
  way: Way,
  activity: IncomingActivity,
  press: Press,
  following: (work: Promise<void>) => void,
): Promise<void> {
  const { context, place } = way;
  const member = memberOf(activity);
  if (member === undefined)
    return answerInvoke(context, { kind: 'notice', what: 'outdated' }, activity, press);
  const speaker: Speaker = { member, place, overheard: false, ...given({ name: memberNameOf(activity) }) };
  const [first, ...others] = await respond(ports, speaker, press.intent);
  answerInvoke(context, first, activity, press);
  if (others.length === 0) return;
  following(
    post({ ...way, context: lasting(context) }, others, { locale: activity.locale ?? 'en', shared: false }),
  );
}

/** The SDK takes a turn's context away when the turn ends; what follows the answer needs one that stays. */
function lasting(context: TurnContext): TurnContext {
  const copy = new TurnContext(context);
  for (const [key, value] of context.turnState) copy.turnState.set(key, value);
  return copy;
}

async function answerMessage(
  ports: Ports,
  settings: BotSettings,
  way: Way,
  activity: IncomingActivity,
  incoming: Exclude<Incoming, Press>,
): Promise<void> {
  const { place } = way;
  const member = memberOf(activity);
  switch (incoming.kind) {
    case 'added': {
      const view = await arrive(ports, { place, by: member });
      if (view !== undefined) await post(way, [view], { locale: place.locale, shared: true });
      return;
    }
    case 'removed':
      return leave(ports, { place, team: undefined });
    case 'team-removed':
      return leave(ports, { place, team: incoming.team });
    case 'said':
    case 'sent-file': {
      if (member === undefined) return;
      const known = await notePlace(ports, place);
      const overheard = place.address.scope !== 'personal';
      const speaker: Speaker = {
        member,
        place: known,
        overheard,
        ...given({ name: memberNameOf(activity) }),
      };
      const intent =
        incoming.kind === 'said' ? incoming.intent : await readFile(ports, settings, speaker, incoming);
      const views = await respond(ports, speaker, intent);
      return post(way, views, { locale: known.locale, shared: overheard });
    }
    case 'nothing':
      return;
  }
}

/** A facilitator's file as a post; of anybody else's, and where others look on, nothing is fetched. */
async function readFile(
  { facilitators }: Ports,
  { mayFetch }: BotSettings,
  { member, overheard }: Speaker,
  { file, intent }: Extract<Incoming, { kind: 'sent-file' }>,
): Promise<Intent> {
  if (overheard || !(await facilitators.has(member))) return { kind: 'new-draft' };
  const download = await downloadPost(file, mayFetch);
  if (download.kind === 'failed') return { kind: 'import-failed', why: download.why };
  const { source } = download;
  if (intent.kind === 'correct') return { ...intent, kind: 'propose-correction', source };
  const charter = intent.kind === 'new-draft' ? intent.charter : undefined;
  return { kind: 'import', source, ...(charter === undefined ? {} : { charter }) };
}

/** Where the messages of a turn go, and when. */
interface Way {
  readonly context: TurnContext;
  readonly place: Place;
  readonly replies: ReplyPace;
}

async function post(
  { context, place, replies }: Way,
  views: readonly View[],
  reader: { locale: string; shared: boolean },
): Promise<void> {
  for (const view of views) {
    const { card, summary } = renderCard(view, reader);
    const message = MessageFactory.attachment(CardFactory.adaptiveCard(card));
    const sending = replies.inTurn(place, () => context.sendActivity({ ...message, summary }));
    await sending.catch((cause: unknown) => {
      throw new NotPostedError('Teams did not take the message', { cause });
    });
  }
}

/** Whoever cannot be reached gets no apology either. */
class NotPostedError extends Error {
  override readonly name = 'NotPostedError';
}

function answerInvoke(
  context: TurnContext,
  view: View | undefined,
  activity: IncomingActivity,
  { kind }: Press,
): void {
  if (view === undefined) throw new Error('nothing to answer with');
  const locale = activity.locale ?? 'en';
  setInvokeResponse(context, {
    status: 200,
    body: kind === 'pressed' ? inPlace(view, locale) : inWindow(view, locale),
  });
}

/** A card that takes the place of the one that was pressed. */
function inPlace(view: View, locale: string): object {
  const { card } = renderCard(view, { locale, shared: false });
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}

/** The window opens with it, or goes on with it. */
function inWindow(view: View, locale: string): object {
  const { card, ...window } = renderDialog(view, { locale });
  return { task: { type: 'continue', value: { ...window, card: CardFactory.adaptiveCard(card) } } };
}

/** Left where the adapter looks for it; sending it as an activity costs a round through the SDK's middleware. */
function setInvokeResponse(context: TurnContext, value: InvokeResponse): void {
  context.turnState.set(INVOKE_RESPONSE_KEY, { type: ActivityTypes.InvokeResponse, value });
}

/** Our own failure was logged; whoever waits for an answer gets a kind one. */
async function apologize(way: Way, activity: IncomingActivity, incoming: Incoming): Promise<void> {
  const view: View = { kind: 'notice', what: 'went-wrong' };
  if (isPress(incoming)) return answerInvoke(way.context, view, activity, incoming);
  if (incoming.kind !== 'said' && incoming.kind !== 'sent-file') return;
  await post(way, [view], { locale: activity.locale ?? 'en', shared: true }).catch((error: unknown) => {
    log.error({ err: error }, 'an apology could not be sent');
  });
}

function intentOf(incoming: Incoming): string | undefined {
  return 'intent' in incoming ? incoming.intent.kind : undefined;
}
