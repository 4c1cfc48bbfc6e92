import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface PlaygroundSettings {
  /** Where the bot listens. */
  readonly botPort: number;
  /** Taken if it is free. */
  readonly port: number;
  /** What it has to say; it starts the file anew. */
  readonly logFile: string;
}

export interface Playground {
  readonly port: number;
  /** Resolves, once, when its process is gone. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const require = createRequire(import.meta.url);
const people = fileURLToPath(new URL('../../../src/example/playground.yml', import.meta.url));
const guest = new URL('playground-guest.js', import.meta.url).href;

/** Microsoft's chat client for bots, in a process of its own that cannot outlive this one. Resolves when it listens. */
export async function startPlayground(settings: PlaygroundSettings): Promise<Playground> {
  const child = launch(settings);
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const port = await Promise.race([portOf(child), ended]);
  if (port === undefined) throw new Error(`the Playground did not start; ${settings.logFile} may say why`);
  return {
    port,
    ended,
    stop: () => {
      child.kill();
      return ended;
    },
  };
}

function launch({ botPort, port, logFile }: PlaygroundSettings): ChildProcess {
  const manifest = require.resolve('@microsoft/m365agentsplayground/package.json');
  const { bin } = require(manifest) as { bin: { agentsplayground: string } };
  const script = require.resolve(`@microsoft/m365agentsplayground/${bin.agentsplayground}`);
  const endpoint = `http://127.0.0.1:${botPort}/api/messages`;
  return spawn(
    process.execPath,
    ['--import', guest, script, '-e', endpoint, '-c', 'msteams', '-p', String(port), '--dt', 'true'],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: {
        TEAMSAPPTESTER_BROWSER: 'none',
        ...process.env,
        NODE_NO_WARNINGS: '1',
        // Even with its telemetry switched off, the library below it would look for a cloud to report to.
        APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
        M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: people,
      },
    },
  );
}

/** It chooses another port where the one asked for is taken, and says so in this line and nowhere else. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const port = /^Listening on (\d+)$/m.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
}
