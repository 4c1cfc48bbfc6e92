import type { OutcomeView } from '../app/adoption/views.js';
import type { Dissent } from '../domain/outcome.js';
import type { FollowUp } from '../domain/theme.js';
import type { Words } from '../words/catalogue.js';
import { html, nothing, type Html } from './html.js';
import { layout } from './layout.js';
import type { Links } from './links.js';
import { markdown } from './markdown.js';
import { dayText, timed } from './moments.js';

/** What was adopted and how: the values as they hold, figures, every objection that remains, and what will be done. */
export function outcomePage(
  view: OutcomeView,
  links: Pick<Links, 'here' | 'process'> & { readonly results: string },
  words: Words,
): string {
  const { subject, outcome } = view;
  const text = words.all.adoption.pages;
  const said = { number: outcome.number, day: dayText(outcome.adoptedOn, words) };
  return layout(
    {
      title: words.say('adoption.pages.title', { title: subject.title }),
      description: text.description,
      place: subject.charter,
      links: [
        { text: words.say('pages.toResults', { number: outcome.number }), href: links.results },
        { text: words.all.common.howItWorks, href: links.process },
      ],
      inLanguage: (language) => links.here(language),
      footer: words.all.pages.made,
      main: html`<h1>${text.heading}</h1>
        <p class="lead">${subject.title}</p>
        <p class="note">${words.say('adoption.outcome.lead', said)}</p>
        ${section('values', text.values, valuesOf(view))}
        ${section('decision', text.decision, decisionOf(view, words))}
        ${section('dissent', words.all.adoption.outcome.dissent, dissentOf(view, words))}
        ${section('follow-ups', words.all.adoption.record.followUps, followUpsOf(outcome.followUps, words))}`,
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

function valuesOf({ leadIn, values }: OutcomeView): Html {
  return html`${leadIn === undefined ? nothing : html`<p>${leadIn}</p>`}
  ${values.map(
    ({ title, text }, index) =>
      html`<article class="value">
        <h3>${index + 1}. ${title}</h3>
        <div class="words">${markdown(text)}</div>
      </article>`,
  )}`;
}

function decisionOf({ outcome, timeZone, head }: OutcomeView, words: Words): Html {
  const text = words.all.adoption.pages;
  const { figures, rule, adoptedOn, recordedAt, reviewOn } = outcome;
  const fact = (name: string, value: Html): Html =>
    html`<dt>${name}</dt>
      <dd>${value}</dd>`;
  return html`<dl>
    ${fact(text.adoptedOn, day(adoptedOn, words))}
    ${fact(text.recordedOn, timed({ at: recordedAt, timeZone }, words))}
    ${figuresOf(figures, words).map(([name, value]) => fact(name, html`${value}`))}
    ${fact(words.all.adoption.outcome.facts.rule, html`${words.say('adoption.rule', { ...rule })}`)}
    ${fact(words.all.adoption.outcome.facts.reviewOn, day(reviewOn, words))}
    ${fact(text.ledger, html`<code>${head}</code>`)}
  </dl>`;
}

function figuresOf(
  figures: OutcomeView['outcome']['figures'],
  words: Words,
): readonly (readonly [string, string])[] {
  const text = words.all.adoption.pages;
  if (figures.kind === 'hidden')
    return [
      [
        words.all.adoption.outcome.facts.figures,
        words.say('adoption.figures.hidden', { least: figures.people.count }),
      ],
    ];
  const { support, 'live-with': liveWith, object } = figures.counts;
  const counted = new Intl.NumberFormat(words.language);
  return [
    [text.support, counted.format(support)],
    [text.liveWith, counted.format(liveWith)],
    [text.object, counted.format(object)],
  ];
}

function dissentOf({ outcome: { dissent }, values }: OutcomeView, words: Words): Html {
  if (dissent.length === 0) return html`<p>${words.all.adoption.outcome.noDissent}</p>`;
  return html`<p>${words.all.adoption.pages.dissentLead}</p>
    <ol class="records">
      ${dissent.map((each) => html`<li>${objectionOf(each, values, words)}</li>`)}
    </ol>`;
}

function objectionOf(
  { text, value: id, signedBy, support, answer }: Dissent,
  values: OutcomeView['values'],
  words: Words,
): Html {
  const { whole } = words.all.adoption.objections;
  const value = values.find((each) => each.id === id);
  const about = value === undefined ? whole : words.say('adoption.objections.value', { title: value.title });
  const by =
    signedBy === undefined
      ? words.all.comments.by.anonymous
      : words.say('adoption.outcome.by', { name: signedBy });
  const backing =
    support === undefined ? words.all.comments.noSupport : words.say('comments.support', { ...support });
  return html`<h3>${about}</h3>
    <blockquote>${text.split('\n').map((line) => html`<p>${line}</p>`)}</blockquote>
    <p class="quiet">${by} · ${backing}</p>
    ${
      answer === undefined
        ? html`<p>${words.all.adoption.outcome.unanswered}</p>`
        : html`<p>
              ${words.all.feedback.theme.answer}:
              <strong>${words.all.feedback.statuses[answer.status]}</strong>
            </p>
            <div class="words">${markdown(answer.reason)}</div>`
    }`;
}

function followUpsOf(followUps: readonly FollowUp[], words: Words): Html {
  if (followUps.length === 0) return html`<p>${words.all.adoption.record.noFollowUps}</p>`;
  return html`<ul>
    ${followUps.map((each) => html`<li>${followUpText(each, words)}</li>`)}
  </ul>`;
}

function followUpText({ what, owner, due }: FollowUp, words: Words): string {
  if (due === undefined) return words.say('adoption.record.followUp', { what, owner });
  return words.say('adoption.record.followUpDue', { what, owner, due: dayText(due, words) });
}

function day(date: string, words: Words): Html {
  return html`<time datetime="${date}">${dayText(date, words)}</time>`;
}
