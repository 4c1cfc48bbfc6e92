import { beginning } from '../app/ledger/chain.js';
import type { ProcessView } from '../app/process/views.js';
import type { ProcessRules } from '../domain/process.js';
import type { Words } from '../words/catalogue.js';
import { html, nothing, type Html } from './html.js';
import { layout } from './layout.js';
import { ledgerOf, termsOf, waitingOf } from './ledger-section.js';
import type { Links } from './links.js';
import { timed } from './moments.js';
import { reasonText, recordsOf } from './records.js';

/** How this process works: dates, rules, who facilitates, and every change. */
export function processPage(
  view: ProcessView,
  links: Pick<Links, 'here' | 'ledger'> & { readonly newest?: string },
  words: Words,
): string {
  const text = words.all.pages.process;
  const { title, charter, number } = view.subject;
  const toResults = (href: string) => ({ text: words.say('pages.toResults', { number: number ?? 0 }), href });
  return layout(
    {
      title: words.say('pages.process.title', { title }),
      description: words.say('pages.process.description', { title }),
      place: charter,
      links: links.newest === undefined ? [] : [toResults(links.newest)],
      inLanguage: (language) => links.here(language),
      footer: words.all.pages.made,
      main: html`<h1>${text.heading}</h1>
        <p class="lead">${title}</p>
        <p>${text.lead}</p>
        ${section('dates', text.dates, datesOf(view, words))}
        ${section('rules', text.rules, rulesOf(view, words))}
        ${section('facilitators', text.facilitators, facilitatorsOf(view, words))}
        ${section('hidden', text.comments, hiddenOf(view, words))} ${waitingOf(view, words)}
        ${section('records', text.records, recordsOf(view.records, view.timeZone, words))}
        ${ledgerOf(view.records[0]?.hash ?? beginning, links.ledger, words)}`,
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

function datesOf(view: ProcessView, words: Words): Html {
  const text = words.all.pages.process;
  const dates = (['opened', 'closes', 'sealed', 'identitiesGo'] as const).flatMap((name) => {
    const moment = view[name];
    return moment === undefined ? [] : [{ name: text[name], moment }];
  });
  if (dates.length === 0) return html`<p>${text.noDates}</p>`;
  return html`<dl>
    ${dates.map(
      ({ name, moment }) =>
        html`<dt>${name}</dt>
          <dd>${timed(moment, words)}</dd>`,
    )}
  </dl>`;
}

function rulesOf(view: ProcessView, words: Words): Html {
  const { rules, answered } = view;
  const text = words.all.pages.process;
  const terms = termsOf(view, words);
  return html`<p class="note">${answered ? text.kept : text.free}</p>
    <ul>
      ${ruleTexts(rules, words).map((rule) => html`<li>${rule}</li>`)}
    </ul>
    ${terms === undefined ? nothing : html`<p>${terms}</p>`}`;
}

function ruleTexts(rules: ProcessRules, words: Words): readonly string[] {
  const text = words.all.pages.process;
  const { least, identityDays: days, communitySize: size, groups } = rules;
  return [
    text.confidential,
    words.say('pages.process.least', { least }),
    rules.results === 'interim' ? text.interim : text.atClosing,
    rules.review === 'before' ? text.reviewBefore : text.reviewAfter,
    rules.page === 'public' ? text.pagePublic : text.pageCommunity,
    words.say('pages.process.identityDays', { days }),
    ...(size === undefined ? [] : [words.say('pages.process.communitySize', { size })]),
    ...secondText(rules, words),
    groups.length === 0 ? text.noGroups : words.say('pages.process.groups', { groups: groups.join(', ') }),
  ];
}

function secondText({ second }: ProcessRules, words: Words): readonly string[] {
  const { seconds } = words.all.process.ruleValues;
  if (second.length === 0) return [];
  const actions = second.map((action) => seconds[action]).join(', ');
  return [words.say('people.page.second', { actions })];
}

function facilitatorsOf({ facilitators: { names, unnamed } }: ProcessView, words: Words): Html {
  const text = words.all.pages.process;
  return html`${
      names.length === 0
        ? nothing
        : html`<ul>
            ${names.map((name) => html`<li>${name}</li>`)}
          </ul>`
    }
    ${unnamed === 0 ? nothing : html`<p>${words.say('pages.process.unnamed', { count: unnamed })}</p>`}
    <p>${names.length + unnamed === 0 ? text.nobody : text.facilitatorsSee}</p>`;
}

function hiddenOf({ hidden }: ProcessView, words: Words): Html {
  const text = words.all.pages.process;
  if (hidden.size === 0) return html`<p>${text.noneHidden}</p>`;
  return html`<table>
    <caption>
      ${text.hiddenCaption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${text.reason}</th>
        <th scope="col" class="number">${text.count}</th>
      </tr>
    </thead>
    <tbody>
      ${[...hidden].map(
        ([reason, count]) =>
          html`<tr>
            <th scope="row">${reasonText(reason, words)}</th>
            <td class="number">${count}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
