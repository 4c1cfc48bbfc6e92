import type { Speaker } from '../app/speaker.js';
import { placeIdOf, type Address, type MemberId } from '../domain/place.js';

/** The groups of the example, and how many of its made-up members say that they belong there; the rest say nothing. */
const sizes = { Workbench: 9, 'Bicycle corner': 7, Garden: 4, Counter: 2 } as const;

export const groups: readonly string[] = Object.keys(sizes);
export const members = Array.from({ length: 24 }, (_, number) => `made-up-${number}` as MemberId);

export function groupOf(member: MemberId): string | undefined {
  return belongings[members.indexOf(member)];
}

const belongings = Object.entries(sizes).flatMap(([group, size]) => Array<string>(size).fill(group));

/** As somebody who sits in a chat alone with the bot. */
export function speakerOf(member: MemberId, name: string): Speaker {
  const address: Address = {
    tenant: 'example',
    conversation: member,
    scope: 'personal',
    serviceUrl: 'https://example.invalid/',
    member,
  };
  return { member, name, place: { id: placeIdOf(address), address, locale: 'en' }, overheard: false };
}
