import { CommandError, type Bot } from './client.js';

/** What was typed after the command's name, but for what names the charter. */
export interface Options {
  /** A time to do it. */
  readonly at?: string;
  /** Who is told. */
  readonly tell?: string;
  readonly csv?: boolean;
  /** What of the plan is taken back. */
  readonly cancel?: string;
  /** A rule and its value. */
  readonly set?: string;
  /** What cannot be undone is meant. */
  readonly yes?: boolean;
  /** The hash of a ledger that somebody kept. */
  readonly head?: string;
  /** Of what is written for a blog. */
  readonly language?: string;
  /** Of a rehearsal. */
  readonly seed?: string;
  readonly members?: string;
}

export interface Call {
  readonly bot: Bot;
  /** Of the commands that work without a bot. */
  readonly databaseUrl: string | undefined;
  /** From `--charter`. */
  readonly charter: string | undefined;
  readonly operand: string | undefined;
  readonly options: Options;
}

/** A command answers what it prints. */
export interface Command {
  readonly takes?: readonly (keyof Options)[];
  run(call: Call): Promise<string>;
}

/** For a path: what was given of it. */
export function queryOf(asked: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, value);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** An option that a command does not take would be passed over in silence. */
export function refuseOthers(name: string, { takes = [] }: Command, options: Options): void {
  for (const option of Object.keys(options)) {
    if (!takes.includes(option as keyof Options))
      throw new CommandError(`"${name}" does not take --${option}.`);
  }
}
