import { randomUUID } from 'node:crypto';

import { SignJWT, UnsecuredJWT } from 'jose';

import { rsaKey } from './rsa-keys.js';
import { claimsOf, type TokenIssuer } from './token-issuer.js';

export interface BadToken {
  /** Completes "a request with …". */
  readonly name: string;
  /** The whole `Authorization` header; `undefined` for none. */
  readonly authorization: string | undefined;
}

/** Microsoft's own tenant, whose tokens the SDK takes for the Emulator's. */
const emulatorIssuer = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';

/** One header for each way in which a request can fail to come from Teams; a bot has to refuse all of them. */
export async function badTokens(issuer: TokenIssuer, serviceUrl: string): Promise<readonly BadToken[]> {
  const good = await issuer.channelToken({ serviceUrl });
  const now = Math.floor(Date.now() / 1000);
  const bearer = async (name: string, token: Promise<string> | string): Promise<BadToken> => {
    return { name, authorization: `Bearer ${await token}` };
  };
  const changed = (name: string, claims: Record<string, unknown>): Promise<BadToken> => {
    return bearer(name, issuer.channelToken({ serviceUrl, claims }));
  };
  const noTokens = [
    { name: 'no token', authorization: undefined },
    { name: 'an empty header', authorization: '' },
    { name: 'another scheme', authorization: `Basic ${good}` },
    { name: 'a scheme and nothing else', authorization: 'Bearer' },
  ];
  const tokens = await Promise.all([
    bearer('two tokens', `${good} ${good}`),
    bearer('words for a token', 'let-me-in'),
    bearer('three parts that are no token', 'let.me.in'),
    bearer('a token cut short', good.slice(0, -40)),
    bearer('a claim changed after signing', tampered(good, issuer.appId, serviceUrl)),
    changed('another issuer', { iss: 'https://login.example.org/' }),
    changed('no issuer', { iss: undefined }),
    changed('another audience', { aud: randomUUID() }),
    changed('no audience', { aud: undefined }),
    bearer('a token that expired six minutes ago', issuer.channelToken({ serviceUrl, expiresIn: -360 })),
    changed('a token that is valid in six minutes', { nbf: now + 360, exp: now + 3600 }),
    bearer('another service address', issuer.channelToken({ serviceUrl: 'https://smba.example.org/teams/' })),
    changed('no service address', { serviceurl: undefined }),
    bearer('a key endorsed for another channel', issuer.channelToken({ serviceUrl, key: 'webchat' })),
    bearer('a key that is not published', issuer.channelToken({ serviceUrl, key: 'stranger' })),
    bearer("a stranger's signature under a published key's name", forged(issuer, serviceUrl)),
    bearer('no key name', issuer.channelToken({ serviceUrl, header: { kid: undefined } })),
    bearer('no signature', unsigned(issuer, serviceUrl)),
    bearer('the public key used as a shared secret', shared(issuer, serviceUrl)),
    changed('an Emulator token of another app', { iss: emulatorIssuer, ver: '1.0', appid: randomUUID() }),
    changed('an Emulator token that names no app', { iss: emulatorIssuer, ver: '2.0' }),
    changed("another bot's token", { iss: emulatorIssuer, ver: '2.0', azp: randomUUID() }),
  ]);
  return [...noTokens, ...tokens];
}

/** A token as the Emulator presents it for the bot's own id: the SDK takes it, without a look at the service address. */
export function emulatorToken(issuer: TokenIssuer): Promise<string> {
  return issuer.channelToken({ claims: { iss: emulatorIssuer, ver: '1.0', appid: issuer.appId } });
}

function tampered(good: string, appId: string, serviceUrl: string): string {
  const [header, , signature] = good.split('.');
  const claims = claimsOf(appId, { serviceUrl, expiresIn: 86_400 });
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

async function forged(issuer: TokenIssuer, serviceUrl: string): Promise<string> {
  const { kid } = await rsaKey('msteams');
  return issuer.channelToken({ serviceUrl, key: 'stranger', header: { kid } });
}

async function unsigned(issuer: TokenIssuer, serviceUrl: string): Promise<string> {
  const { kid } = await rsaKey('msteams');
  const [, claims] = new UnsecuredJWT(claimsOf(issuer.appId, { serviceUrl })).encode().split('.');
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT', kid })).toString('base64url');
  return `${header}.${claims ?? ''}.`;
}

async function shared(issuer: TokenIssuer, serviceUrl: string): Promise<string> {
  const { kid, publicPem } = await rsaKey('msteams');
  return new SignJWT(claimsOf(issuer.appId, { serviceUrl }))
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid })
    .sign(new TextEncoder().encode(publicPem));
}
