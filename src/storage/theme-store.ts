import type { Transaction } from 'kysely';

import type { ThemeStore } from '../app/feedback/theme-store.js';
import type { CharterName } from '../domain/charter.js';
import type { Theme } from '../domain/theme.js';
import type { Database } from './database.js';
import { answerTheme, changeTheme, dropTheme, makeTheme } from './keep-theme.js';
import { addOutside, readOutside, removeOutside } from './outside-feedback.js';
import { readThemes, readUngrouped, speaking } from './read-themes.js';
import type { Tables } from './schema.js';
import { repeatingDeadlocks } from './settle.js';
import { audienceOf, tellAnswers } from './tell-answers.js';

export function createThemeStore({ query }: Database): ThemeStore {
  const inOne = <T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> =>
    repeatingDeadlocks(() => query.transaction().execute(work));
  const numbered = async (charter: CharterName, number: number): Promise<Theme | undefined> =>
    (await readThemes(query, charter)).find((theme) => theme.number === number);

  return {
    all: (charter) => readThemes(query, charter),
    numbered: ({ charter, number }) => numbered(charter, number),

    async ofComment(comment) {
      const row = await query
        .selectFrom('comments as said')
        .select(['said.charter', speaking.as('speaking')])
        .where('said.id', '=', comment)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const all = await readThemes(query, row.charter);
      return all.find(({ comments }) => comments.includes(row.speaking));
    },

    async make(theme) {
      const number = await inOne((tx) => makeTheme(tx, theme));
      return number === undefined ? undefined : numbered(theme.charter, number);
    },

    change: (theme) => inOne((tx) => changeTheme(tx, theme)),
    drop: (which) => inOne((tx) => dropTheme(tx, which)),
    answer: (answer) => inOne((tx) => answerTheme(tx, answer)),
    tell: (telling) => inOne((tx) => tellAnswers(tx, telling)),
    audience: (charter) => audienceOf(query, charter),
    ungrouped: (which) => readUngrouped(query, which),
    outside: (charter) => readOutside(query, charter),
    addOutside: (feedback) => inOne((tx) => addOutside(tx, feedback)),
    removeOutside: (which) => inOne((tx) => removeOutside(tx, which)),
  };
}
