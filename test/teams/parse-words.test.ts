import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Intent } from '../../src/app/intent.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { QuietHours, TimeOfDay } from '../../src/domain/place.js';
import { parseWords } from '../../src/teams/parse-words.js';
import { languages, wordsFor } from '../../src/words/catalogue.js';

const coop = 'coop' as CharterName;
const second = { by: 'position', position: 2 } as const;
const none = { about: {} } as const;
const at = (date: string, time: string) => ({ at: { date, time: time as TimeOfDay } });
const night = { hours: { from: '20:00', until: '08:00' } as QuietHours };
const ofCoop = { about: { charter: coop } } as const;

/** What is typed, and what it asks for. */
const meanings: readonly (readonly [text: string, intent: Intent])[] = [
  ['help', { kind: 'help' }],
  ['hi', { kind: 'help' }],
  ['?', { kind: 'help' }],
  ['', { kind: 'help' }],
  ['values', { kind: 'values', ...none }],
  ['values coop', { kind: 'values', ...ofCoop }],
  ['considerations', { kind: 'considerations', ...none }],
  ['considerations coop page 2', { kind: 'considerations', ...ofCoop, page: 2 }],
  ['background 3', { kind: 'background', ...none, page: 3 }],
  ['rate', { kind: 'ballot', ...none }],
  ['rate coop', { kind: 'ballot', ...ofCoop }],
  ['rate 2', { kind: 'ballot', ...none, value: second }],
  ['rate 2 page 3', { kind: 'ballot', ...none, value: second, page: 3 }],
  ['rate 2 4', { kind: 'rate', ...none, value: second, answer: 4 }],
  ['rate coop 2 4', { kind: 'rate', ...ofCoop, value: second, answer: 4 }],
  ['rate 2 4 coop', { kind: 'rate', ...ofCoop, value: second, answer: 4 }],
  ['rate 2 unclear', { kind: 'rate', ...none, value: second, answer: 'unclear' }],
  ['rate 2 not clear', { kind: 'rate', ...none, value: second, answer: 'unclear' }],
  ['rate 2 not clear to me', { kind: 'rate', ...none, value: second, answer: 'unclear' }],
  ['rate coop 2 unclear', { kind: 'rate', ...ofCoop, value: second, answer: 'unclear' }],
  ['rate 2 no opinion', { kind: 'rate', ...none, value: second, answer: 'no-opinion' }],
  ['rate 2 no-opinion', { kind: 'rate', ...none, value: second, answer: 'no-opinion' }],
  ['rate coop 2 no opinion', { kind: 'rate', ...ofCoop, value: second, answer: 'no-opinion' }],
  ['rate 2 withdraw', { kind: 'rate', ...none, value: second, answer: null }],
  ['rate coop 2 withdraw', { kind: 'rate', ...ofCoop, value: second, answer: null }],
  ['rate 2 9', { kind: 'rate', ...none, value: second, answer: undefined }],
  ['rate 0 4', { kind: 'rate', ...none, value: { by: 'position', position: 0 }, answer: 4 }],
  ['rate 99 4', { kind: 'rate', ...none, value: { by: 'position', position: 99 }, answer: 4 }],
  ['rate 99999 4', { kind: 'rate', ...none, value: { by: 'position', position: 9_999 }, answer: 4 }],
  ['answers', { kind: 'answers', ...none }],
  ['my answers coop page 2', { kind: 'answers', ...ofCoop, page: 2 }],
  ['results', { kind: 'results', ...none }],
  ['results coop 1', { kind: 'results', ...ofCoop, number: 1 }],
  ['results 1 page 2', { kind: 'results', ...none, number: 1, page: 2 }],
  ['status', { kind: 'status' }],
  ['what is open?', { kind: 'status' }],
  ['subscribe', { kind: 'subscribe' }],
  ['subscribe coop', { kind: 'subscribe', charter: coop }],
  ['unsubscribe', { kind: 'unsubscribe' }],
  ['new draft', { kind: 'new-draft' }],
  ['new draft coop', { kind: 'new-draft', charter: coop }],
  ['new draft coop\n# Title\n\nText', { kind: 'import', charter: coop, source: '# Title\n\nText' }],
  ['new draft\r\n# Title', { kind: 'import', source: '# Title' }],
  ['new draft coop\n  \n', { kind: 'new-draft', charter: coop }],
  ['report coop page 2', { kind: 'import-report', charter: coop, page: 2 }],
  ['preview', { kind: 'preview' }],
  ['publish coop', { kind: 'publish', charter: coop }],
  ['deliveries', { kind: 'deliveries' }],
  ['close', { kind: 'close', ...none, confirmed: false }],
  ['close coop', { kind: 'close', ...ofCoop, confirmed: false }],
  ['close coop yes', { kind: 'close', ...ofCoop, confirmed: true }],
  ['close yes', { kind: 'close', ...none, confirmed: true }],
  ['publish coop yes', { kind: 'publish', charter: coop }],
  ['publish now', { kind: 'publish' }],
  ['publish 2026-12-01 10:30', { kind: 'publish', ...at('2026-12-01', '10:30') }],
  ['publish coop 2026-12-01 9:00', { kind: 'publish', charter: coop, ...at('2026-12-01', '09:00') }],
  ['publish coop on 2026-12-01 at 9', { kind: 'publish', charter: coop, ...at('2026-12-01', '09:00') }],
  ['publish 10:30 2026-12-01 coop', { kind: 'publish', charter: coop, ...at('2026-12-01', '10:30') }],
  ['publish 2026-12-01', { kind: 'publish', ...at('2026-12-01', '09:00') }],
  ['publish all', { kind: 'publish', audience: 'all' }],
  ['publish coop to all', { kind: 'publish', charter: coop, audience: 'all' }],
  ['publish coop affected', { kind: 'publish', charter: coop, audience: 'affected' }],
  [
    'publish coop all 2026-12-01 10:30',
    { kind: 'publish', charter: coop, audience: 'all', ...at('2026-12-01', '10:30') },
  ],
  ['publish 9:00', { kind: 'publish', at: 'unreadable' }],
  ['publish tomorrow 9:00', { kind: 'publish', charter: 'tomorrow' as CharterName, at: 'unreadable' }],
  ['publish coop tomorrow', { kind: 'publish', charter: coop, at: 'unreadable' }],
  ['publish coop next monday', { kind: 'publish', charter: coop, at: 'unreadable' }],
  ['publish 1.12.2026', { kind: 'publish', at: 'unreadable' }],
  ['publish 2026-12-01 25:00', { kind: 'publish', at: 'unreadable' }],
  ['publish coop 2026-12-01 9:00 pm', { kind: 'publish', charter: coop, at: 'unreadable' }],
  ['publish 2026-12-01 2026-12-02', { kind: 'publish', at: 'unreadable' }],
  ['publish 2026-12-01 9:00 10:00', { kind: 'publish', at: 'unreadable' }],
  ['close 2026-12-10 18:00', { kind: 'close', ...none, confirmed: false, ...at('2026-12-10', '18:00') }],
  ['close coop 2026-12-10', { kind: 'close', ...ofCoop, confirmed: false, ...at('2026-12-10', '17:00') }],
  ['close 2026-12-10 yes', { kind: 'close', ...none, confirmed: true, ...at('2026-12-10', '17:00') }],
  ['close coop soon yes', { kind: 'close', ...ofCoop, confirmed: false, at: 'unreadable' }],
  ['withdraw', { kind: 'withdraw', ...none, confirmed: false }],
  ['withdraw yes', { kind: 'withdraw', ...none, confirmed: true }],
  ['withdraw coop yes', { kind: 'withdraw', ...ofCoop, confirmed: true }],
  ['withdraw 2 yes', { kind: 'withdraw', ...none, confirmed: false }],
  ['withdraw coop tomorrow yes', { kind: 'withdraw', ...ofCoop, confirmed: false }],
  ['reopen', { kind: 'reopen', ...none, confirmed: false }],
  ['open again', { kind: 'reopen', ...none, confirmed: false }],
  ['reopen coop yes all', { kind: 'reopen', ...ofCoop, confirmed: true, audience: 'all' }],
  ['reopen all coop yes', { kind: 'reopen', ...ofCoop, confirmed: true, audience: 'all' }],
  ['remind', { kind: 'remind', ...none, confirmed: false }],
  ['remind coop yes', { kind: 'remind', ...ofCoop, confirmed: true }],
  ['remind 2026-12-10 yes', { kind: 'remind', ...none, confirmed: false }],
  ['planned', { kind: 'appointments' }],
  ['plan coop', { kind: 'appointments', charter: coop }],
  ['cancel', { kind: 'appointments' }],
  ['cancel coop', { kind: 'appointments', charter: coop }],
  ['cancel publish', { kind: 'cancel-appointment', appointment: 'publish' }],
  ['cancel the closing of coop', { kind: 'cancel-appointment', appointment: 'close', charter: coop }],
  ['cancel close coop', { kind: 'cancel-appointment', appointment: 'close', charter: coop }],
  ['cancel coop reminder', { kind: 'cancel-appointment', appointment: 'remind', charter: coop }],
  ['correct', { kind: 'correct' }],
  ['correct coop', { kind: 'correct', charter: coop }],
  ['correct coop\n# Title\n\nText', { kind: 'propose-correction', charter: coop, source: '# Title\n\nText' }],
  ['correct\n# Title', { kind: 'propose-correction', source: '# Title' }],
  ['process', { kind: 'process' }],
  ['process coop', { kind: 'process', charter: coop }],
  ['process coop page 2', { kind: 'process', charter: coop, page: 2 }],
  ['how this process works', { kind: 'process' }],
  ['privacy', { kind: 'privacy', ...none }],
  ['who can see what?', { kind: 'privacy', ...none }],
  ['rules', { kind: 'rules' }],
  ['rules coop', { kind: 'rules', charter: coop }],
  ['rules least 8', { kind: 'change-rules', rules: { least: 8 } }],
  ['rules coop least 8', { kind: 'change-rules', charter: coop, rules: { least: 8 } }],
  ['rules results interim', { kind: 'change-rules', rules: { results: 'interim' } }],
  ['rules results closing', { kind: 'change-rules', rules: { results: 'at-closing' } }],
  ['rules results at closing', { kind: 'change-rules', rules: { results: 'at-closing' } }],
  ['rules review before', { kind: 'change-rules', rules: { review: 'before' } }],
  ['rules review after', { kind: 'change-rules', rules: { review: 'after' } }],
  ['rules page public', { kind: 'change-rules', rules: { page: 'public' } }],
  ['rules coop page community', { kind: 'change-rules', charter: coop, rules: { page: 'community' } }],
  ['rules identities 20', { kind: 'change-rules', rules: { identityDays: 20 } }],
  ['rules size 120', { kind: 'change-rules', rules: { communitySize: 120 } }],
  ['rules groups none', { kind: 'change-rules', rules: { groups: [] } }],
  ['rules confidential off', { kind: 'change-rules', rules: 'confidentiality-off' }],
  ['rules coop confidentiality off', { kind: 'change-rules', charter: coop, rules: 'confidentiality-off' }],
  ['seal', { kind: 'seal', confirmed: false }],
  ['seal coop', { kind: 'seal', charter: coop, confirmed: false }],
  ['seal coop yes', { kind: 'seal', charter: coop, confirmed: true }],
  ['seal coop tomorrow yes', { kind: 'seal', charter: coop, confirmed: false }],
  ['seal 2 yes', { kind: 'seal', confirmed: false }],
  ['group', { kind: 'group', ...none }],
  ['group none', { kind: 'group', ...none, group: null }],
  ['decline', { kind: 'decline', ...none, confirmed: false }],
  ['decline coop yes', { kind: 'decline', ...ofCoop, confirmed: true }],
  ['not for me', { kind: 'decline', ...none, confirmed: false }],
  ['my data', { kind: 'my-data' }],
  ['my data page 2', { kind: 'my-data', page: 2 }],
  ['forget me', { kind: 'forget-me', confirmed: false }],
  ['forget me yes', { kind: 'forget-me', confirmed: true }],
  ['forget me maybe yes', { kind: 'forget-me', confirmed: false }],
  ['retry', { kind: 'retry' }],
  ['send again coop', { kind: 'retry', charter: coop }],
  ['settings', { kind: 'settings' }],
  ['what comes here?', { kind: 'settings' }],
  ['pause', { kind: 'pause' }],
  ['pause until', { kind: 'pause' }],
  ['pause 10 days', { kind: 'pause', until: { days: 10 } }],
  ['pause for 2 weeks', { kind: 'pause', until: { days: 14 } }],
  ['pause a week', { kind: 'pause', until: { days: 7 } }],
  ['pause 1 month', { kind: 'pause', until: { days: 30 } }],
  ['pause until tomorrow', { kind: 'pause', until: { days: 1 } }],
  ['pause 2026-12-24', { kind: 'pause', until: { date: '2026-12-24' } }],
  ['pause until 2026-12-24', { kind: 'pause', until: { date: '2026-12-24' } }],
  ['pause until 24.12.2026', { kind: 'pause', until: 'unreadable' }],
  ['pause until christmas', { kind: 'pause', until: 'unreadable' }],
  ['pause 2', { kind: 'pause', until: 'unreadable' }],
  ['pause 2 years', { kind: 'pause', until: 'unreadable' }],
  ['pause two weeks', { kind: 'pause', until: 'unreadable' }],
  ['pause 1 week 2 days', { kind: 'pause', until: 'unreadable' }],
  ['resume', { kind: 'resume' }],
  ['go on', { kind: 'resume' }],
  ['quiet', { kind: 'quiet' }],
  ['quiet hours', { kind: 'quiet' }],
  ['quiet 20:00-8:00', { kind: 'quiet', ...night }],
  ['quiet 20:00 – 08:00', { kind: 'quiet', ...night }],
  ['quiet 20 8', { kind: 'quiet', ...night }],
  ['quiet hours from 20 to 8', { kind: 'quiet', ...night }],
  ['quiet off', { kind: 'quiet', hours: 'off' }],
  ['quiet hours off', { kind: 'quiet', hours: 'off' }],
  ['quiet 20', { kind: 'quiet', hours: 'unreadable' }],
  ['quiet 8 8:00', { kind: 'quiet', hours: 'unreadable' }],
  ['quiet 8pm-8am', { kind: 'quiet', hours: 'unreadable' }],
  ['quiet 20-25', { kind: 'quiet', hours: 'unreadable' }],
  ['quiet 8-12 14-16', { kind: 'quiet', hours: 'unreadable' }],
  ['quiet at night', { kind: 'quiet', hours: 'unreadable' }],
  ['ayuda', { kind: 'help' }],
  ['valores coop', { kind: 'values', ...ofCoop }],
  ['consideraciones', { kind: 'considerations', ...none }],
  ['valorar 2 4', { kind: 'rate', ...none, value: second, answer: 4 }],
  ['valorar coop 2 no claro', { kind: 'rate', ...ofCoop, value: second, answer: 'unclear' }],
  ['valorar 2 no está claro', { kind: 'rate', ...none, value: second, answer: 'unclear' }],
  ['valorar 2 no lo tengo claro', { kind: 'rate', ...none, value: second, answer: 'unclear' }],
  ['valorar 2 sin opinión', { kind: 'rate', ...none, value: second, answer: 'no-opinion' }],
  ['valorar 2 sin opinion', { kind: 'rate', ...none, value: second, answer: 'no-opinion' }],
  ['valorar 2 retirar', { kind: 'rate', ...none, value: second, answer: null }],
  ['resultados 1', { kind: 'results', ...none, number: 1 }],
  ['estado', { kind: 'status' }],
  ['suscribir', { kind: 'subscribe' }],
  ['desuscribir', { kind: 'unsubscribe' }],
  ['nuevo borrador coop', { kind: 'new-draft', charter: coop }],
  ['vista previa', { kind: 'preview' }],
  ['publicar coop', { kind: 'publish', charter: coop }],
  ['envíos', { kind: 'deliveries' }],
  ['cerrar coop sí', { kind: 'close', ...ofCoop, confirmed: true }],
  ['publicar coop a todos', { kind: 'publish', charter: coop, audience: 'all' }],
  [
    'publicar coop el 2026-12-01 a las 9:00',
    { kind: 'publish', charter: coop, ...at('2026-12-01', '09:00') },
  ],
  ['publicar coop mañana', { kind: 'publish', charter: coop, at: 'unreadable' }],
  ['cerrar coop 2026-12-10', { kind: 'close', ...ofCoop, confirmed: false, ...at('2026-12-10', '17:00') }],
  ['retirar coop sí', { kind: 'withdraw', ...ofCoop, confirmed: true }],
  ['reabrir coop sí todas', { kind: 'reopen', ...ofCoop, confirmed: true, audience: 'all' }],
  ['recordar si', { kind: 'remind', ...none, confirmed: true }],
  ['planeado', { kind: 'appointments' }],
  ['cancelar el cierre de coop', { kind: 'cancel-appointment', appointment: 'close', charter: coop }],
  ['cancelar publicar', { kind: 'cancel-appointment', appointment: 'publish' }],
  ['anular recordatorio', { kind: 'cancel-appointment', appointment: 'remind' }],
  ['corregir coop', { kind: 'correct', charter: coop }],
  ['reintentar', { kind: 'retry' }],
  ['proceso coop', { kind: 'process', charter: coop }],
  ['¿cómo funciona?', { kind: 'process' }],
  ['privacidad', { kind: 'privacy', ...none }],
  ['reglas mínimo 8', { kind: 'change-rules', rules: { least: 8 } }],
  [
    'reglas coop resultados al cierre',
    { kind: 'change-rules', charter: coop, rules: { results: 'at-closing' } },
  ],
  ['reglas resultados parciales', { kind: 'change-rules', rules: { results: 'interim' } }],
  ['reglas revisión antes', { kind: 'change-rules', rules: { review: 'before' } }],
  ['reglas página pública', { kind: 'change-rules', rules: { page: 'public' } }],
  ['reglas identidades 20', { kind: 'change-rules', rules: { identityDays: 20 } }],
  ['reglas tamaño 120', { kind: 'change-rules', rules: { communitySize: 120 } }],
  ['reglas grupos ninguno', { kind: 'change-rules', rules: { groups: [] } }],
  ['reglas confidencialidad no', { kind: 'change-rules', rules: 'confidentiality-off' }],
  ['sellar coop sí', { kind: 'seal', charter: coop, confirmed: true }],
  ['grupo ninguno', { kind: 'group', ...none, group: null }],
  ['no participar coop sí', { kind: 'decline', ...ofCoop, confirmed: true }],
  ['mis datos', { kind: 'my-data' }],
  ['olvídame sí', { kind: 'forget-me', confirmed: true }],
  ['ajustes', { kind: 'settings' }],
  ['¿qué llega aquí?', { kind: 'settings' }],
  ['pausa 2 semanas', { kind: 'pause', until: { days: 14 } }],
  ['pausa una semana', { kind: 'pause', until: { days: 7 } }],
  ['pausa de 10 días', { kind: 'pause', until: { days: 10 } }],
  ['pausar hasta el 2026-12-24', { kind: 'pause', until: { date: '2026-12-24' } }],
  ['pausa hasta mañana', { kind: 'pause', until: { days: 1 } }],
  ['reanudar', { kind: 'resume' }],
  ['silencio de 20:00 a 8:00', { kind: 'quiet', ...night }],
  ['silencio de las 20 a las 8', { kind: 'quiet', ...night }],
  ['silencio no', { kind: 'quiet', hours: 'off' }],
  ['horas de silencio desactivar', { kind: 'quiet', hours: 'off' }],
];

