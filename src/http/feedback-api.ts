import { feedbackOf } from '../app/feedback/feedback-of.js';
import type { CausedChange, FeedbackRound, ToldTheme } from '../app/feedback/views.js';
import type { Ports } from '../app/ports.js';
import type { CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import { ok, withCharter, type ApiAnswer } from './api-answer.js';

/** What was asked, said and done: what everybody may read. */
export function createFeedbackApi(ports: Ports) {
  return {
    readFeedback: (charter: string) => withCharter(ports, charter, (name) => readFeedback(ports, name)),
  };
}

async function readFeedback(ports: Ports, name: CharterName): Promise<ApiAnswer> {
  const charter = await ports.charters.find(name);
  if (charter === undefined) throw new Error('a charter is gone');
  const { rounds, timeZone } = await feedbackOf(ports, charter);
  return ok(200, { charter: name, timeZone, rounds: rounds.toReversed().map(roundOf) });
}

function roundOf(round: FeedbackRound): object {
  const { draft, askedAt, until, comments, sorts, outside, ungrouped, themes, unanswered } = round;
  return {
    draft: draft?.number ?? null,
    ...given({ askedAt, until }),
    comments,
    sorts: Object.fromEntries(sorts),
    outside: outside.map(({ id, source, label, people, day, text }) => {
      return { id, source, label, ...given({ people }), day, text };
    }),
    ungrouped,
    themes: themes.map(themeOf),
    ...given({ unanswered }),
  };
}

function themeOf({ number, title, comments, outside, people, answer, toldAt, changes }: ToldTheme): object {
  return {
    ...{ number, title, comments, outside, people },
    ...given({ answer, toldAt }),
    changes: changes.map(changeOf),
  };
}

function changeOf({ number, base, of, value, title, kinds, size, why, before, after }: CausedChange): object {
  return {
    draft: number,
    base,
    of,
    ...given({ value }),
    title,
    kinds,
    ...given({ size, why, before, after }),
  };
}
