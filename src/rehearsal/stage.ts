import type { Intent } from '../app/intent.js';
import { respond } from '../app/respond.js';
import type { Speaker } from '../app/speaker.js';
import { renderCard } from '../cards/render.js';
import { cardText } from './card-text.js';
import type { MadeUpMember } from './made-up-members.js';
import type { Scratch, Told } from './scratch.js';
import type { Transcript } from './transcript.js';

/** Where the rehearsal is played: what somebody does goes to the program, and what they see to the transcript. */
export interface Stage {
  readonly scratch: Scratch;
  readonly transcript: Transcript;
  readonly random: () => number;
  readonly members: readonly MadeUpMember[];
  readonly facilitator: Speaker;
  /** Confirms what cannot be undone. */
  readonly second: Speaker;
}

/** Asks for something and writes down what is seen. */
export async function play(stage: Stage, speaker: Speaker, what: string, intent: Intent): Promise<void> {
  const who = speaker.name ?? 'Somebody';
  stage.transcript.does(who, what);
  for (const text of await ask(stage, speaker, intent)) stage.transcript.sees(who, text);
}

/** The same without writing anything down; answers the cards in plain words. */
export async function ask(stage: Stage, speaker: Speaker, intent: Intent): Promise<readonly string[]> {
  const views = await respond(stage.scratch.ports, speaker, intent);
  return views.map((view) => {
    const { card } = renderCard(view, { locale: 'en', shared: speaker.overheard });
    return cardText(card);
  });
}

/** What places were told: each text once, with how many saw it. */
export function writeTold({ transcript }: Stage, told: readonly Told[]): void {
  const kinds = new Map<string, { readonly told: Told; count: number }>();
  for (const each of told) {
    const key = JSON.stringify([each.scope === 'personal', each.edited, each.text]);
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { told: each, count: 1 });
    else known.count += 1;
  }
  for (const { told: each, count } of kinds.values()) {
    const places = each.scope === 'personal' ? 'personal chats' : 'channels and group chats';
    const who = `${String(count)} ${places}`;
    transcript.sees(each.edited ? `On the card they have, ${who}` : who, each.text, count);
  }
}
