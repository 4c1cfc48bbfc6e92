import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const dev = fileURLToPath(new URL('../../src/dev.js', import.meta.url));

/** `npm run dev`, built already, in a process of its own. */
export interface DevProcess {
  readonly pid: number | undefined;
  /** All it wrote so far. */
  output(): string;
  /** Resolves with what matched as soon as it wrote such a thing; rejects when it ends without. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  signal(signal: NodeJS.Signals): void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export interface RunningDev extends DevProcess {
  /** Of the bot. */
  readonly origin: string;
  /** Where the browser finds the chat. */
  readonly chat: string;
}

/** Keeps its data below `folder`; on free ports unless the environment names some. */
export function startDev(folder: string, environment: Readonly<Record<string, string>> = {}): DevProcess {
  return launch([process.execPath, dev], folder, environment);
}

/** One that is known before it starts, so that links on cards lead to it. */
export async function startedDevOnKnownPort(folder: string): Promise<RunningDev> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return startedDev(folder, { PORT: String(port) });
}

/** As npm does it: signals reach the shell in between. */
export function startDevInShell(folder: string): DevProcess {
  return launch(['sh', '-c', '"$0" "$1"; exit $?', process.execPath, dev], folder, {});
}

function launch(
  [command = '', ...parameters]: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>,
): DevProcess {
  const env = { PATH: process.env['PATH'], PORT: '0', PLAYGROUND_PORT: '0', ...environment };
  return follow(spawn(command, parameters, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }));
}

export function startedDev(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningDev> {
  return told(startDev(folder, environment));
}

/** Resolves when it has told where to look. */
export async function told(started: DevProcess): Promise<RunningDev> {
  await started.says(/Ctrl\+C/);
  const [, origin = ''] = await started.says(/runs on (http:\/\/\S+?),/);
  const [, chat = ''] = await started.says(/Open\s+(http:\/\/\S+)/);
  return { ...started, origin, chat };
}

function follow(child: ChildProcess): DevProcess {
  let output = '';
  const written = new EventEmitter();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      written.emit('text');
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => (signal ?? code) as number | NodeJS.Signals);
  const over = ended.then((how): never => {
    throw new Error(`npm run dev ended with ${String(how)}:\n${output}`);
  });
  over.catch(() => undefined);
  return {
    pid: child.pid,
    output: () => output,
    async says(pattern) {
      for (;;) {
        const match = pattern.exec(output);
        if (match !== null) return match;
        await Promise.race([once(written, 'text'), over]);
      }
    },
    signal: (signal) => void child.kill(signal),
    ended,
  };
}
