import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { askReceipt, receiptView } from './ask-receipt.js';

/** What became of a comment, for whoever holds its code: nobody asks who that is. */
export async function showReceipt(
  ports: Ports,
  speaker: Speaker,
  { code }: Extract<Intent, { kind: 'receipt' }>,
): Promise<View> {
  if (speaker.overheard) return { kind: 'notice', what: 'receipt-in-public' };
  if (code === undefined || code.trim() === '') return { kind: 'receipt' };
  const asked = await askReceipt(ports, speaker, code);
  return asked.kind === 'instead' ? asked.view : receiptView(ports, asked.code, asked.comment);
}
