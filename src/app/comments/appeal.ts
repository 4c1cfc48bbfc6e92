import { longestComment } from '../../domain/comment.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { askReceipt, receiptView } from './ask-receipt.js';
import { writtenText } from './written-text.js';

/** Once for each comment, while it is hidden: its author asks for another look. */
export async function appeal(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'appeal' }>,
): Promise<View> {
  if (speaker.overheard) return { kind: 'notice', what: 'receipt-in-public' };
  const asked = await askReceipt(ports, speaker, intent.code);
  if (asked.kind === 'instead') return asked.view;
  const { code, comment } = asked;
  const text = writtenText(intent.text);
  const problem = comment.state === 'hidden' && comment.appeal === undefined ? problemWith(text) : impossible;
  if (problem !== undefined) return receiptView(ports, code, comment, { problem, appealText: text });
  const at = ports.clock.now().toISOString();
  const appealed = await ports.comments.appeal({ comment: comment.id, text, at });
  const now = (await ports.comments.find(comment.id)) ?? comment;
  return receiptView(
    ports,
    code,
    now,
    appealed ? { just: 'appealed' } : { problem: impossible, appealText: text },
  );
}

const impossible = 'appeal-not-possible';

function problemWith(text: string): 'appeal-empty' | 'appeal-too-long' | undefined {
  if (text === '') return 'appeal-empty';
  return text.length > longestComment ? 'appeal-too-long' : undefined;
}
