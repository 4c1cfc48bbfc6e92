import { shortHash } from '../app/ledger/ledger-file.js';
import type { ProcessView } from '../app/process/views.js';
import type { Words } from '../words/catalogue.js';
import { html, nothing, type Html } from './html.js';
import { timed } from './moments.js';

/** Where the ledger of a process stands, in full, and how it is checked. */
export function ledgerOf(head: string, file: string, words: Words): Html {
  const text = words.all.people.page;
  return html`<section aria-labelledby="ledger">
    <h2 id="ledger">${text.heading}</h2>
    <p>${text.text}</p>
    <p>${words.say('people.page.head', { head })}</p>
    <p>${words.say('people.page.check', { head: shortHash(head) })}</p>
    <p><a href="${file}">${text.file}</a></p>
  </section>`;
}

/** What waits in the open for a second facilitator; it names nobody. */
export function waitingOf({ waiting = [] }: ProcessView, words: Words): Html {
  if (waiting.length === 0) return nothing;
  const { page, approvals } = words.all.people;
  return html`<section aria-labelledby="waiting">
    <h2 id="waiting">${page.waiting}</h2>
    <ul>
      ${waiting.map(
        ({ action, since }) => html`<li>${approvals.actions[action]}, ${timed(since, words)}</li>`,
      )}
    </ul>
  </section>`;
}

/** Whether what was fixed when rating opened is still as it was. */
export function termsOf({ terms }: ProcessView, words: Words): string | undefined {
  if (terms === undefined) return undefined;
  const key = terms.holds ? 'people.terms.holds' : 'people.terms.changed';
  return `${words.all.people.terms.standing}: ${words.say(key, { digest: shortHash(terms.digest) })}`;
}
