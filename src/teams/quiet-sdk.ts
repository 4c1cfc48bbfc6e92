import { log } from '../log.js';

/** The SDK prints what it thinks of bad tokens to the console, keys included; the one line about each is ours. */
export function quietSdk(): void {
  console.error = console.warn = () => log.debug('the SDK had something to say');
}
