import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CharterName } from '../domain/charter.js';

/** Signs the links by which the pages of a charter that are not public open; one signature for all pages of a charter. */
export interface LinkSigner {
  signatureFor(charter: CharterName): Promise<string>;
  /** In constant time: how far a guess is right cannot be measured. */
  isSignature(charter: CharterName, signature: string): Promise<boolean>;
}

export function createLinkSigner(key: () => Promise<Buffer>): LinkSigner {
  async function signatureFor(charter: CharterName): Promise<string> {
    return createHmac('sha256', await key())
      .update(`pages\n${charter}`)
      .digest('base64url');
  }
  return {
    signatureFor,
    async isSignature(charter, signature) {
      const right = Buffer.from(await signatureFor(charter));
      const given = Buffer.from(signature);
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
