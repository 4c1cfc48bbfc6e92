import type { DeliveriesView } from '../app/views.js';
import type { DeliveryReport } from '../domain/delivery.js';
import type { Words } from '../words/catalogue.js';
import { button } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { countFacts } from './delivery-counts.js';
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
  readonly unreachedHeading: string;
  readonly unreached: readonly object[];
}

/** For all lists of places not reached together. */
const unreachedBytes = 16_000;

const timeShape = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
  timeZoneName: 'short',
} as const;

/** Whom the newest announcements of a charter reached, and whom not: numbers that add up to the last place. */
export function renderDeliveries({ charter, announcements }: DeliveriesView, { words }: Reader): Rendered {
  const title = words.say('deliveries.title', { charter: inline(charter) });
  const nothing = words.say('deliveries.nothing', { charter: inline(charter) });
  const most = Math.floor(unreachedBytes / Math.max(announcements.length, 1));
  const shown = announcements.map((told) => announcementOf(told, most, words));
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

function announcementOf(told: Told, mostBytes: number, words: Words): ToldData {
  const unreached = unreachedLines(told, mostBytes, words);
  return {
    heading: headingOf(told, words),
    headline: headlineOf(told.report, words),
    hasCounts: told.report.intended > 0,
    counts: countFacts(told.report, words),
    unreachedHeading: unreached.length > 0 ? words.all.deliveries.unreached : '',
    unreached,
  };
}

function headingOf({ announcement, number }: Told, words: Words): string {
  const at = timeText(announcement.at, words);
  if (announcement.kind === 'announced') return words.say('deliveries.announced', { at });
  return words.say('deliveries.published', { number: String(number ?? 'none'), at });
}

/** UTC, and said so: one card is read in several time zones. */
function timeText(at: string, { language }: Words): string {
  return new Intl.DateTimeFormat(language, timeShape).format(new Date(at));
}

function headlineOf({ intended, sent, waiting, sending }: DeliveryReport, words: Words): string {
  if (intended === 0) return words.all.deliveries.noPlaces;
  if (waiting + sending > 0) return words.say('deliveries.underWay', { sent, intended });
  return words.say(sent === intended ? 'deliveries.allReached' : 'deliveries.someReached', {
    sent,
    intended,
  });
}
