import type { SettingsView } from '../app/views.js';
import { addDays } from '../app/zoned-time.js';
import type { QuietHours, TimeOfDay } from '../domain/place.js';
import type { Words } from '../words/catalogue.js';
import { button, type Action } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { momentText, zoneText } from './moment.js';
import { spellingOf } from './spelling.js';
import { expand } from './template.js';
import { inline, plain, shorten } from './text.js';
import { told } from './told.js';

const namesShown = 200;
const monthDays = 30;
/** What the fields hold before somebody chooses hours, so that one tap sets them. */
const usualNight: QuietHours = { from: '20:00' as TimeOfDay, until: '08:00' as TimeOfDay };

/** What comes to a place, and when, with one tap for each change. */
export function renderSettings(view: SettingsView, { words }: Reader): Rendered {
  const { title, free } = words.all.settings;
  const hears = hearsText(view, words);
  const paused = pausedText(view, words);
  const summary = [title + '.', plain(hears), paused].join(' ').trim();
  const card = expand('settings', {
    language: words.language,
    ...told(summary, typedHint(words)),
    title,
    hears,
    ceiling: ceilingText(view, words),
    change: [changeButton(view, words)],
    pause: pauseOf(view, paused, words),
    quiet: quietOf(view, words),
    zone: zoneLine(view, words),
    free,
  });
  return { card, summary };
}

/** Only where there is a time to choose. */
function zoneLine(view: SettingsView, words: Words): string {
  if (!hearsAny(view) && view.pausedUntil === undefined) return '';
  const key = view.scope === 'personal' ? 'settings.zonePersonal' : 'settings.zoneShared';
  return words.say(key, { zone: zoneText(view.timeZone) });
}

function hearsAny({ subscribed }: SettingsView): boolean {
  return subscribed !== 'none' && subscribed.length > 0;
}

function hearsText({ subscribed }: SettingsView, words: Words): string {
  const { all, none } = words.all.settings.hears;
  if (subscribed === 'all') return all;
  if (subscribed === 'none' || subscribed.length === 0) return none;
  return words.say('settings.hears.some', {
    charters: inline(shorten(subscribed.join(', '), namesShown)),
  });
}

function ceilingText(view: SettingsView, words: Words): string {
  const count = view.contactsPerDraft;
  return count === undefined || !hearsAny(view) ? '' : words.say('settings.ceiling', { count });
}

function pausedText({ pausedUntil }: SettingsView, words: Words): string {
  return pausedUntil === undefined
    ? ''
    : words.say('settings.paused', { moment: momentText(pausedUntil, words) });
}

function changeButton(view: SettingsView, words: Words): Action {
  const { subscribe, unsubscribe } = words.all.common;
  return hearsAny(view)
    ? button(unsubscribe, { kind: 'unsubscribe' })
    : button(subscribe, { kind: 'subscribe' }, { primary: true });
}

function pauseOf(view: SettingsView, paused: string, words: Words): object {
  const { pause, pauseHint, pauseDate, pauseDateMissing, pauseUntil } = words.all.settings;
  return {
    any: hearsAny(view) || view.pausedUntil !== undefined,
    heading: pause,
    text: paused === '' ? pauseHint : paused,
    actions: pauseButtons(view, words),
    date: pauseDate,
    dateMissing: pauseDateMissing,
    earliest: addDays(view.today, 1),
    value: addDays(view.today, monthDays),
    dateActions: [button(pauseUntil, { kind: 'pause', until: 'unreadable' }, { inputs: true })],
  };
}

/** A card has room for six buttons: a month is in the field already where quiet hours need one more. */
function pauseButtons(view: SettingsView, words: Words): readonly Action[] {
  const { week, twoWeeks, month, resume } = words.all.settings;
  if (view.pausedUntil !== undefined) return [button(resume, { kind: 'resume' }, { primary: true })];
  return [
    button(week, { kind: 'pause', until: { days: 7 } }),
    button(twoWeeks, { kind: 'pause', until: { days: 14 } }),
    ...(hoursOf(view) === undefined ? [button(month, { kind: 'pause', until: { days: monthDays } })] : []),
  ];
}

function hoursOf({ quiet }: SettingsView): QuietHours | undefined {
  return quiet === undefined || quiet.hours === 'off' ? undefined : quiet.hours;
}

function quietOf(view: SettingsView, words: Words): object {
  const texts = words.all.settings;
  const hours = hoursOf(view);
  const { from, until } = hours ?? usualNight;
  return {
    any: view.quiet !== undefined && hearsAny(view),
    heading: texts.quiet,
    text: quietText(view, hours, words),
    from: texts.quietFrom,
    until: texts.quietUntil,
    missing: texts.quietMissing,
    fromValue: from,
    untilValue: until,
    actions: [
      button(texts.setQuiet, { kind: 'quiet', hours: 'unreadable' }, { inputs: true }),
      ...(hours === undefined ? [] : [button(texts.endQuiet, { kind: 'quiet', hours: 'off' })]),
    ],
  };
}

function quietText({ quiet }: SettingsView, hours: QuietHours | undefined, words: Words): string {
  const { quietOff, quietDefault } = words.all.settings;
  if (hours === undefined) return quietOff;
  const on = words.say('settings.quietOn', { ...hours });
  return quiet?.chosen === false ? `${on} ${quietDefault}` : on;
}

function typedHint(words: Words): string {
  return words.say('settings.typed', {
    pause: spellingOf('pause', words),
    quiet: spellingOf('quiet', words),
    unsubscribe: spellingOf('unsubscribe', words),
  });
}
