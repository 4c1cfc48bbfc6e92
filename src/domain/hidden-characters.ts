/**
 * Controls but tab and line feed, overrides and isolates of direction, invisible characters and fillers: they change how
 * others around them read, or nobody sees them, and a text may not hide behind them.
 */
export const hiddenCharacters =
  /(?![\t\n])\p{Cc}|[\u00AD\u061C\u115F\u1160\u180E\u200B\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
