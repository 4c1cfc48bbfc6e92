import type { BallotView } from '../../app/views.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, type Action } from '../actions.js';
import type { Line } from '../line-pages.js';
import { changeSpoken, kindsText, saidLines, wordLines } from './change-lines.js';

/** Beside a value's text there is room for so much of what changed in it. */
const wordsBytes = 4_000;

export interface ShownChange {
  readonly any: boolean;
  readonly lines: readonly Line[];
  readonly disputable: boolean;
  readonly actions: readonly Action[];
  readonly spoken: string;
}

/** What a value says otherwise than when it was last rated, and what its reader answered then. */
export function ballotChangeOf(view: BallotView, words: Words): ShownChange {
  const { change, carried, subject, value } = view;
  const carriedLine =
    carried === undefined
      ? []
      : [
          words.say(change?.size === 'spelling' ? 'revision.ballot.carriedOver' : 'revision.ballot.carried', {
            number: String(carried),
          }),
        ];
  if (change === undefined) {
    const lines = carriedLine.map((text) => ({ text }));
    return { any: lines.length > 0, lines, disputable: false, actions: [], spoken: carriedLine.join(' ') };
  }
  const { kinds, since, before, former, disputable } = change;
  const { title, text } = value;
  const isNew = kinds.includes('added');
  const what = isNew
    ? words.all.revision.ballot.added
    : words.say('revision.ballot.changed', { since: String(since), kinds: kindsText(kinds, words) });
  const answers = former
    .filter(() => carried === undefined)
    .map(({ answer, number }) =>
      words.say('revision.ballot.former', { number: String(number), answer: `*${words.all.scale[answer]}*` }),
    );
  const shown = isNew ? [] : wordLines({ before, after: { title, text } }, words, wordsBytes);
  const about = aboutOf(subject);
  const actions = disputable
    ? [
        button(words.all.revision.ballot.dispute, {
          kind: 'dispute',
          about,
          value: { by: 'id', id: value.id },
          confirmed: false,
        }),
      ]
    : [];
  const spoken = isNew
    ? what
    : changeSpoken({ of: 'value', title: '', kinds, before, after: { title, text }, said: [] }, words);
  return {
    any: true,
    lines: [
      { text: what },
      ...shown,
      ...(shown.length > 0 ? [{ text: words.all.revision.diff.key }] : []),
      ...saidLines(change, words),
      ...[...answers, ...carriedLine].map((line) => ({ text: line })),
    ],
    disputable: actions.length > 0,
    actions,
    spoken: [spoken, ...answers.map((line) => line.replaceAll('*', '')), ...carriedLine].join(' '),
  };
}
