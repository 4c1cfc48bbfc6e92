import type { AskedSaidDidView, FeedbackRound, ToldTheme } from '../app/feedback/views.js';
import type { Comment } from '../domain/comment.js';
import type { OutsideFeedback } from '../domain/theme.js';
import { capitalized } from '../words/capitalized.js';
import type { Words } from '../words/catalogue.js';
import { changeText } from './caused-changes.js';
import { html, nothing, type Html } from './html.js';
import { layout } from './layout.js';
import type { Links } from './links.js';
import { markdown } from './markdown.js';
import { dayText, momentText } from './moments.js';

/** The published comments of each theme, by its number. */
export type CommentsByTheme = ReadonlyMap<number, readonly Comment[]>;

/** What was asked, what was said, what was done: what the card tells, all of it at once. */
export function feedbackPage(
  view: AskedSaidDidView,
  comments: CommentsByTheme,
  links: Pick<Links, 'process'> & { readonly here: (language: string) => string },
  words: Words,
): string {
  const { charter, title } = view.subject;
  const text = words.all.feedback.page;
  return layout(
    {
      title: words.say('feedback.page.title', { title }),
      description: words.say('feedback.page.description', { title }),
      place: charter,
      links: [{ text: words.all.pages.toProcess, href: links.process }],
      inLanguage: links.here,
      footer: words.all.pages.made,
      main: html`<h1>${text.heading}</h1>
        <p class="lead">${title}</p>
        <p>${text.lead}</p>
        ${view.rounds.map((round) => roundOf(round, view, comments, words))}`,
    },
    words,
  );
}

