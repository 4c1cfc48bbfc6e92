import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { SignJWT, type JWTPayload } from 'jose';

import { answerJson, readBody, startLoopbackServer } from './loopback-server.js';
import { rsaKey, type KeyName } from './rsa-keys.js';

/** The one issuer of channel tokens, and the scope of outgoing ones, in Microsoft's public cloud. */
export const botFramework = 'https://api.botframework.com';

export interface TokenIssuer {
  /** Differs from issuer to issuer even on a reused port: the SDK keeps the keys it found under an address for a day. */
  readonly url: string;
  readonly appId: string;
  /** The bodies of all requests for an outgoing token, in order. */
  readonly logins: readonly URLSearchParams[];
  /** A token as Teams sends it; without changes the bot has to accept it. */
  channelToken(changes?: TokenChanges): Promise<string>;
  /** Answers requests for outgoing tokens with this status from now on, as an expired secret does; `undefined` ends it. */
  refuseLogins(status: number | undefined): void;
  /** Whether this issuer gave out the token in this `Authorization` header. */
  knows(authorization: string | undefined): boolean;
  stop(): Promise<void>;
}

export interface TokenChanges {
  readonly key?: KeyName;
  readonly serviceUrl?: string;
  /** Seconds from now; negative when the token has expired. */
  readonly expiresIn?: number;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Added or replaced; `undefined` leaves a claim out. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** Plays Microsoft's login for both directions: keys for tokens from Teams, tokens for calls to Teams. */
export async function startTokenIssuer(
  options: { readonly appId?: string; readonly serviceUrl?: string } = {},
): Promise<TokenIssuer> {
  const appId = options.appId ?? randomUUID();
  const path = `/${randomUUID()}`;
  const logins: URLSearchParams[] = [];
  const given = new Set<string>();
  let refusal: number | undefined;
  const server = await startLoopbackServer(serve);
  const url = `${server.origin}${path}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (request.url === `${path}/.well-known/openidconfiguration`) {
      answerJson(response, 200, metadata(url));
    } else if (request.url === `${path}/keys`) {
      answerJson(response, 200, { keys: [(await rsaKey('msteams')).jwk, (await rsaKey('webchat')).jwk] });
    } else if (request.method === 'POST' && request.url?.startsWith(`${path}/login`)) {
      login(new URLSearchParams(body), response);
    } else {
      answerJson(response, 404, { error: 'not_found' });
    }
  }

  function login(asked: URLSearchParams, response: ServerResponse): void {
    logins.push(asked);
    if (refusal !== undefined) {
      answerJson(response, refusal, { error: 'invalid_client' });
      return;
    }
    const token = `outgoing-${randomUUID()}`;
    given.add(`Bearer ${token}`);
    answerJson(response, 200, { token_type: 'Bearer', expires_in: 3599, access_token: token });
  }

  return {
    url,
    appId,
    logins,
    channelToken: (changes = {}) => signToken(appId, { ...serviceUrlOf(options.serviceUrl), ...changes }),
    refuseLogins: (status) => {
      refusal = status;
    },
    knows: (authorization) => authorization !== undefined && given.has(authorization),
    stop: () => server.stop(),
  };
}

/** Every Bot Framework endpoint key: as soon as one is set, the SDK has no defaults for the others. */
export function environmentOf(issuer: TokenIssuer): Record<string, string> {
  return {
    ToBotFromChannelOpenIdMetadataUrl: `${issuer.url}/.well-known/openidconfiguration`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${issuer.url}/.well-known/openidconfiguration`,
    ToBotFromChannelTokenIssuer: botFramework,
    ToChannelFromBotOAuthScope: botFramework,
    ToChannelFromBotLoginUrl: `${issuer.url}/login`,
    OAuthUrl: `${issuer.url}/oauth`,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: 'false',
  };
}

function metadata(url: string): Record<string, unknown> {
  return {
    issuer: botFramework,
    authorization_endpoint: `${url}/login`,
    jwks_uri: `${url}/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}

async function signToken(appId: string, changes: TokenChanges): Promise<string> {
  const key = await rsaKey(changes.key ?? 'msteams');
  return new SignJWT(claimsOf(appId, changes))
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...changes.header })
    .sign(key.privateKey);
}

/** The claims of a channel token, for tokens that are then signed in some other way. */
export function claimsOf(appId: string, changes: TokenChanges): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  const expires = now + (changes.expiresIn ?? 3600);
  const usual = { iss: botFramework, aud: appId, nbf: Math.min(now, expires) - 60, exp: expires };
  return { ...usual, serviceurl: changes.serviceUrl, ...changes.claims };
}

function serviceUrlOf(serviceUrl: string | undefined): TokenChanges {
  return serviceUrl === undefined ? {} : { serviceUrl };
}
