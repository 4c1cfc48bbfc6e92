/*
 * The least that can be done for a rating: bare HTTP, the token checked on every request, the same rows in one durable
 * transaction, the card as a literal. Started as `node floor.js PORT DATABASE` with the bot's usual environment.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import Database from 'better-sqlite3';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWK } from 'jose';

import { floorCard } from './floor-card.js';

const [port = '0', file = ':memory:'] = process.argv.slice(2);
const environment = process.env;

const ratings = openRatings(file);
const keys = await fetchKeys(environment['ToBotFromChannelOpenIdMetadataUrl'] ?? '');
const keyOf = createLocalJWKSet(keys);

createServer((request, response) => {
  handle(request, response).catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
}).listen(Number(port), '127.0.0.1');

interface PressData {
  readonly value: string;
  readonly answer: string;
  /** Tells a press that is delivered again from a new one. */
  readonly press: string;
}

interface Press {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly tenantId: string };
  readonly from: { readonly aadObjectId: string };
  readonly value: { readonly action: { readonly data: PressData } };
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const press = JSON.parse(await readBody(request)) as Press;
  if (!(await isFromTeams(request.headers.authorization, press))) {
    response.writeHead(401).end();
    return;
  }
  const { value, answer, press: mark } = press.value.action.data;
  const own = ratings.rate({ value, answer, pressed: digestOf(mark), pseudonym: pseudonymOf(press) });
  if (own === undefined) {
    response.writeHead(409).end();
    return;
  }
  const card = floorCard(value, own);
  const body = JSON.stringify({
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: card,
  });
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

const pseudonymKey = randomBytes(32);

function pseudonymOf(press: Press): string {
  return createHmac('sha256', pseudonymKey).update(press.from.aadObjectId).digest('base64url');
}

function digestOf(mark: string): string {
  return createHash('sha256').update(mark).digest('base64url').slice(0, 22);
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}

/** Signature, issuer, audience, times, endorsement, service address and tenant: all that the SDK and Touchstone check. */
async function isFromTeams(authorization: string | undefined, press: Press): Promise<boolean> {
  if (authorization?.startsWith('Bearer ') !== true) return false;
  const { payload, protectedHeader } = await jwtVerify(authorization.slice('Bearer '.length), keyOf, {
    algorithms: ['RS256'],
    issuer: environment['ToBotFromChannelTokenIssuer'] ?? '',
    audience: environment['MicrosoftAppId'] ?? '',
    clockTolerance: 300,
  });
  return (
    payload['serviceurl'] === press.serviceUrl &&
    endorsementsOf(protectedHeader.kid).includes(press.channelId) &&
    press.conversation.tenantId === environment['MicrosoftAppTenantId']
  );
}

function endorsementsOf(kid: string | undefined): readonly string[] {
  const key: (JWK & { endorsements?: readonly string[] }) | undefined = keys.keys.find(
    (one) => one.kid === kid,
  );
  return key?.endorsements ?? [];
}

async function fetchKeys(metadataUrl: string): Promise<JSONWebKeySet> {
  const metadata = (await (await fetch(metadataUrl)).json()) as { jwks_uri: string };
  return (await (await fetch(metadata.jwks_uri)).json()) as JSONWebKeySet;
}

interface Rating {
  readonly value: string;
  readonly pseudonym: string;
  readonly answer: string;
  readonly pressed: string;
}

interface Ratings {
  /** All answers of this member afterwards, by value; `undefined` when the draft is not open. */
  rate(rating: Rating): ReadonlyMap<string, string> | undefined;
}

/** The same rows as Touchstone's: under a pseudonym, and knowing a press that is delivered again. */
function openRatings(path: string): Ratings {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`
    CREATE TABLE draft (id TEXT PRIMARY KEY, state TEXT NOT NULL);
    CREATE TABLE rating (
      draft TEXT NOT NULL REFERENCES draft, value TEXT NOT NULL, pseudonym TEXT NOT NULL, answer TEXT NOT NULL,
      pressed TEXT NOT NULL, pressed_before TEXT NOT NULL, rated_at TEXT NOT NULL,
      PRIMARY KEY (draft, pseudonym, value)
    );
    INSERT INTO draft VALUES ('draft-2', 'open');
  `);
  const readState = db.prepare<[], string>(`SELECT state FROM draft WHERE id = 'draft-2'`).pluck();
  const upsert = db.prepare(`
    INSERT INTO rating VALUES ('draft-2', ?, ?, ?, ?, '', ?)
    ON CONFLICT DO UPDATE SET answer = excluded.answer, pressed = excluded.pressed, rated_at = excluded.rated_at,
      pressed_before = substr(rating.pressed || rating.pressed_before, 1, 176)
    WHERE rating.pressed <> excluded.pressed
      AND replace(rating.pressed_before, excluded.pressed, '') = rating.pressed_before
  `);
  const readOwn = db
    .prepare<[string], [string, string]>(
      `SELECT value, answer FROM rating WHERE draft = 'draft-2' AND pseudonym = ?`,
    )
    .raw();
  const rate = db.transaction(({ value, pseudonym, answer, pressed }: Rating) => {
    if (readState.get() !== 'open') return undefined;
    upsert.run(value, pseudonym, answer, pressed, new Date().toISOString());
    return new Map(readOwn.all(pseudonym));
  });
  return { rate: (rating) => rate.immediate(rating) };
}
