/** A page of values as some community might write it, and what is to be found in it. */
export interface Shape {
  readonly name: string;
  readonly source: string;
  readonly title: string;
  readonly values: readonly string[];
  readonly background?: readonly string[];
  readonly considerations?: readonly string[];
  readonly leadIn?: string;
  readonly mission?: string;
}

export const shapes: readonly Shape[] = [
  {
    name: 'bold lines with bullets below a lead-in',
    title: 'River choir values',
    leadIn: 'Here at the river choir we:',
    values: ['Listen first', 'Start on time'],
    background: ['Share your thoughts!'],
    source: `---
title: River choir values
---

We sing on Thursdays.

## Here at the river choir we:

**Listen first**

* to each other
* to the room

**Start on time**
* with tea
* and a joke

**Share your thoughts!**

Write to us.
`,
  },
  {
    name: 'level-2 headings below a title',
    title: 'Garden club values',
    values: ['Patience', 'Shade for all'],
    background: ['Feedback'],
    source: `# Garden club values

Why we dig.

## Patience

Things grow.

## Shade for all

Trees first.

#### In practice

- plant
- wait

## Feedback

Tell us.
`,
  },
  {
    name: 'level-2 headings below the title of the front matter',
    title: 'Garden club values',
    values: ['Patience', 'Shade for all'],
    background: ['Contact us'],
    source:
      '---\ntitle: Garden club values\n---\n## Patience\nThings grow.\n## Shade for all\nTrees.\n## Contact us\nme\n',
  },
  {
    name: 'level-3 headings below "Our values", between mission and history',
    title: 'The valley',
    leadIn: 'Our values',
    mission: 'To make the valley green.',
    values: ['Together', 'With fire'],
    background: ['Our mission', 'History'],
    source: `# The valley

## Our mission

**To make the valley green.**

## Our values

### Together

Hand in hand.

### With fire

Burn.

## History

### 1990

Founded.
`,
  },
  {
    name: 'a numbered list whose items begin in bold',
    title: 'What we stand for',
    leadIn: 'We believe in:',
    values: ['Openness', 'Kindness', 'Courage'],
    background: ['We welcome any comments on these values'],
    source: `# What we stand for

We believe in:

1. **Openness** – we show our work.
   Even the ugly parts.

   - a nested point
2. **Kindness.** We are kind.
3. **Courage**: we speak up.

We welcome any comments on these values.
`,
  },
  {
    name: 'bullets that begin in bold under a heading',
    title: 'The forge',
    leadIn: 'Our core values',
    values: ['Heat', 'Patience'],
    background: ['Who we are'],
    source:
      '# The forge\n\n## Who we are\n\nSmiths.\n\n## Our core values\n\n- **Heat** - no iron bends cold\n- **Patience** - nor at once\n',
  },
  {
    name: 'underlined headings',
    title: 'Our shared values',
    values: ['Openness', 'Care'],
    background: ['Next steps'],
    source:
      'Our shared values\n=====\n\nOpenness\n----\n\nWe show.\n\nCare\n----\n\nWe care.\n\nNext steps\n----\n\nVote.\n',
  },
  {
    name: 'a lead-in that is a paragraph, and questions and answers at the end',
    title: 'The lab',
    leadIn: 'We believe in:',
    values: ['Doubt', 'Rigour'],
    background: ['FAQ'],
    source:
      '# The lab\n\nWe believe in:\n\n## Doubt\nAsk.\n\n## Rigour\nMeasure.\n\n## FAQ\n\n### Who wrote this?\nUs.\n\n### May I?\nYes.\n',
  },
  {
    name: 'considerations under a heading of their own',
    title: 'Our values',
    values: ['Honesty', 'Thrift'],
    considerations: ['Plain words', 'Everyone is meant', 'We promise only what we can keep'],
    source: `# Our values

## Principles for writing

When writing we look at these:

- **Plain words**: no jargon
- Everyone is meant: not only staff
- We promise only what we can keep, and we say so when we cannot, however late it is

## Honesty

We say so.

## Thrift

We save.
`,
  },
  {
    name: 'a Spanish page',
    title: 'Valores de la cooperativa',
    leadIn: 'En la cooperativa creemos en:',
    mission: 'hacer pan para todo el barrio.',
    values: ['Abrir la puerta', 'Compartir el pan'],
    considerations: ['El bien común no es caridad', 'Todas contamos'],
    background: ['¿Por qué escribimos valores?', 'Próximos pasos'],
    source: `---
title: Valores de la cooperativa
---
Nuestra misión: **hacer pan para todo el barrio.**

## Consideraciones

* El bien común no es caridad.
* Todas contamos.

## En la cooperativa creemos en:

### Abrir la puerta

Siempre.

### Compartir el pan

También los lunes.

## ¿Por qué escribimos valores?

Porque sí.

## Próximos pasos

Votar.
`,
  },
  {
    name: 'a German page',
    title: 'Unsere Werte',
    values: ['Offenheit', 'Fürsorge'],
    background: ['Nächste Schritte', 'Fragen und Antworten'],
    source:
      '# Unsere Werte\n\n## Offenheit\nWir zeigen.\n## Fürsorge\nWir sorgen.\n## Nächste Schritte\nWeiter.\n## Fragen und Antworten\nKeine.\n',
  },
  {
    name: 'a French page',
    title: 'Nos valeurs',
    values: ['Écouter', 'Partager'],
    background: ['Prochaines étapes'],
    source: '# Nos valeurs\n\n## Écouter\noui\n\n## Partager\noui\n\n## Prochaines étapes\nvoter\n',
  },
  {
    name: 'Windows line ends behind a byte order mark',
    title: 'Harbour: values',
    leadIn: 'Our values',
    values: ['One', 'Two'],
    source:
      '\uFEFF---\r\ntitle: "Harbour: values"\r\n---\r\n\r\n## Our values\r\n\r\n### One\r\n\r\ntext\r\nmore\r\n\r\n### Two\r\n\r\ntext\r\n',
  },
  {
    name: 'emoji and a table of contents',
    title: '🌱 Our community',
    leadIn: '🌍 Our values',
    values: ['🤝 Together', '🔥 With fire'],
    background: ['Table of contents'],
    source: `# 🌱 Our community

## Table of contents
- [Our values](#our-values)
  - [Together](#together)

## 🌍 Our values

### 🤝 Together

Hand in hand.

### 🔥 With fire

Burn.
`,
  },
  {
    name: 'a lead-in at the level of the values',
    title: 'Statement',
    leadIn: 'At the mill we:',
    values: ['Grind slowly', 'Share bread'],
    background: ['Get in touch'],
    source:
      '---\ntitle: Statement\n---\n## At the mill we:\n\n## Grind slowly\nFlour.\n\n## Share bread\nDaily.\n\n## Get in touch\nHere.\n',
  },
  {
    name: 'every heading at level 1',
    title: 'Our values',
    values: ['Openness', 'Kindness'],
    background: ['Contact'],
    source:
      '# Our values\n\nIntro.\n\n# Openness\n\nWe show.\n\n# Kindness\n\nWe care.\n\n# Contact\n\nHere.\n',
  },
  {
    name: 'bold lines with the text in the same paragraph, and no title',
    title: 'We are a club',
    values: ['Openness', 'Kindness'],
    background: ['Last updated in May'],
    source:
      'We are a club.\n\n**Openness**\nWe show our work.\n\n**Kindness**\\\nWe care.\n\n---\n\n*Last updated in May.*\n',
  },
  {
    name: 'values deep in a page about something else',
    title: 'About the hill school',
    leadIn: 'Our values',
    values: ['Play', 'Rest'],
    background: ['Who we are', 'Contact'],
    source:
      '# About the hill school\n\n## Who we are\n\nTeachers.\n\n### Our values\n\n#### Play\n\nDaily.\n\n#### Rest\n\nAlso.\n\n## Contact\n\nHere.\n',
  },
  {
    name: 'an announcement that numbers its considerations',
    title: 'Values are coming',
    mission: 'We exist to keep the river clean.',
    values: [],
    considerations: ['Common good', 'Everyone'],
    background: ['Why now?', 'Timeline'],
    source: `---
title: Values are coming
---
**We exist to keep the river clean.**

We want to write down our values.

### Why now?

Because.

### Things to keep in mind

1. Common good: not charity
2. Everyone.

### Timeline

May.
`,
  },
  {
    name: 'an announcement whose dates begin in bold',
    title: 'Coming soon: values for the mill',
    values: [],
    background: ['How we go about it'],
    source:
      '# Coming soon: values for the mill\n\nWhat to expect:\n\n- **May**: a draft\n- **June**: another\n\n## How we go about it\n\nSlowly.\n',
  },
  {
    name: 'a bold statement of the mission above bold lines',
    title: 'Our values',
    mission: 'Our mission is to make every street safe to play in.',
    values: ['Slow down', 'Look up'],
    source:
      '# Our values\n\n**Our mission is to make every street safe to play in.**\n\n**Slow down**\n\nCars wait.\n\n**Look up**\n\nPhones wait.\n',
  },
  {
    name: 'notes behind the last value',
    title: 'Values',
    leadIn: 'We value:',
    values: ['Aim', 'Breath'],
    background: ['Based on feedback we changed the first', 'As of 1 May these values were adopted'],
    source: `---
title: Values
---
## We value:

### Aim

One thing.

***

Then another.

### Breath

In and out.

---

> Based on feedback we changed the first.

As of 1 May these values were adopted.
`,
  },
  {
    name: 'values that speak of feedback, history and principles themselves',
    title: 'Our values',
    leadIn: 'Our values',
    values: ['Welcome feedback', 'Learn from history', 'Principles over profit', 'Purpose'],
    background: ['Feedback'],
    source: `# Our values

## Our values

### Welcome feedback

It is a gift.

### Learn from history

It rhymes.

### Principles over profit

Always.

### Purpose

First.

### Feedback

Write to us.
`,
  },
];
