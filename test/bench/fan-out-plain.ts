/*
 * A broadcast as the SDK's samples do one: the references of all conversations in memory and `continueConversation` for
 * each, one after another or all at once. The SDK tries again by itself what fails; what fails for good is counted and
 * left. Started as `node fan-out-plain.js loop|all COUNT SERVICE_URL TENANT`; prints one line of JSON.
 */
import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConversationReference,
} from 'botbuilder';

import { values } from './ballot.js';
import { peakMemory } from './measure.js';

/** What the process prints. */
export interface PlainBroadcast {
  readonly startedAt: number;
  readonly failed: number;
  readonly peakMemory: number | undefined;
}

const [way = 'loop', count = '0', serviceUrl = '', tenantId = ''] = process.argv.slice(2);
const environment = { ...process.env } as Record<string, string>;
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(environment));
const message: Partial<Activity> = {
  type: 'message',
  summary: 'Values of our community, draft 2',
  attachments: [
    CardFactory.adaptiveCard({
      type: 'AdaptiveCard',
      version: '1.5',
      body: values.flatMap(({ title, text }) => [
        { type: 'TextBlock', text: title, weight: 'bolder', wrap: true },
        { type: 'TextBlock', text, wrap: true },
      ]),
      actions: [{ type: 'Action.Execute', title: 'Answer', verb: 'show', data: { draft: 2 } }],
    }),
  ],
};
let failed = 0;

const references = Array.from({ length: Number(count) }, (_, index) => referenceOf(index));
const startedAt = Date.now();
if (way === 'all') await Promise.all(references.map(tell));
else for (const reference of references) await tell(reference);
const outcome: PlainBroadcast = { startedAt, failed, peakMemory: peakMemory(process.pid) };
console.log(JSON.stringify(outcome));

async function tell(reference: Partial<ConversationReference>): Promise<void> {
  try {
    await adapter.continueConversationAsync(
      environment['MicrosoftAppId'] ?? '',
      reference,
      async (context) => {
        await context.sendActivity(message);
      },
    );
  } catch {
    failed += 1;
  }
}

function referenceOf(index: number): Partial<ConversationReference> {
  const conversation = { id: `a:1member-${String(index + 1)}`, conversationType: 'personal', tenantId };
  return {
    channelId: 'msteams',
    serviceUrl,
    conversation: { ...conversation, isGroup: false, name: '' },
    bot: { id: `28:${environment['MicrosoftAppId'] ?? ''}`, name: 'Plain bot' },
  };
}
