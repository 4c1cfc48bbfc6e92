import assert from 'node:assert/strict';

import { dayText, momentText, shortMomentText, zoneText } from '../../src/cards/moment.js';
import { wordsFor } from '../../src/words/catalogue.js';

const en = wordsFor('en');
const es = wordsFor('es');

describe('a moment', () => {
  it('is told in the zone in which its reader thinks of it', () => {
    const at = '2026-07-01T22:30:00.000Z';

    assert.equal(
      momentText({ at, timeZone: 'Europe/Berlin' }, en),
      'Thursday 2 July 2026, 00:30 (Europe/Berlin)',
    );
    assert.equal(
      momentText({ at, timeZone: 'America/New_York' }, en),
      'Wednesday 1 July 2026, 18:30 (America/New York)',
    );
    assert.equal(momentText({ at, timeZone: 'UTC' }, es), 'miércoles 1 de julio de 2026, 22:30 (UTC)');
  });

  it('follows a clock change', () => {
    const timeZone = 'Europe/Berlin';

    assert.match(momentText({ at: '2026-10-25T00:30:00.000Z', timeZone }, en), /25 October 2026, 02:30/);
    assert.match(momentText({ at: '2026-10-25T01:30:00.000Z', timeZone }, en), /25 October 2026, 02:30/);
    assert.match(momentText({ at: '2026-03-29T01:00:00.000Z', timeZone }, en), /29 March 2026, 03:00/);
  });

  it('is short in lists, and a day alone where a card is read in several zones', () => {
    const at = '2026-11-22T23:59:00.000Z';

    assert.equal(shortMomentText({ at, timeZone: 'UTC' }, en), '22 November 2026, 23:59 (UTC)');
    assert.equal(dayText(at, en), '22 November 2026');
    assert.equal(dayText(at, es), '22 de noviembre de 2026');
  });

  it('names zones as people say them', () => {
    assert.equal(zoneText('America/Argentina/Buenos_Aires'), 'America/Argentina/Buenos Aires');
  });
});
