import type { Words } from '../words/catalogue.js';
import { emphasised } from './emphasis.js';
import { html } from './html.js';
import { layout } from './layout.js';

/** Where a link to somebody's own data was, and is no more. */
export function overPage(minutes: number, words: Words): string {
  const { title } = words.all.myData.over;
  const [myData = ''] = words.all.commands.myData.split(',');
  const text = words.say('myData.over.text', { minutes, myData });
  const main = html`<h1>${title}</h1>
    <p>${emphasised(text)}</p>`;
  const footer = words.all.pages.made;
  return layout({ title, description: title, place: 'Touchstone', links: [], main, footer }, words);
}
