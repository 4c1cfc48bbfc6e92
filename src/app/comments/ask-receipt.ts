import type { Comment } from '../../domain/comment.js';
import { given } from '../../domain/given.js';
import { parseReceiptCode } from '../../domain/receipt-code.js';
import { receiptTheme } from '../feedback/show-theme.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { speakingFor } from './find-comment.js';
import type { ReceiptView } from './views.js';

/** The comment of a code, for whoever holds it; or what to say instead. */
export async function askReceipt(
  ports: Ports,
  { member }: Speaker,
  typed: string,
): Promise<
  | { readonly kind: 'held'; readonly code: string; readonly comment: Comment }
  | { readonly kind: 'instead'; readonly view: ReceiptView }
> {
  const code = parseReceiptCode(typed);
  if (code === undefined) return refused(typed, 'unknown');
  const guess = await ports.receipts.takeGuess(member, ports.clock.now().toISOString());
  if (guess === undefined) return refused(typed, 'too-many-guesses');
  const comment = await ports.comments.byReceipt(await ports.receipts.hash(code));
  if (comment === undefined) return refused(typed, 'unknown');
  await ports.receipts.giveBack(guess);
  return { kind: 'held', code, comment };
}

export async function receiptView(
  ports: Ports,
  code: string,
  comment: Comment,
  more: Pick<ReceiptView, 'problem' | 'just' | 'appealText'> = {},
): Promise<ReceiptView> {
  const into = comment.mergedInto === undefined ? undefined : await speakingFor(ports, comment);
  const theme = await receiptTheme(ports, comment);
  return { kind: 'receipt', code, found: { comment, ...given({ into, theme }) }, ...more };
}

/** What was typed comes back, to be looked at again. */
function refused(
  typed: string,
  problem: 'unknown' | 'too-many-guesses',
): { readonly kind: 'instead'; readonly view: ReceiptView } {
  return { kind: 'instead', view: { kind: 'receipt', code: typed.slice(0, 100), problem } };
}
