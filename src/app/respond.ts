import { given } from '../domain/given.js';
import { barFrom, noteName } from './bar-from.js';
import { facilitate, isForFacilitators, type FacilitatorsIntent } from './facilitate.js';
import { appeal } from './comments/appeal.js';
import { openComment } from './comments/open-comment.js';
import { sendComment } from './comments/send-comment.js';
import { showComments } from './comments/show-comments.js';
import type { ModerationIntent } from './comments/intents.js';
import { moderate } from './comments/moderate.js';
import { showModeration } from './comments/show-moderation.js';
import { showPolicy } from './comments/show-policy.js';
import { showReceipt } from './comments/show-receipt.js';
import { support } from './comments/support.js';
import { isRevision, respondToRevision } from './revision/respond.js';
import { isFeedback, respondToFeedback } from './feedback/respond.js';
import { isAdoption, respondToAdoption } from './adoption/respond.js';
import { isPeople, respondToPeople } from './people/respond.js';
import { isBlog, respondToBlog } from './blog/respond.js';
import type { RevisionIntent } from './revision/intents.js';
import type { FeedbackIntent } from './feedback/intents.js';
import type { AdoptionIntent } from './adoption/intents.js';
import type { PeopleIntent } from './people/intents.js';
import type { BlogIntent } from './blog/intents.js';
import type { Intent } from './intent.js';
import { forgetMe } from './my-data/forget-me.js';
import { showMyData } from './my-data/show-my-data.js';
import type { Ports } from './ports.js';
import { showPrivacy } from './process/show-privacy.js';
import { showProcess } from './process/show-process.js';
import { openBallot, rateValue, showAnswers } from './rate-value.js';
import { pause, resume, setQuietHours, showSettings } from './settings.js';
import { chooseGroup } from './results/choose-group.js';
import { declineDraft } from './results/decline.js';
import { showResults } from './results/show-results.js';
import { showStatus } from './show-status.js';
import { showBackground, showConsiderations, showValues } from './show-text.js';
import type { Speaker } from './speaker.js';
import { subscribe } from './subscribe.js';
import type { View } from './views.js';

/** What somebody is shown for what they want, pressed or typed alike: one view, or a view and those that follow it. */
export async function respond(ports: Ports, speaker: Speaker, intent: Intent): Promise<readonly View[]> {
  if (isRevision(intent)) return respondToRevision(ports, speaker, intent);
  if (isFeedback(intent)) return respondToFeedback(ports, speaker, intent);
  if (isAdoption(intent)) return respondToAdoption(ports, speaker, intent);
  if (isPeople(intent)) return respondToPeople(ports, speaker, intent, respond);
  if (isBlog(intent)) return respondToBlog(ports, speaker, intent);
  if (isForModerators(intent)) return [await respondToModerator(ports, speaker, intent)];
  if (!isForFacilitators(intent)) return [await respondToAnybody(ports, speaker, intent)];
  return (await barFrom(ports, speaker)) ?? facilitate(ports, speaker, intent);
}

async function respondToAnybody(
  ports: Ports,
  speaker: Speaker,
  intent: Exclude<
    Intent,
    | FacilitatorsIntent
    | ModerationIntent
    | RevisionIntent
    | FeedbackIntent
    | AdoptionIntent
    | PeopleIntent
    | BlogIntent
  >,
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
    case 'group':
      return chooseGroup(ports, speaker, intent);
    case 'decline':
      return declineDraft(ports, speaker, intent);
    case 'process':
      return showProcess(ports, speaker, intent);
    case 'privacy':
      return showPrivacy(ports, speaker, intent);
    case 'comment':
      return openComment(ports, speaker, intent);
    case 'send-comment':
      return sendComment(ports, speaker, intent);
    case 'comments':
      return showComments(ports, speaker, intent);
    case 'support':
      return support(ports, speaker, intent);
    case 'receipt':
      return showReceipt(ports, speaker, intent);
    case 'appeal':
      return appeal(ports, speaker, intent);
    case 'policy':
      return showPolicy(ports, speaker, intent);
    case 'my-data':
      return showMyData(ports, speaker, intent);
    case 'forget-me':
      return forgetMe(ports, speaker, intent);
    case 'unknown':
      return { kind: 'notice', what: 'unknown', text: intent.text, ...given({ nearest: intent.nearest }) };
    case 'outdated':
      return { kind: 'notice', what: 'outdated' };
  }
}

function isForModerators(intent: Intent): intent is ModerationIntent {
  return intent.kind === 'moderation' || intent.kind === 'moderate';
}

/** Whoever reviews comments does it in their personal chat, where nobody sees one before it is shown. */
async function respondToModerator(ports: Ports, speaker: Speaker, intent: ModerationIntent): Promise<View> {
  if (!(await ports.facilitators.isModerator(speaker.member)))
    return { kind: 'notice', what: 'for-moderators' };
  if (speaker.place.address.scope !== 'personal') return { kind: 'notice', what: 'in-personal-chat' };
  await noteName(ports, speaker);
  return intent.kind === 'moderation'
    ? showModeration(ports, speaker, intent)
    : moderate(ports, speaker, intent);
}

async function showHelp(ports: Ports, { member, place }: Speaker): Promise<View> {
  const charters = (await ports.charters.all()).map(({ name }) => name);
  const facilitator = await ports.facilitators.has(member);
  return { kind: 'help', scope: place.address.scope, facilitator, charters };
}
