import type { View } from '../../app/views.js';
import { wordsFor } from '../../words/catalogue.js';
import type { Card } from '../card.js';
import { renderCard } from '../render.js';
import { isRevisionView } from '../revision/render.js';

/** A card in a window of its own. */
export interface Dialog {
  readonly title: string;
  readonly width: 'medium';
  readonly height: 'large';
  readonly card: Card;
}

/** A view for the window that somebody opened; what they press there is answered there. */
export function renderDialog(view: View, { locale }: { locale: string }): Dialog {
  const isForm = view.kind === 'comment-form' || view.kind === 'value-form';
  const inWindow: View = isForm ? { ...view, inDialog: true } : view;
  const { card } = renderCard(inWindow, { locale, shared: false });
  const { comments, revision } = wordsFor(locale).all;
  const title = isRevisionView(view) ? revision.copy.open : comments.form.title;
  return { title, width: 'medium', height: 'large', card: submitting(card) as Card };
}

/** Windows know no `Action.Execute`: the fallback, which asks for the same, takes its place. */
function submitting(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(submitting);
  if (typeof node !== 'object' || node === null) return node;
  const { type, fallback } = node as Readonly<Record<string, unknown>>;
  if (type === 'Action.Execute') return fallback;
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, submitting(child)]));
}
