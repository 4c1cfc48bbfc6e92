import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';

/** What is shown, what is hidden and why, with how often it was. */
export async function showPolicy(
  { charters, comments }: Ports,
  _speaker: Speaker,
  _intent: Extract<Intent, { kind: 'policy' }>,
): Promise<View> {
  const all = await charters.all();
  const hidden = all.map(async ({ name }) => ({ charter: name, counts: await comments.hidden(name) }));
  return { kind: 'policy', hidden: await Promise.all(hidden) };
}
