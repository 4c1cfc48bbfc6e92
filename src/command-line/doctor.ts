import type { Call } from './call.js';
import { CommandError } from './client.js';

/** Whether the bot is well, and the way to it. */
export async function doctor({ bot }: Call): Promise<string> {
  const statusOf = async (path: string, init: { method?: string; body?: string; headers?: object } = {}) => {
    const { headers = {}, ...rest } = init;
    const signal = AbortSignal.timeout(10_000);
    const asked = fetch(`${bot.url}${path}`, { ...rest, headers: { ...headers }, signal });
    return (await asked.catch(() => undefined))?.status ?? 0;
  };
  if ((await statusOf('/healthz')) !== 200)
    throw new CommandError(`No bot answers at ${bot.url}. Start it, or name it in TOUCHSTONE_URL.`);
  const json = { 'content-type': 'application/json' };
  const findings = [
    { well: true, says: `The bot at ${bot.url} is alive.` },
    databaseFinding(await statusOf('/readyz')),
    teamsFinding(await statusOf('/api/messages', { method: 'POST', headers: json, body: '{}' })),
    apiFinding(await statusOf('/api/charters', { headers: { authorization: `Bearer ${bot.token}` } })),
  ];
  const report = findings.map(({ says }) => says).join('\n');
  if (findings.every(({ well }) => well)) return report;
  throw new CommandError(report);
}

interface Finding {
  readonly well: boolean;
  readonly says: string;
}

function databaseFinding(status: number): Finding {
  if (status === 200) return { well: true, says: 'Its database is reachable and up to date.' };
  const says = 'Its database cannot be reached: look at DATABASE_URL and the log of the bot.';
  return { well: false, says };
}

/** An empty object is no activity: a bot that listens says so. */
function teamsFinding(status: number): Finding {
  if (status === 400) return { well: true, says: 'It listens for Teams at /api/messages.' };
  const says = `Something else answers at /api/messages (${status}): look at the proxy before the bot.`;
  return { well: false, says };
}

function apiFinding(status: number): Finding {
  if (status === 200) return { well: true, says: 'The API token is known.' };
  if (status === 404) return { well: false, says: 'The bot has no API_TOKENS, so its HTTP API is off.' };
  return { well: false, says: 'The bot does not know this API token: look at TOUCHSTONE_TOKEN.' };
}
