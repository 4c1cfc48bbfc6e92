#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CommandError, type Bot } from './command-line/client.js';
import { commands } from './command-line/commands.js';
import { parseCharterName } from './domain/charter.js';
import { devTokenFile } from './dev-token.js';

const usage = `Usage: npx touchstone COMMAND [--charter NAME]

  publish FILE    publish a Markdown post: a draft, or (without values) the announcement of the process
  import FILE     read a post and report what would be taken for what; nothing is sent
  status          the charters and their drafts
  results [N]     the results of a closed draft
  deliveries      whom the announcements reached
  close [N]       end the rating of a draft; its results appear for everybody
  doctor          check the running bot and this command's way to it

TOUCHSTONE_URL    the running bot (default http://localhost:3978)
TOUCHSTONE_TOKEN  an API token; beside npm run dev none is needed
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { charter: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  const [name = '', operand] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (values.help === true) return void process.stdout.write(usage);
  if (command === undefined)
    throw new CommandError(`${name === '' ? '' : `There is no command "${name}".\n\n`}${usage}`);
  const charter = values.charter === undefined ? undefined : charterNamed(values.charter);
  process.stdout.write(`${await command({ bot: runningBot(), charter, operand })}\n`);
}

function charterNamed(text: string): string {
  const name = parseCharterName(text);
  if (name === undefined) throw new CommandError(`"${text}" cannot be the short name of a charter.`);
  return name;
}

function runningBot(): Bot {
  const url = (process.env.TOUCHSTONE_URL ?? 'http://localhost:3978').replace(/\/+$/, '');
  const left = existsSync(devTokenFile) ? readFileSync(devTokenFile, 'utf8').trim() : '';
  return { url, token: process.env.TOUCHSTONE_TOKEN ?? left };
}

main().catch((error: unknown) => {
  if (!(error instanceof Error)) throw error;
  const { code } = error as { code?: unknown };
  const mendable =
    error instanceof CommandError || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'));
  process.stderr.write(`${mendable ? error.message : (error.stack ?? error.message)}\n`);
  process.exitCode = 1;
});
