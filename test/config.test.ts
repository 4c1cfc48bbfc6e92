import assert from 'node:assert/strict';

import { ConfigurationError, readConfig } from '../src/config.js';

const digest = 'a1'.repeat(32);
/** As little as a bot in production needs. */
const needed = {
  MicrosoftAppId: 'app-id',
  MicrosoftAppPassword: 'the-client-secret',
  MicrosoftAppTenantId: 'Tenant-ID',
};
const endpoints = {
  ToBotFromChannelOpenIdMetadataUrl: 'https://example.org/a',
  ToBotFromChannelTokenIssuer: 'https://example.org/issuer',
  ToBotFromEmulatorOpenIdMetadataUrl: 'https://example.org/b',
  ToChannelFromBotLoginUrl: 'https://example.org/c',
  ToChannelFromBotOAuthScope: 'https://example.org/d',
  OAuthUrl: 'https://example.org/e',
};

type Environment = Readonly<Record<string, string | undefined>>;

const production = (changes: Environment = {}) =>
  readConfig({ ...needed, ...changes }, { development: false });
const development = (changes: Environment = {}) => readConfig(changes, { development: true });

describe('the configuration', () => {
  it('of a bot in production takes little, and has sensible rest', () => {
    assert.deepEqual(production(), {
      port: 3978,
      databaseUrl: 'sqlite:data/touchstone.db',
      publicUrl: 'http://localhost:3978',
      logLevel: 'info',
      development: false,
      botFramework: { ...needed, MicrosoftAppType: 'SingleTenant' },
      issuer: 'https://api.botframework.com',
      allowedTenants: new Set(['tenant-id']),
      allowedServiceHosts: [
        'smba.trafficmanager.net',
        'smba.infra.gcc.teams.microsoft.com',
        'smba.infra.gov.teams.microsoft.us',
        'smba.infra.dod.teams.microsoft.us',
      ],
      allowedFileHosts: ['*.sharepoint.com', '*.sharepoint.us', '*.sharepoint-mil.us', '*.sharepoint.cn'],
      facilitators: [],
      moderators: [],
      apiTokens: new Map(),
      sendsPerSecond: 50,
      contactsPerDraft: 3,
      timeZone: 'UTC',
    });
  });

  it('takes what is set', () => {
    const config = production({
      PORT: '8080',
      HOST: '10.0.0.1',
      DATABASE_URL: 'postgres://db/touchstone',
      PUBLIC_URL: 'https://touchstone.example.org/',
      LOG_LEVEL: 'debug',
      ALLOWED_TENANTS: ' One , TWO ',
      ALLOWED_SERVICE_HOSTS: 'smba.example.org,127.0.0.1,[::1]',
      ALLOWED_FILE_HOSTS: '*.example.org',
      FACILITATORS: 'AAAAAAAA-0000-4000-A000-00000000000A, 29:1AbC',
      MODERATORS: 'BBBBBBBB-0000-4000-B000-00000000000B',
      API_TOKENS: `ci:${digest}, press-office:${digest.toUpperCase()}`,
      SENDS_PER_SECOND: '30',
      CONTACTS_PER_DRAFT: '5',
      TIME_ZONE: 'America/Argentina/Buenos_Aires',
      QUIET_HOURS: '20:30 - 8',
    });

    assert.equal(config.port, 8080);
    assert.equal(config.host, '10.0.0.1');
    assert.equal(config.databaseUrl, 'postgres://db/touchstone');
    assert.equal(config.publicUrl, 'https://touchstone.example.org');
    assert.equal(config.logLevel, 'debug');
    assert.deepEqual(config.allowedTenants, new Set(['one', 'two']));
    assert.deepEqual(config.allowedServiceHosts, ['smba.example.org', '127.0.0.1', '[::1]']);
    assert.deepEqual(config.allowedFileHosts, ['*.example.org']);
    assert.deepEqual(config.facilitators, ['aaaaaaaa-0000-4000-a000-00000000000a', '29:1AbC']);
    assert.deepEqual(config.moderators, ['bbbbbbbb-0000-4000-b000-00000000000b']);
    assert.deepEqual(
      config.apiTokens,
      new Map([
        ['ci', digest],
        ['press-office', digest],
      ]),
    );
    assert.equal(config.sendsPerSecond, 30);
    assert.equal(config.contactsPerDraft, 5);
    assert.equal(config.timeZone, 'America/Argentina/Buenos_Aires');
    assert.deepEqual(config.quietHours, { from: '20:30', until: '08:00' });
    assert.ok(Object.isFrozen(config));
  });

  it('takes an empty variable for one that is not set', () => {
    const empty = { PORT: '', ALLOWED_TENANTS: '', LOG_LEVEL: '', HOST: '', API_TOKENS: '', CallerId: '' };

    assert.deepEqual(production(empty), production());
  });

  it('takes the bot’s registration by secret, by certificate or by managed identity', () => {
    const certificate = { CertificateThumbprint: 'x', CertificatePrivateKey: 'y' };
    assert.ok(production({ MicrosoftAppPassword: undefined, ...certificate }));
    assert.ok(production({ MicrosoftAppPassword: undefined, MicrosoftAppType: 'UserAssignedMSI' }));
    assert.ok(production({ MicrosoftAppType: 'singletenant' }));
  });

  it('takes other clouds, all of their addresses at once', () => {
    assert.equal(production(endpoints).issuer, 'https://example.org/issuer');
    assert.equal(
      production({ ChannelService: 'https://botframework.azure.us' }).issuer,
      'https://api.botframework.us',
    );
  });

  it('in development needs nothing, and stays on this machine', () => {
    const config = development();

    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.development, true);
    assert.deepEqual(config.allowedServiceHosts, ['localhost', '127.0.0.1', '[::1]']);
    assert.deepEqual(config.allowedFileHosts, ['localhost', '127.0.0.1', '[::1]']);
    assert.deepEqual(config.allowedTenants, new Set());
  });

  const contradictions: readonly (readonly [variable: string, environment: Environment])[] = [
    ['MicrosoftAppId', { MicrosoftAppId: undefined }],
    ['MicrosoftAppTenantId', { MicrosoftAppTenantId: undefined }],
    ['MicrosoftAppPassword', { MicrosoftAppPassword: undefined }],
    ['MicrosoftAppPassword', { MicrosoftAppType: 'UserAssignedMSI' }],
    ['MicrosoftAppType', { MicrosoftAppType: 'MultiTenant' }],
    ['CertificatePrivateKey', { CertificateThumbprint: 'x' }],
    ['CertificateThumbprint', { CertificatePrivateKey: 'the-client-secret' }],
    ['CallerId', { CallerId: 'x' }],
    ['OAuthUrl', { ...endpoints, OAuthUrl: undefined }],
    ['ToBotFromChannelTokenIssuer', { ToBotFromChannelOpenIdMetadataUrl: 'https://example.org' }],
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '80.5' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'touchstone.example.org' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'javascript:alert(1)' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['ALLOWED_TENANTS', { ALLOWED_TENANTS: ' , ' }],
    ['ALLOWED_SERVICE_HOSTS', { ALLOWED_SERVICE_HOSTS: ',' }],
    ['ALLOWED_SERVICE_HOSTS', { ALLOWED_SERVICE_HOSTS: '*' }],
    ['ALLOWED_SERVICE_HOSTS', { ALLOWED_SERVICE_HOSTS: 'https://smba.example.org/' }],
    ['ALLOWED_FILE_HOSTS', { ALLOWED_FILE_HOSTS: 'example.org/files' }],
    ['API_TOKENS', { API_TOKENS: 'the-client-secret' }],
    ['API_TOKENS', { API_TOKENS: 'ci:the-client-secret' }],
    ['API_TOKENS', { API_TOKENS: `ci:${digest},${digest}` }],
    ['API_TOKENS', { API_TOKENS: `ci:${digest},ci:${'b2'.repeat(32)}` }],
    ['SENDS_PER_SECOND', { SENDS_PER_SECOND: '0' }],
    ['SENDS_PER_SECOND', { SENDS_PER_SECOND: '-5' }],
    ['SENDS_PER_SECOND', { SENDS_PER_SECOND: 'fast' }],
    ['CONTACTS_PER_DRAFT', { CONTACTS_PER_DRAFT: '0' }],
    ['CONTACTS_PER_DRAFT', { CONTACTS_PER_DRAFT: '21' }],
    ['CONTACTS_PER_DRAFT', { CONTACTS_PER_DRAFT: '2.5' }],
    ['CONTACTS_PER_DRAFT', { CONTACTS_PER_DRAFT: 'few' }],
    ['TIME_ZONE', { TIME_ZONE: 'Berlin' }],
    ['TIME_ZONE', { TIME_ZONE: '+01:00' }],
    ['TIME_ZONE', { TIME_ZONE: 'W. Europe Standard Time' }],
    ['QUIET_HOURS', { QUIET_HOURS: 'at night' }],
    ['QUIET_HOURS', { QUIET_HOURS: '20:00' }],
    ['QUIET_HOURS', { QUIET_HOURS: '20:00-25:00' }],
    ['QUIET_HOURS', { QUIET_HOURS: '8:00-8:00' }],
    ['QUIET_HOURS', { QUIET_HOURS: '8-12-14' }],
    ['QUIET_HOURS', { QUIET_HOURS: '8pm-8am' }],
  ];
  for (const [variable, environment] of contradictions) {
    const set = Object.entries(environment).map(
      ([name, value = 'nothing']) => `${name}=${value.slice(0, 40)}`,
    );
    it(`names ${variable} where ${set.join(' ')}`, () => {
      assert.throws(
        () => production(environment),
        (error: unknown) => {
          assert.ok(error instanceof ConfigurationError);
          assert.match(error.message, new RegExp(`\\b${variable}\\b.*: `));
          assert.doesNotMatch(error.message, /the-client-secret/);
          return true;
        },
      );
    });
  }

  it('names everything that is wrong at once', () => {
    assert.throws(
      () => readConfig({ PORT: 'x' }, { development: false }),
      (error: Error) => {
        for (const variable of ['PORT', 'MicrosoftAppId', 'MicrosoftAppTenantId', 'MicrosoftAppPassword']) {
          assert.match(error.message, new RegExp(`^${variable}: `, 'm'));
        }
        return true;
      },
    );
  });

  it('in development refuses a registration, which it would not check, and other machines', () => {
    assert.throws(() => development({ MicrosoftAppId: 'x' }), /^ConfigurationError: MicrosoftAppId: /);
    for (const HOST of ['0.0.0.0', '192.168.0.2', 'example.org', '::']) {
      assert.throws(() => development({ HOST }), /^ConfigurationError: HOST: /);
    }
    for (const HOST of ['localhost', '127.0.0.1', '::1']) assert.equal(development({ HOST }).host, HOST);
  });
});