function roundOf(
  round: FeedbackRound,
  { timeZone }: AskedSaidDidView,
  comments: CommentsByTheme,
  words: Words,
): Html {
  const { asked, did, round: names } = words.all.feedback;
  const { draft, themes } = round;
  const id = draft === undefined ? 'process' : `draft-${String(draft.number)}`;
  const heading =
    draft === undefined ? names.process : words.say('feedback.page.round', { number: draft.number });
  const what =
    draft === undefined ? asked.process : words.say('feedback.asked.values', { values: draft.values });
  const silent = round.comments + round.outside.length + themes.length === 0;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    <h3>${asked.heading}</h3>
    <p>${what}</p>
    ${whenOf(round, timeZone, words)} ${saidOf(round, words)}
    ${
      silent
        ? nothing
        : html`<h3>${did.heading}</h3>
            ${themes.length === 0 ? html`<p>${did.none}</p>` : nothing} ${omittedOf(round, words)}
            ${themes.map((theme) => themeOf(theme, comments.get(theme.number) ?? [], timeZone, words))}`
    }
  </section>`;
}

function whenOf({ askedAt, until }: FeedbackRound, timeZone: string, words: Words): Html {
  if (askedAt === undefined) return nothing;
  const from = momentText({ at: askedAt, timeZone }, words);
  return html`<p class="quiet">
    ${
      until === undefined
        ? words.say('feedback.asked.since', { from })
        : words.say('feedback.asked.until', { from, until: momentText({ at: until, timeZone }, words) })
    }
  </p>`;
}

function saidOf({ comments, sorts, outside, ungrouped }: FeedbackRound, words: Words): Html {
  const { said } = words.all.feedback;
  const sorted = [...sorts].map(([sort, count]) =>
    words.say('feedback.said.sort', { sort: words.all.comments.sorts[sort], count }),
  );
  return html`<h3>${said.heading}</h3>
    <p>
      ${
        comments === 0
          ? words.say('feedback.said.comments', { comments })
          : words.say('feedback.said.sorted', { comments, sorts: sorted.join('; ') })
      }
    </p>
    ${
      outside.length === 0
        ? nothing
        : html`<p>${said.outside}</p>
            <ul>
              ${outside.map((each) => html`<li>${sourceText(each, words)}</li>`)}
            </ul>`
    }
    ${ungrouped === 0 ? nothing : html`<p>${words.say('feedback.said.ungrouped', { count: ungrouped })}</p>`}`;
}

/** What nobody had answered when the draft after this one was published. */
function omittedOf({ unanswered }: FeedbackRound, words: Words): Html {
  if (unanswered === undefined) return nothing;
  const { number, themes, comments } = unanswered;
  const list = themes.join(', ');
  return html`${
    themes.length === 0
      ? nothing
      : html`<p class="note">
          ${words.say('feedback.did.omittedThemes', { number, themes: themes.length, list })}
        </p>`
  }
  ${
    comments === 0
      ? nothing
      : html`<p class="note">${words.say('feedback.did.omittedComments', { number, comments })}</p>`
  }`;
}

function themeOf(theme: ToldTheme, comments: readonly Comment[], timeZone: string, words: Words): Html {
  const { number, title, answer, toldAt, changes, fromOutside } = theme;
  const id = `theme-${String(number)}`;
  return html`<article class="value" id="${id}" aria-labelledby="${id}-title">
    <h4 id="${id}-title">${words.say('feedback.theme.numbered', { number, title })}</h4>
    <p class="quiet">${gatheredText(theme, words)}</p>
    ${
      answer === undefined
        ? html`<p>${words.all.feedback.did.unanswered}</p>`
        : html`<p>
              <span class="badge">${words.all.feedback.statuses[answer.status]}</span>
              ${dayText(answer.day, words)}
            </p>
            <div class="words">${markdown(answer.reason)}</div>
            ${answer.followUp === undefined ? nothing : html`<p>${followUpText(answer.followUp, words)}</p>`}`
    }
    ${
      changes.length === 0
        ? nothing
        : html`<ul>
            ${changes.map((change) => html`<li>${changeText(change, words)}</li>`)}
          </ul>`
    }
    ${toldAt === undefined ? nothing : html`<p class="quiet">${words.say('feedback.themes.told', { day: momentText({ at: toldAt, timeZone }, words) })}</p>`}
    ${commentsOf(comments, words)} ${outsideOf(fromOutside, words)}
  </article>`;
}

function commentsOf(comments: readonly Comment[], words: Words): Html {
  if (comments.length === 0) return nothing;
  return html`<details>
    <summary>${words.say('feedback.page.comments', { count: comments.length })}</summary>
    <ul>
      ${comments.map(
        ({ sort, text, signedBy }) =>
          html`<li>
            ${words.all.comments.sorts[sort]} ·
            ${
              signedBy === undefined
                ? words.all.comments.by.anonymous
                : words.say('comments.by.signed', { name: signedBy })
            }
            ${paragraphs(text)}
          </li>`,
      )}
    </ul>
  </details>`;
}

function outsideOf(outside: readonly OutsideFeedback[], words: Words): Html {
  if (outside.length === 0) return nothing;
  return html`<details>
    <summary>${words.all.feedback.theme.outside}</summary>
    <ul>
      ${outside.map((each) => html`<li>${sourceText(each, words)} ${paragraphs(each.text)}</li>`)}
    </ul>
  </details>`;
}

/** What somebody typed is plain text, line by line. */
function paragraphs(text: string): Html {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return html`<blockquote>${lines.map((line) => html`<p>${line}</p>`)}</blockquote>`;
}

function gatheredText({ comments, outside, people }: ToldTheme, words: Words): string {
  const parts = [
    ...(comments.length > 0
      ? [
          words.say('feedback.theme.countComments', { count: comments.length }),
          words.say('feedback.theme.voices', { people }),
        ]
      : []),
    ...(outside.length > 0 ? [words.say('feedback.theme.countOutside', { count: outside.length })] : []),
  ];
  return parts.length === 0 ? words.all.feedback.theme.empty : capitalized(parts.join(', '), words);
}

function sourceText({ source, label, day, people }: OutsideFeedback, words: Words): string {
  const said = { source: words.all.feedback.sources[source], day: dayText(day, words) };
  const line =
    label === ''
      ? words.say('feedback.source.line', said)
      : words.say('feedback.source.named', { ...said, label });
  return people === undefined ? line : words.say('feedback.source.people', { line, people });
}

function followUpText(
  { what, owner, due }: NonNullable<NonNullable<ToldTheme['answer']>['followUp']>,
  words: Words,
): string {
  return due === undefined
    ? words.say('feedback.did.followUp', { what, owner })
    : words.say('feedback.did.followUpDue', { what, owner, due: dayText(due, words) });
}
