import { z } from 'zod';
import { isTimeZone } from './app/zoned-time.js';
import { parseQuietHours, type QuietHours } from './domain/place.js';

export interface Config {
  readonly port: number;
  /** Absent: all interfaces. */
  readonly host?: string;
  readonly databaseUrl: string;
  readonly publicUrl: string;
  readonly logLevel: string;
  /** No app id: no token checks, loopback only, everybody is a facilitator. */
  readonly development: boolean;
  /** The Bot Framework's own keys that are set. */
  readonly botFramework: Readonly<Record<string, string>>;
  readonly issuer: string;
  /** Lower case; empty in development: any. */
  readonly allowedTenants: ReadonlySet<string>;
  readonly allowedServiceHosts: readonly string[];
  readonly allowedFileHosts: readonly string[];
  readonly facilitators: readonly string[];
  /** Who review comments, beside facilitators. */
  readonly moderators: readonly string[];
  readonly apiTokens: ReadonlyMap<string, string>;
  /** Requests a second to each tenant. */
  readonly sendsPerSecond: number;
  /** How often a member hears of one draft in their personal chat. */
  readonly contactsPerDraft: number;
  /** IANA name: of charters, and of people whose own is not known. */
  readonly timeZone: string;
  /** Of members who chose none themselves; absent: none. */
  readonly quietHours?: QuietHours;
}

/** The environment contradicts itself or leaves something out; the message names the variables. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

const serviceHosts = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];
const fileHosts = ['*.sharepoint.com', '*.sharepoint.us', '*.sharepoint-mil.us', '*.sharepoint.cn'];
const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

const endpointKeys = [
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'OAuthUrl',
] as const;
const botFrameworkKeys = [
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'MicrosoftAppType',
  'CertificateThumbprint',
  'CertificatePrivateKey',
  'ChannelService',
  'CallerId',
  'ValidateAuthority',
  ...endpointKeys,
] as const;

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);
/** An empty list would mean nobody, or anybody: neither is what somebody wants who writes it. */
const someOf = list.refine((items) => items.length > 0, 'name at least one, or leave it out');
const hosts = someOf.refine(
  (items) => items.every((item) => /^(?:\*\.)?[a-z0-9.-]+$|^\[[0-9a-f:.]+\]$/i.test(item)),
  'host names only, without https:// and without a path',
);
const timeZone = z
  .string()
  .refine(isTimeZone, 'the IANA name of a time zone, such as Europe/Berlin or UTC')
  .default('UTC');
const quietHours = z.string().transform((text, context) => {
  const [from = '', until = '', ...more] = text.split('-').map((time) => time.trim());
  const hours = more.length > 0 ? undefined : parseQuietHours(from, until);
  if (hours === undefined) context.addIssue('two times of day in 24 hours, such as 20:00-08:00');
  return hours;
});
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: z.string().optional(),
  DATABASE_URL: z.string().default('sqlite:data/touchstone.db'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ALLOWED_TENANTS: someOf.optional(),
  ALLOWED_SERVICE_HOSTS: hosts.optional(),
  ALLOWED_FILE_HOSTS: hosts.optional(),
  FACILITATORS: list.default([]),
  MODERATORS: list.default([]),
  API_TOKENS: list.default([]),
  SENDS_PER_SECOND: z.coerce.number().positive().max(1_000).default(50),
  CONTACTS_PER_DRAFT: z.coerce.number().int().min(1).max(20).default(3),
  TIME_ZONE: timeZone,
  QUIET_HOURS: quietHours.optional(),
});
type Environment = z.infer<typeof Environment>;

/** Reads and checks the environment. `development` is asked for by `npm run dev` and by nothing else. */
export function readConfig(
  source: Readonly<Record<string, string | undefined>>,
  { development }: { development: boolean },
): Config {
  const set = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(set);
  const botFramework = pick(set as Record<string, string>);
  const complaints = [
    ...(parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)),
    ...complaintsAbout(botFramework, development),
    ...(development && parsed.data?.HOST !== undefined && !isLoopback(parsed.data.HOST)
      ? ['HOST: npm run dev checks no tokens, so it listens on loopback only; leave it out']
      : []),
  ];
  if (!parsed.success || complaints.length > 0) throw new ConfigurationError(complaints.join('\n'));
  return Object.freeze(configOf(parsed.data, botFramework, development));
}

