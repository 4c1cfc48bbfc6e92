import type { ChangeEntry, ChangesView } from '../app/revision/views.js';
import { capitalized } from '../words/capitalized.js';
import type { Words } from '../words/catalogue.js';
import { diffHtml, diffInline } from './diff.js';
import { html, nothing, type Html } from './html.js';
import { layout } from './layout.js';
import { markdown } from './markdown.js';

/** Where the page of a draft, or of what changed, leads. */
export interface DraftLinks {
  readonly here: (language: string) => string;
  readonly process: string;
  readonly feedback: string;
  /** Of the pages of drafts, by their numbers. */
  readonly draft: (number: number) => string;
}

/** What differs between two drafts, value by value, and what was said of it. */
export function changesPage(view: ChangesView, links: DraftLinks, words: Words): string {
  const { from, to, subject, entries, unchanged, unanswered } = view;
  const { pages, changes } = words.all.revision;
  const numbers = { from: String(from), to: String(to) };
  const { title } = subject;
  const toDraft = (number: number) => ({
    text: words.say('revision.pages.toDraft', { number: String(number) }),
    href: links.draft(number),
  });
  return layout(
    {
      title: words.say('revision.pages.changesTitle', { ...numbers, title }),
      description: words.say('revision.pages.changesDescription', { ...numbers, title }),
      place: subject.charter,
      links: [toDraft(from), toDraft(to), { text: words.all.pages.toProcess, href: links.process }],
      inLanguage: links.here,
      footer: words.all.pages.made,
      main: html`<h1>${words.say('revision.changes.title', numbers)}</h1>
        <p class="lead">${title}</p>
        <p>${words.say('revision.changes.found', { changed: entries.length, unchanged })}</p>
        ${entries.length === 0 ? nothing : html`<p class="note">${pages.key}</p>`}
        ${
          unanswered === undefined
            ? nothing
            : html`<p class="note">
                ${words.say('revision.changes.unanswered', {
                  base: numbers.from,
                  themes: unanswered.themes.length,
                  comments: unanswered.comments,
                })}
                <a href="${links.feedback}">${changes.feedback}</a>
              </p>`
        }
        ${entries.map((entry, index) => entryOf(entry, index, view, links, words))}`,
    },
    words,
  );
}

function entryOf(
  entry: ChangeEntry,
  index: number,
  view: ChangesView,
  links: DraftLinks,
  words: Words,
): Html {
  const { of, kinds, before, after } = entry;
  const { kinds: names, frames } = words.all.revision;
  const id = `change-${String(index + 1)}`;
  const what =
    of === 'value'
      ? capitalized(kinds.map((kind) => names[kind]).join(', '), words)
      : of === 'removed'
        ? capitalized(names.removed, words)
        : '';
  return html`<article class="value" id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${of === 'value' || of === 'removed' ? headingOf(entry, words) : frames[of]}</h2>
    ${what === '' ? nothing : html`<p><span class="badge">${what}</span></p>`}
    ${
      before.length > 1
        ? html`<p>
            ${words.say('revision.diff.from', { titles: before.map(({ title }) => title).join('; ') })}
          </p>`
        : nothing
    }
    <div class="words">${diffHtml(textIn(before), after?.text ?? '', words)}</div>
    ${entry.said.map((said) => saidOf(said, view, links, words))}
  </article>`;
}

/** A title that is another one is shown as it became that. */
function headingOf({ before, after, title, position }: ChangeEntry, words: Words): Html {
  const number = position === undefined ? '' : `${String(position)}. `;
  const [first, ...others] = before;
  if (first === undefined || after === undefined || others.length > 0 || first.title === after.title)
    return html`${number}${title}`;
  return html`${number}${diffInline(first.title, after.title, words)}`;
}

function textIn(before: ChangeEntry['before']): string {
  return before.map(({ text }) => text).join('\n\n');
}

function saidOf(
  { number, size, why, themes, disputed }: ChangeEntry['said'][number],
  { from, to, themes: told }: ChangesView,
  { feedback }: DraftLinks,
  words: Words,
): Html {
  const texts = words.all.revision;
  const isNext = Math.abs(to - from) === 1;
  const inDraft = (text: string): string =>
    isNext ? text : words.say('revision.said.inDraft', { number: String(number), said: text });
  const themeText = (theme: number): string => {
    const title = told.find((each) => each.number === theme)?.title;
    return title === undefined
      ? words.say('revision.said.theme', { number: theme })
      : words.say('revision.said.namedTheme', { number: theme, title });
  };
  return html`${
    size === undefined
      ? nothing
      : html`<p>${inDraft(words.say('revision.said.size', { size: texts.sizes[size] }))}</p>`
  }
  ${disputed === true ? html`<p class="note">${texts.said.disputed}</p>` : nothing}
  ${
    why === undefined
      ? nothing
      : html`<div>
          <p><strong>${inDraft(words.say('revision.said.why', { why: '' }).trim())}</strong></p>
          <div class="words">${markdown(why)}</div>
        </div>`
  }
  ${themes.map((theme) => html`<p><a href="${feedback}#theme-${theme}">${themeText(theme)}</a></p>`)}`;
}
