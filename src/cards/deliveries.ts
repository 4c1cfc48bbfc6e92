import type { DeliveriesView } from '../app/views.js';
import type { DeliveryReport } from '../domain/delivery.js';
import type { Words } from '../words/catalogue.js';
import { button, type Action } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { countFacts, totalOf } from './delivery-counts.js';
import { reasonsText } from './delivery-reasons.js';
import { shortMomentText } from './moment.js';
import { expand } from './template.js';
import { inline, plain } from './text.js';
import { unreachedLines } from './unreached.js';

type Told = DeliveriesView['announcements'][number];

/** One announcement as the template binds it. */
interface ToldData {
  readonly heading: string;
  readonly headline: string;
  readonly hasCounts: boolean;
  readonly counts: readonly object[];
  readonly notes: readonly { readonly text: string }[];
  readonly unreachedHeading: string;
  readonly unreached: readonly object[];
  readonly retries: boolean;
  readonly actions: readonly Action[];
}

/** For all lists of places not reached together. */
const unreachedBytes = 16_000;

/** A card has room for six buttons, and one of them asks for it again. */
const retriesShown = 5;
/** Trying these again would end the same. */
const hopelessEdits = ['no-message-id', 'message-gone'];

/** Whom the newest announcements of a charter reached, and whom not: numbers that add up to the last place. */
export function renderDeliveries({ charter, announcements }: DeliveriesView, { words }: Reader): Rendered {
  const title = words.say('deliveries.title', { charter: inline(charter) });
  const nothing = words.say('deliveries.nothing', { charter: inline(charter) });
  const most = Math.floor(unreachedBytes / Math.max(announcements.length, 1));
  const shown = announcements.map((told, index) =>
    announcementOf(told, { mostBytes: most, retries: index < retriesShown }, words),
  );
  const newest = shown[0];
  const summary = plain(newest === undefined ? nothing : `${title}. ${newest.heading}: ${newest.headline}`);
  const card = expand('deliveries', {
    language: words.language,
    summary,
    title,
    nothing: shown.length > 0 ? '' : nothing,
    announcements: shown,
    actions: [button(words.all.deliveries.refresh, { kind: 'deliveries', charter })],
  });
  return { card, summary };
}

function announcementOf(
  told: Told,
  { mostBytes, retries }: { mostBytes: number; retries: boolean },
  words: Words,
): ToldData {
  const unreached = unreachedLines(told, mostBytes, words);
  const actions = retries && hasFailed(told.report) ? [retryButton(told, words)] : [];
  return {
    heading: headingOf(told, words),
    headline: headlineOf(told.report, words),
    hasCounts: told.report.intended > 0,
    counts: countFacts(told.report, words),
    notes: [...twiceLine(told.report, words), ...editsLine(told.report, words)].map((text) => ({ text })),
    unreachedHeading: unreached.length > 0 ? words.all.deliveries.unreached : '',
    unreached,
    retries: actions.length > 0,
    actions,
  };
}

function hasFailed({ failed, edits }: DeliveryReport): boolean {
  const hopeful = Object.entries(edits.failed).filter(([reason]) => !hopelessEdits.includes(reason));
  return totalOf(failed) + totalOf(Object.fromEntries(hopeful)) > 0;
}

function retryButton({ announcement: { id, charter } }: Told, words: Words): Action {
  return button(words.all.deliveries.retry, { kind: 'retry', charter, announcement: id });
}

function twiceLine({ possiblyTwice }: DeliveryReport, words: Words): readonly string[] {
  return possiblyTwice === 0 ? [] : [words.say('deliveries.twice', { count: possiblyTwice })];
}

/** How the copies already posted stand to what is to be read there now. */
function editsLine({ edits }: DeliveryReport, words: Words): readonly string[] {
  if (edits.intended === 0) return [];
  const { intended, edited, waiting } = edits;
  if (edited === intended) return [words.say('deliveries.edited', { edited })];
  const counts = { intended, edited, waiting, failed: totalOf(edits.failed) };
  const reasons = reasonsText(edits.failed, words);
  if (reasons === '') return [words.say('deliveries.edits', counts)];
  return [words.say('deliveries.editsFailed', { ...counts, reasons })];
}

function headingOf({ announcement, number }: Told, words: Words): string {
  const { kind } = announcement;
  // UTC, and said so: facilitators in several time zones read it.
  const at = shortMomentText({ at: announcement.at, timeZone: 'UTC' }, words);
  if (kind === 'announced') return words.say('deliveries.announced', { at });
  return words.say(`deliveries.${kind}`, { number: String(number ?? 'none'), at });
}

function headlineOf({ intended, sent, waiting, sending }: DeliveryReport, words: Words): string {
  if (intended === 0) return words.all.deliveries.noPlaces;
  if (waiting + sending > 0) return words.say('deliveries.underWay', { sent, intended });
  return words.say(sent === intended ? 'deliveries.allReached' : 'deliveries.someReached', {
    sent,
    intended,
  });
}
