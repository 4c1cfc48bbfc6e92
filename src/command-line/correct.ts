import type { Call } from './call.js';
import { allCharters, neededCharter } from './charter-meant.js';

import { ask, describeChange, type Bot } from './client.js';
import { newest } from './deliveries.js';
import { markdown, postIn } from './post-file.js';

interface Corrected {
  readonly changes: readonly { readonly before: string; readonly after: string }[];
}

/** Puts slips right in what is published: the file is the whole post, as it is to read. */
export async function correct(call: Call): Promise<string> {
  const { source, post } = await postIn(call.operand);
  const name = call.charter ?? post.charter ?? (await neededCharter(call));
  const asking = { method: 'POST', body: source, headers: markdown };
  const { changes } = await ask<Corrected>(
    call.bot,
    `${await published(call.bot, name)}/corrections`,
    asking,
  );
  if (changes.length === 0) return `It reads like this already for ${name}: nothing was corrected.`;
  return [
    `Corrected for ${name}; the cards already posted are being edited.`,
    ...changes.map(describeChange),
  ].join('\n');
}

/** Where the newest draft is, or (before there is one) the newest announcement. */
async function published(bot: Bot, name: string): Promise<string> {
  const draft = (await allCharters(bot)).find(({ charter }) => charter === name)?.draft;
  if (draft != null) return `/api/charters/${name}/drafts/${draft}`;
  return `/api/announcements/${await newest(bot, name)}`;
}