const nearMisses: readonly (readonly [typed: string, nearest: string])[] = [
  ['hepl', 'help'],
  ['valeus', 'values'],
  ['raet 2 4', 'rate'],
  ['rat 2 4', 'rate'],
  ['reslts', 'results'],
  ['statuss', 'status'],
  ['subscrbe', 'subscribe'],
  ['unsubscibe', 'unsubscribe'],
  ['new draf', 'new draft'],
  ['publsh coop', 'publish'],
  ['considrations', 'considerations'],
  ['delivreies', 'deliveries'],
  ['resultdos', 'resultados'],
  ['setings', 'settings'],
  ['puase', 'pause'],
  ['resum', 'resume'],
  ['quite', 'quiet'],
  ['widthraw', 'withdraw'],
  ['reopn coop', 'reopen'],
  ['corect', 'correct'],
];

describe('words', () => {
  for (const [text, intent] of meanings) {
    it(`“${text.replaceAll('\n', '⏎')}” ask for what they say`, () => {
      assert.deepEqual(parseWords(text), intent);
    });
  }

  it('mean the same in capitals, with blanks of any kind around them, and with a mark at the end', () => {
    for (const [text, intent] of meanings) {
      if (text.includes('\n')) continue;
      const shapes = [
        text.toUpperCase(),
        `  ${text}\t`,
        text.replaceAll(' ', '   '),
        `\u00A0${text.replaceAll(' ', '\u00A0')}\u00A0`,
        `\u200B${text}\uFEFF`,
        `${text}.`,
        `${text}!`,
        `\n${text}\n`,
        text.normalize('NFD'),
      ];
      for (const shape of shapes) assert.deepEqual(parseWords(shape), intent, JSON.stringify(shape));
    }
  });

  it('keep the name of a group as it was typed', () => {
    for (const [text, intent] of [
      ['group Lab', { kind: 'group', ...none, group: 'Lab' }],
      ['group  Beds  by the Pond.', { kind: 'group', ...none, group: 'Beds by the Pond' }],
      ['group coop: Lab', { kind: 'group', ...ofCoop, group: 'Lab' }],
      ['group coop:', { kind: 'group', ...ofCoop }],
      ['grupo Niñez', { kind: 'group', ...none, group: 'Niñez' }],
      [
        'rules groups Lab, Office ,Guests',
        { kind: 'change-rules', rules: { groups: ['Lab', 'Office', 'Guests'] } },
      ],
    ] as const) {
      assert.deepEqual(parseWords(text), intent, text);
    }
  });

  it('for a rule that cannot be read are kept, to be shown', () => {
    for (const setting of [
      'least eight',
      'least',
      'results soon',
      'page 2 3',
      'confidential',
      'confidential on',
    ]) {
      assert.deepEqual(
        parseWords(`rules ${setting}`),
        { kind: 'change-rules', rules: { unreadable: setting } },
        setting,
      );
    }
    assert.deepEqual(parseWords('rules coop dance'), {
      kind: 'change-rules',
      charter: coop,
      rules: { unreadable: 'dance' },
    });
  });

  it('that miss a command by a letter or two name the nearest', () => {
    for (const [typed, nearest] of nearMisses) {
      assert.deepEqual(parseWords(typed), { kind: 'unknown', text: typed, nearest });
    }
  });

  it('that come near nothing are named as they were typed, shortened', () => {
    for (const text of ['x', 'what a lovely day', '2', '4 2', '❤', 'do', 'select * from ratings', '-']) {
      assert.deepEqual(parseWords(text), { kind: 'unknown', text });
    }
    const long = parseWords('❤'.repeat(500));
    assert.deepEqual(long, { kind: 'unknown', text: '❤'.repeat(60) });
  });

  it('of each language stand for one command alone', () => {
    const owners = new Map<string, string>();
    for (const language of languages) {
      for (const [command, text] of Object.entries(wordsFor(language).all.commands)) {
        for (const spelling of text.split(',').map((each) => each.trim())) {
          assert.ok((owners.get(spelling) ?? command) === command, `${spelling} means two things`);
          owners.set(spelling, command);
        }
      }
    }
  });

  it('that a charter is named like still work', () => {
    assert.deepEqual(parseWords('values values'), { kind: 'values', about: { charter: 'values' } });
    assert.deepEqual(parseWords('rate help 2 4'), {
      kind: 'rate',
      about: { charter: 'help' },
      value: second,
      answer: 4,
    });
  });

  it('of any kind mean something or are unknown, and bring nothing down', () => {
    const vocabulary = fc.constantFrom(
      'rate',
      'new',
      'draft',
      'close',
      '2',
      '4',
      'no',
      'opinion',
      'coop',
      '-1',
      '',
      'publish',
      'pause',
      'quiet',
      'cancel',
      '2026-12-01',
      '9:00',
      'all',
      'yes',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(vocabulary, { maxLength: 8 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const intent = parseWords(text);
        if (intent.kind === 'rate')
          assert.ok(Number.isInteger((intent.value as { position: number }).position));
        if (intent.kind === 'unknown') assert.ok([...intent.text].length <= 60);
      }),
      { numRuns: 2_000 },
    );
  });
});