function configOf(given: Environment, botFramework: Record<string, string>, development: boolean): Config {
  const tenants =
    given.ALLOWED_TENANTS ?? [botFramework.MicrosoftAppTenantId ?? ''].filter((tenant) => tenant !== '');
  return {
    port: given.PORT,
    ...(given.HOST === undefined ? (development ? { host: '127.0.0.1' } : {}) : { host: given.HOST }),
    databaseUrl: given.DATABASE_URL,
    publicUrl: (given.PUBLIC_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, ''),
    logLevel: given.LOG_LEVEL,
    development,
    // Left out, the SDK takes a bot for a multi-tenant one, which Azure makes no more.
    botFramework: development ? botFramework : { MicrosoftAppType: 'SingleTenant', ...botFramework },
    issuer: botFramework.ToBotFromChannelTokenIssuer ?? issuerOf(botFramework.ChannelService),
    allowedTenants: new Set(tenants.map((tenant) => tenant.toLowerCase())),
    allowedServiceHosts: given.ALLOWED_SERVICE_HOSTS ?? (development ? loopbackHosts : serviceHosts),
    allowedFileHosts: given.ALLOWED_FILE_HOSTS ?? (development ? loopbackHosts : fileHosts),
    facilitators: given.FACILITATORS.map(memberOf),
    moderators: given.MODERATORS.map(memberOf),
    apiTokens: tokensOf(given.API_TOKENS),
    sendsPerSecond: given.SENDS_PER_SECOND,
    contactsPerDraft: given.CONTACTS_PER_DRAFT,
    timeZone: given.TIME_ZONE,
    ...(given.QUIET_HOURS === undefined ? {} : { quietHours: given.QUIET_HOURS }),
  };
}

/** Entra writes object ids in small letters. */
function memberOf(id: string): string {
  return /^[0-9a-f-]{36}$/i.test(id) ? id.toLowerCase() : id;
}

function isLoopback(host: string): boolean {
  return ['localhost', '127.0.0.1', '::1'].includes(host);
}

function issuerOf(channelService: string | undefined): string {
  return channelService === 'https://botframework.azure.us'
    ? 'https://api.botframework.us'
    : 'https://api.botframework.com';
}

function complaintsAbout(keys: Record<string, string>, development: boolean): string[] {
  const { MicrosoftAppId: id, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenant } = keys;
  const type = (keys.MicrosoftAppType ?? 'SingleTenant').toLowerCase();
  const complaints: string[] = [];
  const complain = (when: boolean, text: string): void => {
    if (when) complaints.push(text);
  };
  if (development) {
    complain(
      id !== undefined,
      'MicrosoftAppId: npm run dev checks no tokens; leave it out, or run npm start',
    );
    return complaints;
  }
  complain(
    id === undefined,
    'MicrosoftAppId: put the app id of the bot registration here, or run npm run dev on your own machine',
  );
  complain(tenant === undefined, 'MicrosoftAppTenantId: put the tenant id of the bot registration here');
  complain(
    !['singletenant', 'userassignedmsi'].includes(type),
    'MicrosoftAppType: SingleTenant or UserAssignedMSI',
  );
  const certificate = keys.CertificateThumbprint !== undefined || keys.CertificatePrivateKey !== undefined;
  complain(
    certificate && (keys.CertificateThumbprint === undefined || keys.CertificatePrivateKey === undefined),
    'CertificateThumbprint and CertificatePrivateKey: set both or neither',
  );
  complain(
    type === 'singletenant' && password === undefined && !certificate,
    'MicrosoftAppPassword: put the client secret here, or set CertificateThumbprint and CertificatePrivateKey, or MicrosoftAppType=UserAssignedMSI',
  );
  complain(
    type === 'userassignedmsi' && password !== undefined,
    'MicrosoftAppPassword: a managed identity has none; leave it out',
  );
  const some = endpointKeys.filter((key) => keys[key] !== undefined);
  const missing = endpointKeys.filter((key) => keys[key] === undefined);
  complain(
    keys.CallerId !== undefined && some.length === 0,
    'CallerId: goes with the endpoint keys; leave it out',
  );
  complain(
    some.length > 0 && missing.length > 0,
    `${missing.join(', ')}: set all endpoint keys or none (${some.join(', ')} given)`,
  );
  return complaints;
}

function tokensOf(pairs: readonly string[]): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  for (const pair of pairs) {
    const [, name, hex] = /^([\w.-]{1,40}):([0-9a-f]{64})$/i.exec(pair) ?? [];
    if (name === undefined || hex === undefined) {
      throw new ConfigurationError(
        'API_TOKENS: write NAME:SHA256 pairs, the SHA-256 of each token as 64 hex digits',
      );
    }
    if (tokens.has(name)) throw new ConfigurationError('API_TOKENS: give each token a name of its own');
    tokens.set(name, hex.toLowerCase());
  }
  return tokens;
}

function pick(set: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    botFrameworkKeys.flatMap((key) => (set[key] === undefined ? [] : [[key, set[key]] as const])),
  );
}
