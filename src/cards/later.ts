import type { Words } from '../words/catalogue.js';
import type { Action } from './actions.js';
import { zoneText } from './moment.js';

/** The part of a card where a day and a time are chosen instead of now, as templates bind it. */
export interface Later {
  readonly any: boolean;
  readonly heading: string;
  readonly lines: readonly { readonly text: string }[];
  readonly date: string;
  readonly dateMissing: string;
  readonly time: string;
  readonly timeMissing: string;
  readonly zone: string;
  readonly actions: readonly Action[];
}

export function laterIn(
  timeZone: string,
  { heading, lines, actions }: { heading: string; lines: readonly string[]; actions: readonly Action[] },
  words: Words,
): Later {
  const { date, dateMissing, time, timeMissing } = words.all.moments;
  return {
    any: true,
    heading,
    lines: lines.map((text) => ({ text })),
    ...{ date, dateMissing, time, timeMissing },
    zone: words.say('moments.zone', { zone: zoneText(timeZone) }),
    actions,
  };
}

/** Of a card that does what it does now. */
export const notLater: Later = {
  any: false,
  heading: '',
  lines: [],
  date: '',
  dateMissing: '',
  time: '',
  timeMissing: '',
  zone: '',
  actions: [],
};
