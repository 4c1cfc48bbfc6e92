import type { Ports } from '../ports.js';
import type { MyData } from './my-data.js';
import { readMyData } from './read-my-data.js';

/** What the bot holds of the member whose link this is; nothing when it is over. */
export async function openDownload(ports: Ports, token: string): Promise<MyData | undefined> {
  const member = await ports.downloads.owner({ token, now: ports.clock.now().toISOString() });
  return member === undefined ? undefined : readMyData(ports, member);
}
