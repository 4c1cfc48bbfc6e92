import { exportJWK, exportSPKI, generateKeyPair, type CryptoKey, type JWK } from 'jose';

/** `msteams` signs for Teams; `webchat` is published too, but endorsed for another channel; `stranger` is nobody's. */
export type KeyName = 'msteams' | 'webchat' | 'stranger';

export interface RsaKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicPem: string;
  /** As a JWKS lists it. */
  readonly jwk: JWK & { readonly endorsements: readonly string[] };
}

const made = new Map<KeyName, Promise<RsaKey>>();

/** The same key for the life of the process: making one takes longer than most tests. */
export function rsaKey(name: KeyName): Promise<RsaKey> {
  const known = made.get(name) ?? makeKey(name);
  made.set(name, known);
  return known;
}

async function makeKey(name: KeyName): Promise<RsaKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = `key-${name}`;
  const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', endorsements: [name] };
  return { kid, privateKey, publicPem: await exportSPKI(publicKey), jwk };
}
