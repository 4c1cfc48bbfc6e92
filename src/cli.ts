#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { refuseOthers } from './command-line/call.js';
import { CommandError, type Bot } from './command-line/client.js';
import { commands } from './command-line/commands.js';
import { parseCharterName } from './domain/charter.js';
import { devTokenFile } from './dev-token.js';

const usage = `Usage: npx touchstone COMMAND [--charter NAME]

  publish FILE      publish a Markdown post: a draft, or (without values) the announcement of the process
    --at TIME         not now: "2026-12-01 09:00", in the time zone of the charter
    --tell everybody  also those for whom there is nothing new to answer
  import FILE       read a post and report what would be taken for what; nothing is sent
  correct FILE      put slips right in what is published; FILE is the whole post, as it is to read
  status            the charters and their drafts
  results [N]       the results of a closed draft
  deliveries [ID]   whom the announcements reached, or one of them
    --csv             place by place, of the newest or of the one whose ID is given
  retry [ID]        send again what failed, of the newest announcement or of the one whose ID is given
  close [N]         end the rating of a draft; its results appear for everybody
    --at TIME         not now
  reopen [N]        open a closed draft again
    --tell everybody  also those who have finished
  withdraw [N]      take an open draft back; the cards already posted say so
  planned           what will be published, reminded of and closed by itself, and when
    --cancel KIND     take it back: publish, remind or close
  process           the rules of a charter's process, and what happened to it
    --set RULE=VALUE  change one before: least=8, results=interim, review=before, page=public,
                      identityDays=20, communitySize=120, groups=lab,office
  outcome           what a charter adopted, and how that was decided
  seal --yes        end the process: nothing links answers to members any more
  export [FOLDER]   what members may read of a charter, as CSV, JSON and Markdown
  blog [PART]       Markdown for our own pages: banner, changes, adopted, page, post; without PART, which there are
    --language es     in another language
  backup FILE       everything in DATABASE_URL, keys and identities too: for operators, who keep it safe
  restore FILE      such a file into a new database in DATABASE_URL
  verify FILE       check a ledger (ledger.jsonl of an export) by nothing but the file, and the export it lies in
    --head HASH       and that it ends as a card, a page or your own notes say
  rehearse [FILE]   a whole process with made-up members, in a scratch database; prints what each side would see.
                    FILE is the first draft (default: the example)
    --seed N          the same number tells the same story (default 1)
    --members N       how many made-up members (default 40)
  doctor            check the running bot and this command's way to it

TOUCHSTONE_URL    the running bot (default http://localhost:3978)
TOUCHSTONE_TOKEN  an API token; beside npm run dev none is needed
DATABASE_URL      the database, for backup and restore alone
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      charter: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      at: { type: 'string' },
      tell: { type: 'string' },
      csv: { type: 'boolean' },
      cancel: { type: 'string' },
      set: { type: 'string' },
      yes: { type: 'boolean' },
      language: { type: 'string' },
      head: { type: 'string' },
      seed: { type: 'string' },
      members: { type: 'string' },
    },
  });
  const { help, charter: named, ...options } = values;
  const [name = '', operand, ...more] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (help === true) return void process.stdout.write(usage);
  if (command === undefined)
    throw new CommandError(`${name === '' ? '' : `There is no command "${name}".\n\n`}${usage}`);
  refuseOthers(name, command, options);
  if (more.length > 0)
    throw new CommandError(`"${name}" takes one thing at a time, not also "${more.join(' ')}".`);
  const charter = named === undefined ? undefined : charterNamed(named);
  const said = await command.run({
    ...{ bot: runningBot(), databaseUrl: process.env.DATABASE_URL },
    ...{ charter, operand, options },
  });
  process.stdout.write(said.endsWith('\n') ? said : `${said}\n`);
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
