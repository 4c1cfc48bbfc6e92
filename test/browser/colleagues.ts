import { activitiesOf } from '../support/activities.js';
import { fiveMembers, type CastMember } from '../support/cast.js';
import type { CastPlace } from '../support/places.js';
import type { RunningDev } from './dev-process.js';

/** The group chat of src/example/playground.yml. */
const repairEvening: CastPlace = {
  kind: 'groupChat',
  id: 'repair-evening',
  name: 'Repair evening',
  tenantId: '5d1f8c9a-3c0e-4b7e-9a51-6f0d2b7a1c01',
};

/** One person sits before the Playground; five others write in its group chat, straight to the bot. */
export async function colleaguesRate(dev: RunningDev, charter: string, values: number): Promise<void> {
  const activities = activitiesOf({ serviceUrl: `${dev.chat}/_connector`, appId: 'touchstone' });
  for (const [index, member] of fiveMembers.entries()) {
    for (let position = 1; position <= values; position += 1) {
      const step = Math.max(1, 5 - ((index * position) % 4));
      const words = `rate ${charter} ${position} ${step}`;
      await deliver(dev, activities.message(member, repairEvening, words), member);
    }
  }
}

/** Each presses it on the card in the group chat, where nobody else sees what was pressed. */
export async function colleaguesConsent(dev: RunningDev, charter: string): Promise<void> {
  const activities = activitiesOf({ serviceUrl: `${dev.chat}/_connector`, appId: 'touchstone' });
  for (const [index, member] of fiveMembers.entries()) {
    const answer = index === 0 ? 'live-with' : 'support';
    const data = { v: 1, do: 'give-consent', charter, answer };
    await deliver(dev, activities.press(member, repairEvening, { verb: 'give-consent', data }), member);
  }
}

async function deliver(dev: RunningDev, activity: object, { name }: CastMember): Promise<void> {
  const { status } = await fetch(`${dev.origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  if (status !== 200) throw new Error(`what ${name} wrote was answered with ${status}`);
}
