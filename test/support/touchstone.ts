import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readConfig } from '../../src/config.js';
import { logTo } from '../../src/log.js';
import { quietSdk } from '../../src/teams/quiet-sdk.js';
import { startTouchstone, type Touchstone } from '../../src/touchstone.js';
import { activitiesOf, type Activities, type TeamsActivity } from './activities.js';
import { startBotConnector, type BotConnector, type ConnectorOptions } from './bot-connector.js';
import { ada, homeTenant, type CastMember } from './cast.js';
import type { ConnectorCall } from './connector-calls.js';
import { LoopbackCredentials } from './loopback-credentials.js';
import type { CastPlace } from './places.js';
import { createTeamsClient, type BotAnswer, type TeamsClient } from './teams-client.js';
import { environmentOf, startTokenIssuer, type TokenIssuer } from './token-issuer.js';
import { assertTellsNobody } from './whole-run.js';

/** The whole program between a loopback issuer and a loopback connector. */
export interface Stage {
  readonly bot: Touchstone;
  readonly origin: string;
  readonly issuer: TokenIssuer;
  readonly connector: BotConnector;
  readonly teams: TeamsClient;
  readonly activities: Activities;
  /** What the program logged since it was first started. */
  readonly logged: readonly string[];
  /** Types words in a place; answers the cards that came back, in order. */
  say(member: CastMember, place: CastPlace, text: string): Promise<readonly Card[]>;
  /** Presses the button with this title on a card; answers the card that takes its place. */
  press(member: CastMember, place: CastPlace, card: Card, title: string, inputs?: Inputs): Promise<Card>;
  /** Stops the program and starts it again on the same database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export type Card = Readonly<Record<string, unknown>>;
export type Inputs = Readonly<Record<string, string>>;

export interface StageOptions {
  /** Default: a new SQLite file. */
  readonly databaseUrl?: string;
  readonly facilitators?: readonly CastMember[];
  readonly environment?: Readonly<Record<string, string>>;
  /** How many milliseconds the program is ahead of the clock. */
  readonly ahead?: () => number;
  /** How strict Teams is. */
  readonly connector?: Pick<ConnectorOptions, 'limits' | 'oneAtATime' | 'tenantOf'>;
}

export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-'));
  const issuer = await startTokenIssuer();
  const connector = await startBotConnector({ issuer, ...options.connector });
  const environment = {
    ...environmentOf(issuer),
    MicrosoftAppId: issuer.appId,
    MicrosoftAppPassword: 'not-a-secret',
    MicrosoftAppTenantId: homeTenant,
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: options.databaseUrl ?? `sqlite:${join(folder, 'touchstone.db')}`,
    ALLOWED_SERVICE_HOSTS: '127.0.0.1',
    ALLOWED_FILE_HOSTS: '127.0.0.1',
    FACILITATORS: (options.facilitators ?? [ada]).map(({ aadObjectId }) => aadObjectId).join(','),
    SENDS_PER_SECOND: '1000',
    ...options.environment,
  };
  const config = readConfig(environment, { development: false });
  const logged: string[] = [];
  logTo((line) => void logged.push(line));
  const loud = { error: console.error, warn: console.warn };
  quietSdk();
  // A connector without limits takes more than Teams would, and the tests need not wait.
  const allowance = options.connector?.limits === undefined ? 50 : 1;
  const { ahead = () => 0 } = options;
  const clock = { now: () => new Date(Date.now() + ahead()) };
  const start = (): Promise<Touchstone> =>
    startTouchstone(config, { credentials: new LoopbackCredentials(issuer), allowance, clock });
  let bot = await start();
  const originOf = (): string => `http://127.0.0.1:${bot.port}`;
  const teams = (): TeamsClient => createTeamsClient({ origin: originOf(), issuer });
  const activities = activitiesOf({ serviceUrl: connector.serviceUrl, appId: issuer.appId });

  return {
    get bot() {
      return bot;
    },
    get origin() {
      return originOf();
    },
    get teams() {
      return teams();
    },
    issuer,
    connector,
    activities,
    logged,
    async say(member, place, text) {
      const before = connector.calls.length;
      const answer = await teams().deliver(activities.message(member, place, text));
      if (answer.status !== 200) throw new Error(`the bot answered ${String(answer.status)} to "${text}"`);
      return connector.calls.slice(before).filter(isReply).map(cardOf);
    },
    async press(member, place, card, title, inputs = {}) {
      const action = actionOf(card, title);
      return cardIn(await teams().deliver(activities.press(member, place, { ...pressOf(action), inputs })));
    },
    async restart() {
      await bot.stop();
      bot = await start();
    },
    async stop() {
      await bot.stop();
      Object.assign(console, loud);
      await Promise.all([connector.stop(), issuer.stop()]);
      await rm(folder, { recursive: true, force: true });
      assertTellsNobody(logged, 'The log');
    },
  };
}

/** The card that an invoke was answered with. */
export function cardIn(answer: BotAnswer): Card {
  const body = answer.body as { statusCode?: number; type?: string; value?: Card } | undefined;
  if (answer.status !== 200 || body?.statusCode !== 200 || body.value === undefined) {
    throw new Error(`no card but ${String(answer.status)} ${JSON.stringify(answer.body)}`);
  }
  return body.value;
}

/** The card of a message that the bot sent. */
export function cardOf(call: { readonly activity?: TeamsActivity | undefined }): Card {
  const [attachment] = (call.activity?.['attachments'] ?? []) as readonly { content?: Card }[];
  if (attachment?.content === undefined) throw new Error(`no card in ${JSON.stringify(call.activity)}`);
  return attachment.content;
}

/** All that a reader can see or hear of a card, in one string. */
export function textOf(card: Card): string {
  const texts: string[] = [];
  visit(card, (node) => {
    for (const key of ['text', 'title', 'value', 'label', 'placeholder']) {
      if (typeof node[key] === 'string') texts.push(node[key]);
    }
  });
  return texts.join('\n').replace(/\\([^\w\s])/g, '$1');
}

export interface CardButton {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The titles of the buttons that ask the bot for something. */
export function buttonsOf(card: Card): readonly CardButton[] {
  const buttons: CardButton[] = [];
  visit(card, (node) => {
    if (node['type'] === 'Action.Execute') buttons.push(node as unknown as CardButton);
  });
  return buttons;
}

export function actionOf(card: Card, title: string): CardButton {
  const buttons = buttonsOf(card);
  const button = buttons.find((each) => each.title.includes(title));
  if (button === undefined) {
    throw new Error(`no button "${title}" but ${buttons.map((each) => each.title).join(', ')}`);
  }
  return button;
}

function pressOf({ verb, data, title }: CardButton) {
  return { ...(verb === undefined ? {} : { verb }), ...(data === undefined ? {} : { data }), title };
}

function isReply({ operation }: ConnectorCall): boolean {
  return operation === 'reply' || operation === 'send';
}

/** Every object of a card but the fallbacks, which repeat what they stand in for. */
function visit(node: unknown, see: (node: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, see);
  } else if (typeof node === 'object' && node !== null) {
    see(node as Readonly<Record<string, unknown>>);
    for (const [key, child] of Object.entries(node)) if (key !== 'fallback') visit(child, see);
  }
}
