/** Values of a made-up garden. */
const texts = new Map([
  ['Share the harvest', 'What grows here is divided by need.'],
  ['Leave the soil better', 'We give back more than we take.'],
  ['Keep the gate open', 'Whoever passes by may come in.'],
]);

/** A post with these values, or one that announces the process; `front` is its front matter, `after` its end. */
export function aPost({
  front = '',
  values = [...texts.keys()],
  reworded = new Map<string, string>(),
  before = '',
}: {
  readonly front?: string;
  /** Titles, with an id behind where one is given. */
  readonly values?: readonly string[];
  /** Other texts than the usual ones, by title. */
  readonly reworded?: ReadonlyMap<string, string>;
  /** What stands before the values. */
  readonly before?: string;
} = {}): string {
  const textOf = (title: string): string =>
    reworded.get(title) ?? texts.get(title.replace(/ *\{#.*$/, '')) ?? `About: ${title}.`;
  return [
    ...(front === '' ? [] : [`---\n${front}\n---`]),
    '# Values of the garden',
    'Our purpose is short: **growing food and company.**',
    ...(before === '' ? [] : [before]),
    ...(values.length === 0 ? [] : ['## In the garden we:']),
    ...values.flatMap((title) => [`### ${title}`, textOf(title)]),
  ].join('\n\n');
}
