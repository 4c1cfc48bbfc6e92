import type { Charter } from '../domain/charter.js';
import type { Draft } from '../domain/draft.js';
import type { Words } from '../words/catalogue.js';
import type { DraftLinks } from './changes-page.js';
import { html, nothing, type Html } from './html.js';
import { layout } from './layout.js';
import { markdown } from './markdown.js';
import { timed } from './moments.js';

/** A draft as it was published, with what was put right since. */
export function draftPage(
  { charter, draft }: { charter: Pick<Charter, 'name' | 'timeZone'>; draft: Draft },
  links: DraftLinks & { readonly results: string; readonly changes?: string },
  words: Words,
): string {
  const { number, title, state, reason, changes } = draft;
  const text = words.all.revision.pages;
  const place = words.say('common.draft', { number, charter: charter.name });
  const names = { number: String(number), title };
  const from = String(changes?.base ?? 'none');
  return layout(
    {
      title: words.say('revision.pages.draftTitle', names),
      description: words.say('revision.pages.draftDescription', names),
      place: words.say('charter.state', { draft: place, state: words.all.common.states[state] }),
      links: [
        ...(links.changes === undefined
          ? []
          : [{ text: words.say('revision.pages.toChanges', { from }), href: links.changes }]),
        { text: words.say('pages.toResults', { number }), href: links.results },
        { text: words.all.pages.toProcess, href: links.process },
      ],
      inLanguage: links.here,
      footer: words.all.pages.made,
      main: html`<h1>${title}</h1>
        <p class="lead">
          ${timed({ at: draft.publishedAt, timeZone: charter.timeZone }, words)} · ${text.asRated}
        </p>
        ${
          draft.corrections.length === 0
            ? nothing
            : html`<p class="note">
                ${words.say('revision.pages.corrected', { count: draft.corrections.length })}
              </p>`
        }
        ${reason === undefined ? nothing : html`<p>${words.say('revision.pages.reason', { reason })}</p>`}
        ${draft.introduction === undefined ? nothing : markdown(draft.introduction)}
        ${section('values', text.values, valuesOf(draft))}
        ${
          draft.considerations.length === 0
            ? nothing
            : section('considerations', text.considerations, considerationsOf(draft))
        }
        ${
          draft.background.length === 0
            ? nothing
            : section('background', text.background, backgroundOf(draft))
        }`,
    },
    words,
  );
}

function section(id: string, heading: string, content: Html): Html {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    ${content}
  </section>`;
}

function valuesOf({ leadIn, values }: Draft): Html {
  return html`${leadIn === undefined ? nothing : html`<p>${leadIn}</p>`}
  ${values.map(({ title, text }, index) => {
    const id = `value-${String(index + 1)}`;
    return html`<article class="value" id="${id}" aria-labelledby="${id}-title">
      <h3 id="${id}-title">${index + 1}. ${title}</h3>
      ${markdown(text)}
    </article>`;
  })}`;
}

function considerationsOf({ considerations }: Draft): Html {
  return html`<ol>
    ${considerations.map(
      ({ name, text }) =>
        html`<li>
          ${beginsWith(name, text) ? nothing : html`<p><strong>${name}</strong></p>`} ${markdown(text)}
        </li>`,
    )}
  </ol>`;
}

/** Most considerations are named after their own first words. */
function beginsWith(name: string, text: string): boolean {
  return text.replaceAll('*', '').startsWith(name.replace(/\s*…$/, ''));
}

function backgroundOf({ background }: Draft): Html {
  return html`${background.map(
    ({ heading, text }) =>
      html`<h3>${heading}</h3>
        ${markdown(text)}`,
  )}`;
}
