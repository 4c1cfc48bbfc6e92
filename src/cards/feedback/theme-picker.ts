import type { Theme } from '../../domain/theme.js';
import type { CharterName } from '../../domain/charter.js';
import type { Words } from '../../words/catalogue.js';
import { dataFor } from '../action-data.js';
import type { Action } from '../actions.js';
import { plain, shorten } from '../text.js';

const choiceShown = 60;

/** A choice of themes, and the buttons that do something with the one chosen. */
export interface ThemePicker {
  readonly any: boolean;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly actions: readonly Action[];
}

export function themePicker(
  charter: CharterName,
  themes: readonly Pick<Theme, 'number' | 'title'>[],
  words: Words,
): ThemePicker {
  const { pick, open } = words.all.feedback.theme;
  return {
    any: themes.length > 0,
    label: pick,
    ...choicesOf(themes, words),
    actions: [chosenButton(open, { kind: 'theme', charter })],
  };
}

/** Preset, so that no button lacks a theme. */
export function choicesOf(
  themes: readonly Pick<Theme, 'number' | 'title'>[],
  words: Words,
  preset = themes[0]?.number,
): Pick<ThemePicker, 'value' | 'choices'> {
  return {
    value: String(preset ?? ''),
    choices: themes.map(({ number, title }) => ({
      title: plain(words.say('feedback.theme.numbered', { number, title: shorten(title, choiceShown) })),
      value: String(number),
    })),
  };
}

/** Which theme it is for is in the input beside it, called `theme`. */
export function chosenButton(
  title: string,
  { kind, charter }: { kind: 'theme' | 'edit-theme' | 'answer-theme'; charter: CharterName },
  { primary = false }: { primary?: boolean } = {},
): Action {
  const { number: _, ...data } = dataFor({ kind, charter, number: 0 });
  const same = { title: plain(title), data, ...(primary ? { style: 'positive' } : {}) };
  return { type: 'Action.Execute', verb: kind, ...same, fallback: { type: 'Action.Submit', ...same } };
}
