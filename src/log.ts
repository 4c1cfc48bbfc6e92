import { pino } from 'pino';

/** Where log lines go: standard output, unless a test or the command line reads them itself. */
let write = (line: string): void => void process.stdout.write(line);

export function logTo(sink: (line: string) => void): void {
  write = sink;
}

/**
 * One line of JSON for each thing worth knowing. Never a name, a member's id, a rating, a text somebody wrote, or a
 * token: only what is listed in the call is logged, and of an error its type, its code and where it came from.
 */
export const log = pino(
  {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
  },
  { write: (line) => write(line) },
);

/** An error without what it may quote: messages of drivers and SDKs repeat values and addresses. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { status: statusCode } : {}),
    at: (error.stack ?? '')
      .replace(error.message, '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 6)
      .map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
