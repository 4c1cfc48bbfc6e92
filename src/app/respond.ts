import { given } from '../domain/given.js';
import { facilitate, isForFacilitators, type FacilitatorsIntent } from './facilitate.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import { openBallot, rateValue, showAnswers } from './rate-value.js';
import { pause, resume, setQuietHours, showSettings } from './settings.js';
import { showResults } from './show-results.js';
import { showStatus } from './show-status.js';
import { showBackground, showConsiderations, showValues } from './show-text.js';
import type { Speaker } from './speaker.js';
import { subscribe } from './subscribe.js';
import type { View } from './views.js';

/** What somebody is shown for what they want, pressed or typed alike: one view, or a view and those that follow it. */
export async function respond(ports: Ports, speaker: Speaker, intent: Intent): Promise<readonly View[]> {
  if (!isForFacilitators(intent)) return [await respondToAnybody(ports, speaker, intent)];
  const barred = await barFrom(ports, speaker);
  return barred === undefined ? facilitate(ports, speaker, intent) : [barred];
}

async function respondToAnybody(
  ports: Ports,
  speaker: Speaker,
  intent: Exclude<Intent, FacilitatorsIntent>,
): Promise<View> {
  switch (intent.kind) {
    case 'help':
      return showHelp(ports, speaker);
    case 'values':
      return showValues(ports, speaker, intent);
    case 'considerations':
      return showConsiderations(ports, speaker, intent);
    case 'background':
      return showBackground(ports, speaker, intent);
    case 'ballot':
      return openBallot(ports, speaker, intent);
    case 'rate':
      return rateValue(ports, speaker, intent);
    case 'answers':
      return showAnswers(ports, speaker, intent);
    case 'results':
      return showResults(ports, speaker, intent);
    case 'status':
      return showStatus(ports, speaker);
    case 'subscribe':
    case 'unsubscribe':
      return subscribe(ports, speaker, intent);
    case 'settings':
      return showSettings(ports, speaker);
    case 'pause':
      return pause(ports, speaker, intent);
    case 'resume':
      return resume(ports, speaker);
    case 'quiet':
      return setQuietHours(ports, speaker, intent);
    case 'unknown':
      return { kind: 'notice', what: 'unknown', text: intent.text, ...given({ nearest: intent.nearest }) };
    case 'outdated':
      return { kind: 'notice', what: 'outdated' };
  }
}

async function showHelp(ports: Ports, { member, place }: Speaker): Promise<View> {
  const charters = (await ports.charters.all()).map(({ name }) => name);
  const facilitator = await ports.facilitators.has(member);
  return { kind: 'help', scope: place.address.scope, facilitator, charters };
}

/** Facilitators work in their personal chat, where nobody sees a draft before it is published. */
async function barFrom({ facilitators }: Ports, { member, place }: Speaker): Promise<View | undefined> {
  if (!(await facilitators.has(member))) return { kind: 'notice', what: 'for-facilitators' };
  if (place.address.scope !== 'personal') return { kind: 'notice', what: 'in-personal-chat' };
  return undefined;
}
