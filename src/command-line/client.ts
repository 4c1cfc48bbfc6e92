/** Something the caller can mend; printed without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

export interface Bot {
  readonly url: string;
  readonly token: string;
}

interface Problem {
  readonly title?: string;
  readonly errors?: readonly { readonly line: number; readonly message: string }[];
}

/** Asks the running bot and answers its JSON; a problem becomes a `CommandError` with its words. */
export async function ask<T>(
  bot: Bot,
  path: string,
  init: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<T> {
  const response = await fetch(`${bot.url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${bot.token}`, ...init.headers },
    signal: AbortSignal.timeout(30_000),
  }).catch((error: unknown) => {
    throw new CommandError(`No bot answers at ${bot.url}. Is it running? TOUCHSTONE_URL names another one.`, {
      cause: error,
    });
  });
  const body: unknown = await response.json().catch(() => ({}));
  if (response.ok) return body as T;
  throw new CommandError(explain(response.status, body as Problem));
}

function explain(status: number, { title, errors }: Problem): string {
  if (status === 401)
    return 'The bot does not know this API token. TOUCHSTONE_TOKEN holds the token itself, not its SHA-256.';
  if (status === 404)
    return 'Nothing is there: no such charter or draft (npx touchstone status lists them), or the bot has no API_TOKENS.';
  const lines = (errors ?? []).map(({ line, message }) => `\n  line ${line}: ${message}`);
  return `${title ?? `The bot answered ${status}`}${lines.join('')}`;
}
