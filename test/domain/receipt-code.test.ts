import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { parseReceiptCode, receiptCodeFrom, receiptLength } from '../../src/domain/receipt-code.js';

describe('A receipt code', () => {
  it('spells bytes in three groups of four, without letters that look like digits', () => {
    assert.equal(
      receiptCodeFrom(Uint8Array.from([0, 1, 2, 3, 10, 17, 20, 31, 32, 63, 255, 26])),
      '0123-AHMZ-0ZZT',
    );
    for (let tries = 0; tries < 200; tries += 1)
      assert.match(
        receiptCodeFrom(randomBytes(receiptLength)),
        /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/,
      );
  });

  it('has sixty bits: each of its characters may be any of 32', () => {
    const seen = Array.from({ length: 12 }, () => new Set<string>());
    for (let tries = 0; tries < 2_000; tries += 1) {
      const plain = receiptCodeFrom(randomBytes(receiptLength)).replaceAll('-', '');
      for (const [place, character] of [...plain].entries()) seen[place]?.add(character);
    }

    assert.deepEqual(
      seen.map(({ size }) => size),
      Array.from({ length: 12 }, () => 32),
    );
  });

  it('is not made from too few bytes', () => {
    assert.throws(() => receiptCodeFrom(randomBytes(receiptLength - 1)), RangeError);
  });

  it('is read back, however it was written down', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
        const code = receiptCodeFrom(bytes);

        assert.equal(parseReceiptCode(code), code);
        assert.equal(parseReceiptCode(` ${code.toLowerCase().replaceAll('-', ' ')}. `), code);
        assert.equal(
          parseReceiptCode(code.replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l')),
          code,
        );
        assert.equal(parseReceiptCode(code.replaceAll('0', 'O').replaceAll('1', 'I')), code);
      }),
    );
  });

  for (const typed of ['', 'receipt', '0123-AHMZ-0ZZ', '0123-AHMZ-0ZZTT', '0123-AHMZ-0ZZU', '0123-AHMZ-0ZZé'])
    it(`is not: “${typed}”`, () => assert.equal(parseReceiptCode(typed), undefined));
});
