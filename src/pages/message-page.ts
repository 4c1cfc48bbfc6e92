import type { Words } from '../words/catalogue.js';
import { emphasised } from './emphasis.js';
import { html } from './html.js';
import { layout } from './layout.js';

/** Where there is nothing to see; it does not tell whether there is something for others. */
export function gonePage(words: Words): string {
  const { title, text, how } = words.all.pages.gone;
  return messagePage(title, [text, how], words);
}

export function wrongPage(words: Words): string {
  const { wrong, again } = words.all.pages.gone;
  return messagePage(wrong, [again], words);
}

function messagePage(title: string, sentences: readonly string[], words: Words): string {
  const main = html`<h1>${title}</h1>
    ${sentences.map((sentence) => html`<p>${emphasised(sentence)}</p>`)}`;
  const footer = words.all.pages.made;
  return layout({ title, description: title, place: 'Touchstone', links: [], main, footer }, words);
}
