/** Something the caller can mend; printed without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

export interface Bot {
  readonly url: string;
  readonly token: string;
}

interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly line: number; readonly message: string }[];
  readonly changes?: readonly { readonly before: string; readonly after: string }[];
}

interface Asking {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** Asks the running bot and answers its JSON; a problem becomes a `CommandError` with its words. */
export async function ask<T>(bot: Bot, path: string, asking?: Asking): Promise<T> {
  return (await (await answerOf(bot, path, asking)).json()) as T;
}

/** The same for what is not JSON. */
export async function askText(bot: Bot, path: string, asking?: Asking): Promise<string> {
  return (await answerOf(bot, path, asking)).text();
}

async function answerOf(bot: Bot, path: string, asking: Asking = {}): Promise<Response> {
  const response = await fetch(`${bot.url}${path}`, {
    ...asking,
    headers: { authorization: `Bearer ${bot.token}`, ...asking.headers },
    signal: AbortSignal.timeout(30_000),
  }).catch((error: unknown) => {
    throw new CommandError(`No bot answers at ${bot.url}. Is it running? TOUCHSTONE_URL names another one.`, {
      cause: error,
    });
  });
  if (response.ok) return response;
  const problem: unknown = await response.json().catch(() => ({}));
  throw new CommandError(explain(response.status, problem as Problem));
}

function explain(status: number, { type, title, detail, errors = [], changes = [] }: Problem): string {
  if (status === 401)
    return 'The bot does not know this API token. TOUCHSTONE_TOKEN holds the token itself, not its SHA-256.';
  if (status === 404 && (type === undefined || type.endsWith(':not-found')))
    return 'Nothing is there: no such charter, draft or announcement (npx touchstone status and deliveries list them), or the bot has no API_TOKENS.';
  const said = detail === undefined ? title : `${title ?? ''}. ${detail}.`;
  return [
    said ?? `The bot answered ${status}`,
    ...errors.map(({ line, message }) => `  line ${line}: ${message}`),
    ...changes.map(describeChange),
  ].join('\n');
}

export function describeChange({ before, after }: { before: string; after: string }): string {
  return `  “${before}” → “${after}”`;
}
