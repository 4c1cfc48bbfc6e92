import assert from 'node:assert/strict';

import { namesPerson } from '../../src/domain/names-person.js';

const naming = [
  'Write to maria.lopez@example.org, she knows.',
  'Escriban a soporte@jardin.example para eso.',
  'Call +43 660 123 45 67 before you decide.',
  'My number is (555) 010-9933.',
  'Llamen al 91 555 01 23 por la tarde.',
  'Dr. Miller said that this cannot work.',
  'I heard it from Prof. van Houten.',
  'La señora Pérez no estaría de acuerdo.',
  'El Sr. de la Fuente nunca comparte nada.',
  'Ask @mariela, this was her idea.',
  'As Miller said, nobody has time for that.',
  'Okonkwo said so last week.',
  'Thanks to Priya we already do.',
  'Según Marta no hace falta.',
  'This is how Greta Lindqvist runs her meetings.',
  'We should be as patient as Maria Torres.',
  'Jorge Luis never shares what he harvests.',
  'Es lo que hace siempre Ximena de la Cruz.',
  'The text was written by John O’Neill alone.',
  'Anne-Marie always speaks first in meetings.',
];

const ordinary = [
  'Promote open science, early and often.',
  'We should say Open Science here, as UNESCO does.',
  'It reads like a Code of Conduct, and that is something else.',
  'People in Latin America and the United States read this otherwise.',
  'The value “Share Credit” says more than it needs to.',
  'The Universal Declaration of Human Rights has a better word for this.',
  'Creative Commons licences are an example. So is Wikipedia.',
  'Everybody said so in the meeting on Monday. They told us twice.',
  'Nobody asked me. We never asked ourselves.',
  'Does it mean that I may not publish before March 2027?',
  'Between 2019-2024 we grew from 1,200 to 1 250 000 visits.',
  'We wrote it anew in 2021 2022 2023.',
  'The budget was 10.000.000 in 2023, on 2023-11-24.',
  'See https://example.org/~maria/2024/5550109933 for more.',
  'Hello @everyone, this is about value 2 and value 3.',
  'I would add: “Keep the gate open, also on Sundays.”',
  'We Value Each Voice And Every Small Contribution.',
  'Keep it short. Say Keep Gates Open, not more. We keep gates.',
  'Compartir no es Caridad: es lo que nos sostiene.',
  'Falta hablar de las Naciones Unidas y de los Derechos Humanos.',
  'Nadie dijo que fuera fácil. Todos piensan que falta tiempo.',
  'En la Universidad Nacional se dice de otra manera.',
  'La cosecha de 2024 fue de 3.500.000 kilos, 50 % más que en 2023.',
  'I would rather say “resonates”. Science says little about it.',
  'Teams, GitHub and Microsoft Teams are tools, not values.',
  'As a New Zealand charity we cannot promise that.',
  'If we mean Black Lives Matter, let us say it.',
];

describe('A comment that seems to name a person', () => {
  for (const text of naming) it(`is asked about: ${text}`, () => assert.equal(namesPerson(text), true));
});

describe('A comment that names nobody', () => {
  for (const text of ordinary) it(`is not: ${text}`, () => assert.equal(namesPerson(text), false));

  it('is not asked about for the words of what it is about', () => {
    const text = 'I like how Mutual Flourishing stands beside the rest.';

    assert.equal(namesPerson(text), true);
    assert.equal(namesPerson(text, 'Mutual flourishing'), false);
  });

  it('is read quickly however long and odd it is', () => {
    const odd = `${'A'.repeat(1000)} ${'1 '.repeat(1000)}${'@'.repeat(500)}${'Aa '.repeat(2000)}`;

    const begin = performance.now();
    namesPerson(odd);

    assert.ok(performance.now() - begin < 500);
  });
});
