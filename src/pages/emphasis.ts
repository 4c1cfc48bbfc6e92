import { html, type Html } from './html.js';

/** A text of ours with the words between stars set apart. For messages in which nobody else's words are filled in. */
export function emphasised(text: string): Html {
  return html`${text.split('*').map((part, index) => (index % 2 === 1 ? html`<em>${part}</em>` : part))}`;
}
