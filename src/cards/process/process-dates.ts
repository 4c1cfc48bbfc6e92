import { shortHash } from '../../app/ledger/ledger-file.js';
import type { ProcessView } from '../../app/process/views.js';
import type { Moment } from '../../app/subject.js';
import { hidingReasons } from '../../domain/comment.js';
import type { Words } from '../../words/catalogue.js';
import { momentText } from '../moment.js';
import { shorten } from '../text.js';
import { reasonText } from './record-text.js';

const namesShown = 300;

interface Fact {
  readonly title: string;
  readonly value: string;
}

/** When, by whom, and how many comments are hidden. */
export function processDates(
  view: ProcessView,
  words: Words,
  safe: (text: string) => string,
): readonly Fact[] {
  const { opened, closes, sealed, identitiesGo, identitiesWent, facilitators, hidden } =
    words.all.process.facts;
  const went = view.records.some(({ entry }) => entry.kind === 'identities-erased');
  return [
    ...dateFact(opened, view.opened, words),
    ...dateFact(closes, view.closes, words),
    ...dateFact(sealed, view.sealed, words),
    ...dateFact(went ? identitiesWent : identitiesGo, view.identitiesGo, words),
    { title: facilitators, value: facilitatorsText(view, words, safe) },
    { title: hidden, value: hiddenText(view, words) },
    ...ledgerFacts(view, words),
  ];
}

function dateFact(title: string, moment: Moment | undefined, words: Words): readonly Fact[] {
  return moment === undefined ? [] : [{ title, value: momentText(moment, words) }];
}

function facilitatorsText(
  { facilitators: { names, unnamed } }: ProcessView,
  words: Words,
  safe: (text: string) => string,
): string {
  if (names.length === 0) return words.say('process.facilitators.unnamed', { count: unnamed });
  const shown = safe(shorten(names.join(', '), namesShown));
  if (unnamed === 0) return words.say('process.facilitators.named', { names: shown });
  return words.say('process.facilitators.more', { names: shown, count: unnamed });
}

function hiddenText({ hidden }: ProcessView, words: Words): string {
  const counted = hidingReasons.flatMap((reason) => {
    const count = hidden.get(reason) ?? 0;
    return count === 0 ? [] : [{ reason, count }];
  });
  if (counted.length === 0) return words.all.process.noneHidden;
  const reasons = counted.map(({ reason, count }) =>
    words.say('process.hiddenReason', { reason: reasonText(reason, words), count }),
  );
  const count = counted.reduce((sum, each) => sum + each.count, 0);
  return words.say('process.hiddenCounts', { count, reasons: reasons.join(', ') });
}

/** What waits in the open, whether fixed terms still hold, and the head of the ledger. */
function ledgerFacts({ waiting = [], terms, records }: ProcessView, words: Words): readonly Fact[] {
  const { approvals, ledger, terms: texts } = words.all.people;
  const [newest] = records;
  return [
    ...waiting.map(({ action, since }) => ({
      title: approvals.waiting,
      value: words.say('people.approvals.fact', {
        action: approvals.actions[action],
        moment: momentText(since, words),
      }),
    })),
    ...(terms === undefined
      ? []
      : [
          {
            title: texts.standing,
            value: words.say(terms.holds ? 'people.terms.holds' : 'people.terms.changed', {
              digest: shortHash(terms.digest),
            }),
          },
        ]),
    ...(newest === undefined ? [] : [{ title: ledger.title, value: shortHash(newest.hash) }]),
  ];
}
