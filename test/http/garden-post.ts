/** Five values of a made-up community garden, in the order in which they stand in its post. */
export const gardenTitles = [
  'Share the harvest',
  'Leave the soil better',
  'Teach by digging',
  'Keep the gate open',
  'Rest in winter',
] as const;

const texts: Readonly<Record<string, string>> = {
  'Share the harvest': 'What grows here is divided by need. Nobody keeps count of the beans.',
  'Leave the soil better': 'We give back more than we take, one barrow of compost at a time.',
  'Teach by digging': 'Newcomers get a spade first and a lecture later.',
  'Keep the gate open': 'Whoever passes by may come in and look around.',
  'Rest in winter': 'From November to February the garden rests, and so do we.',
};

/** A post that is read as it is meant: a mission line, considerations where there are any, and one value a heading. */
export function gardenPost({
  title = 'Values of the garden',
  values = gardenTitles,
  considerations = [],
  charter,
}: {
  readonly title?: string;
  /** Titles. */
  readonly values?: readonly string[];
  /** Short names. */
  readonly considerations?: readonly string[];
  readonly charter?: string;
} = {}): string {
  return [
    ...(charter === undefined ? [] : [`---\ncharter: ${charter}\n---`]),
    `# ${title}`,
    'Our purpose is short: **growing food and company on the old railway yard.**',
    ...(considerations.length === 0
      ? []
      : [
          '## How we go about it',
          'While we write, we keep a few considerations in mind:',
          considerations.map((name) => `- **${name}**: this is what it means to us.`).join('\n'),
        ]),
    ...(values.length === 0 ? [] : ['## In the garden we:']),
    ...values.flatMap((value) => [`### ${value}`, texts[value] ?? `About: ${value}.`]),
  ].join('\n\n');
}
