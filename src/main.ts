import { ConfigurationError, readConfig } from './config.js';
import { keepHeapLean } from './lean-heap.js';
import { log } from './log.js';
import { quietSdk } from './teams/quiet-sdk.js';
import { startTouchstone } from './touchstone.js';

/** The program in production. Ends with 1 when the configuration or the database says no. */
async function main(): Promise<void> {
  const config = readConfig(process.env, { development: false });
  log.level = config.logLevel;
  quietSdk();
  const touchstone = await startTouchstone(config);
  keepHeapLean();
  const { port, worker } = touchstone;
  log.info({ port, worker, publicUrl: config.publicUrl }, 'Touchstone is listening');
  const stop = (signal: NodeJS.Signals): void => {
    log.info({ signal }, 'Touchstone is stopping');
    touchstone.stop().then(
      () => log.info('Touchstone has stopped'),
      (error: unknown) => {
        log.fatal({ err: error }, 'Touchstone could not stop in good order');
        process.exitCode = 1;
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  if (error instanceof ConfigurationError)
    process.stderr.write(`Touchstone cannot start:\n${error.message}\n`);
  else
    process.stderr.write(
      `Touchstone cannot start: ${error instanceof Error ? error.message : String(error)}\n`,
    );
  process.exitCode = 1;
});
