import { queryOf, type Call } from './call.js';
import { neededCharter } from './charter-meant.js';
import { ask, askText, CommandError } from './client.js';

/** One part of what a community puts on its own pages, as Markdown; without one, which there are. */
export async function blog(call: Call): Promise<string> {
  const { bot, operand, options } = call;
  const charter = await neededCharter(call);
  const path = `/api/charters/${charter}/blog`;
  if (operand !== undefined && known.includes(operand))
    return askText(bot, `${path}/${operand}${queryOf({ language: options.language })}`);
  if (operand !== undefined)
    throw new CommandError(`Which part? "${operand}" is none of ${known.join(', ')}.`);
  const { parts } = await ask<{ parts: readonly string[] }>(bot, path);
  if (parts.length === 0) return `Nothing of ${charter} can go to a blog yet: no draft is published.`;
  return parts.map((part) => `npx touchstone blog ${part} --charter ${charter}`).join('\n');
}

const known: readonly string[] = ['banner', 'changes', 'adopted', 'page', 'post'];
