import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Call } from './call.js';
import { neededCharter } from './charter-meant.js';
import { ask, askText, CommandError } from './client.js';
import { count } from './say.js';

/** Names a bot may give to files here: nothing leads out of the folder. */
const safeName = /^(?:[A-Za-z0-9][\w.-]*\/)?[A-Za-z0-9][\w.-]*$/;

/** Writes everything that members may read of a charter into a folder. */
export async function exportAll(call: Call): Promise<string> {
  const { bot, operand } = call;
  const charter = await neededCharter(call);
  const folder = operand ?? `${charter}-export`;
  const path = `/api/charters/${charter}/export`;
  const { files } = await ask<{ files: readonly { name: string }[] }>(bot, path);
  for (const { name } of files) {
    if (!safeName.test(name)) throw new CommandError(`The bot names a file "${name}", which is not written.`);
    const text = await askText(bot, `${path}/${name}`);
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return `${count(files.length, 'file')} in ${folder}; README.md says what they are.`;
}
