import assert from 'node:assert/strict';

import type { AdoptionIntent } from '../../src/app/adoption/intents.js';
import { dataFor } from '../../src/cards/action-data.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftId, ValueId } from '../../src/domain/draft.js';
import { parseCardAction } from '../../src/teams/card-action.js';
import { parseWords } from '../../src/teams/parse-words.js';

const charter = 'garden' as CharterName;
const about = { charter };

const said: readonly (readonly [string, object])[] = [
  ['consent', { kind: 'consent', about: {} }],
  ['consent garden', { kind: 'consent', about }],
  ['consentimiento garden', { kind: 'consent', about }],
  ['consent support', { kind: 'give-consent', about: {}, answer: 'support' }],
  ['Consent garden live with it.', { kind: 'give-consent', about, answer: 'live-with' }],
  ['consent garden puedo vivir con ello', { kind: 'give-consent', about, answer: 'live-with' }],
  ['consent garden withdraw', { kind: 'give-consent', about, answer: null }],
  ['consent object', { kind: 'give-consent', about: {}, answer: 'object' }],
  [
    'consent object: It costs 3 beds: too many.',
    { kind: 'give-consent', about: {}, answer: 'object', reason: 'It costs 3 beds: too many.' },
  ],
  [
    'consent garden object 2 signed review: Why?\nBecause.',
    {
      kind: 'give-consent',
      about,
      answer: 'object',
      value: { by: 'position', position: 2 },
      signed: true,
      forReview: true,
      reason: 'Why?\nBecause.',
    },
  ],
  [
    'consentimiento me opongo 1 firmado: Falta el techo.',
    {
      kind: 'give-consent',
      about: {},
      answer: 'object',
      value: { by: 'position', position: 1 },
      signed: true,
      reason: 'Falta el techo.',
    },
  ],
  ['objections garden 2', { kind: 'objections', about, page: 2 }],
  ['outcome garden', { kind: 'outcome', charter }],
  ['open consent garden yes', { kind: 'open-consent', about, confirmed: true }],
  ['open consent garden perhaps yes', { kind: 'open-consent', about, confirmed: false }],
  ['terminar consentimiento sí', { kind: 'end-consent', about: {}, confirmed: true }],
  ['adopt', { kind: 'adopt', about: {}, confirmed: false }],
  [
    'adopt garden 2026-11-24 review 2027-11-24 yes\nMend the roof; Ana; 2027-01-01',
    {
      kind: 'adopt',
      about,
      confirmed: true,
      adoptedOn: '2026-11-24',
      reviewOn: '2027-11-24',
      followUps: 'Mend the roof; Ana; 2027-01-01',
    },
  ],
  ['adopt garden soon yes', { kind: 'adopt', about, confirmed: false }],
  ['adopt garden review yes', { kind: 'adopt', about, confirmed: false }],
  ['follow up garden review 2028-01-01', { kind: 'follow-up', charter, reviewOn: '2028-01-01' }],
  ['rules quorum 12', { kind: 'change-rules', rules: { adoption: { quorum: 12 } } }],
  [
    'rules garden objections 10 %',
    { kind: 'change-rules', charter, rules: { adoption: { mostObjecting: 10 } } },
  ],
  ['rules consent 14 days', { kind: 'change-rules', rules: { adoption: { consentDays: 14 } } }],
];

describe('Words about adoption', () => {
  for (const [text, intent] of said)
    it(`“${text.replaceAll('\n', ' ⏎ ')}” is understood`, () => {
      assert.deepEqual(parseWords(text), intent);
    });
});

describe('Buttons about adoption', () => {
  const draft = { charter, draft: 'draft-1' as DraftId };
  const intents: readonly AdoptionIntent[] = [
    { kind: 'consent', about: draft },
    { kind: 'give-consent', about: draft, press: 'p' },
    { kind: 'give-consent', about: draft, answer: null, press: 'p' },
    {
      kind: 'give-consent',
      about: draft,
      answer: 'object',
      reason: 'Why',
      value: { by: 'id', id: 'v' as ValueId },
      signed: true,
      forReview: true,
    },
    { kind: 'objections', about: draft, page: 2 },
    { kind: 'outcome', charter, page: 2 },
    { kind: 'open-consent', about: draft, confirmed: true },
    { kind: 'end-consent', about: draft, confirmed: false },
    {
      kind: 'adopt',
      about: draft,
      confirmed: false,
      edit: true,
      adoptedOn: '2026-11-24',
      reviewOn: '2027-11-24',
    },
    { kind: 'adopt', about: draft, confirmed: true, followUps: 'a; b' },
    { kind: 'follow-up', charter, reviewOn: '2028-01-01', followUps: 'a; b' },
  ];
  for (const intent of intents)
    it(`ask for what they say: ${JSON.stringify(intent)}`, () => {
      assert.deepEqual(parseCardAction(dataFor(intent)), intent);
    });

  it('take what stands in the inputs, and an answer that is none for none', () => {
    const data = dataFor({ kind: 'give-consent', about: draft, press: 'p' });

    const chosen = parseCardAction({
      ...data,
      answer: 'object',
      reason: 'Why',
      onValue: 'v',
      signed: 'true',
    });
    const strange = parseCardAction({
      ...data,
      answer: 'perhaps',
      reason: '  ',
      onValue: '-',
      signed: 'false',
    });

    assert.deepEqual(chosen, {
      kind: 'give-consent',
      about: draft,
      answer: 'object',
      reason: 'Why',
      value: { by: 'id', id: 'v' },
      signed: true,
      press: 'p',
    });
    assert.deepEqual(strange, { kind: 'give-consent', about: draft, signed: false, press: 'p' });
  });
});
