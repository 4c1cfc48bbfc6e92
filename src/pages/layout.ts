import { languages, type Words } from '../words/catalogue.js';
import { html, nothing, type Html } from './html.js';
import { style } from './style.js';

export interface Layout {
  readonly title: string;
  /** What previews of a link say; nothing that is not on the page. */
  readonly description: string;
  /** Which text this is about. */
  readonly place: string;
  /** Other pages of the same charter. */
  readonly links: readonly { readonly text: string; readonly href: string }[];
  /** The address of this page in a language; absent where no page is, only a message. */
  readonly inLanguage?: (language: string) => string;
  readonly main: Html;
  readonly footer: string;
}

/** The whole page around what it has to say. Landmarks, a way past the navigation, and no script. */
export function layout(page: Layout, words: Words): string {
  const { title, description, place, main, footer } = page;
  const head = html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex, nofollow, noarchive" />
    <meta name="referrer" content="no-referrer" />
    <title>${title}</title>
    <meta name="description" content="${description}" />
    <meta property="og:type" content="website" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />`;
  const body = html`<a class="skip" href="#main">${words.all.pages.skip}</a>
    <header>
      <p>${place}</p>
      ${navigation(page, words)}
    </header>
    <main id="main" tabindex="-1">${main}</main>
    <footer><p>${footer}</p></footer>`;
  const { html: all } = html`<html lang="${words.language}">
    <head>
      ${head}${sheet}
    </head>
    <body>
      ${body}
    </body>
  </html>`;
  return `<!doctype html>\n${all}\n`;
}

/** As it is, to the letter: the policy of the page knows it by its digest. */
const sheet: Html = { html: `<style>${style}</style>` };

function navigation({ links, inLanguage }: Layout, words: Words): Html {
  const others = inLanguage === undefined ? [] : languages.filter((each) => each !== words.language);
  if (links.length + others.length === 0) return nothing;
  return html`<nav aria-label="${words.all.pages.navigation}">
    <ul>
      ${links.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}
      ${others.map(
        (language) =>
          html`<li>
            <a href="${inLanguage?.(language)}" lang="${language}" hreflang="${language}"
              >${nameOf(language)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** As those say it who speak it. */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}
