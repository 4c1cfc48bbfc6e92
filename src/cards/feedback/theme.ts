import type { ThemeView } from '../../app/feedback/views.js';
import type { Comment } from '../../domain/comment.js';
import { given } from '../../domain/given.js';
import type { OutsideFeedback } from '../../domain/theme.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { byLine, wordsOf } from '../comments/comment-lines.js';
import { pagesOf } from '../markdown.js';
import { pageButtons, pageLine } from '../paging.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import {
  changeLine,
  followUpText,
  gatheredText,
  sourceText,
  standingText,
  statusText,
  titleShown,
} from './feedback-text.js';
import { pageOfGroups, type Group } from './paged-lines.js';

const titleSpoken = 120;
/** Of a long reason or comment, what stands together. */
const partBytes = 5_000;
const changesShown = 12;
/** With paging and the way back, six in all. */
const changeButtons = 3;

/** One theme: what was said, what became of it, and the changes it led to. */
export function renderTheme(view: ThemeView, { words }: Reader): Rendered {
  const { theme, subject } = view;
  const { number } = theme;
  const { charter } = subject;
  const { page, pages, lines } = pageOfGroups(groupsOf(view, words), view.page, words);
  const title = plain(shorten(theme.title, titleSpoken));
  const summary = words.say('feedback.theme.summary', { number, title, answer: standingText(theme, words) });
  const card = expand('theme', {
    language: words.language,
    ...told(summary, ''),
    place: words.say('feedback.theme.place', { number, charter: inline(charter) }),
    title: inline(shorten(theme.title, titleShown)),
    gathers: gatheredText(theme, words),
    lines,
    page: pageLine({ page, pages }, words),
    actions: [
      ...pageButtons({ page, pages }, words, (wanted) => ({ kind: 'theme', charter, number, page: wanted })),
      ...changesButtons(view, words),
      button(words.all.feedback.theme.all, { kind: 'feedback', charter }),
    ],
  });
  return { card, summary };
}

function groupsOf(view: ThemeView, words: Words): readonly Group[] {
  const { theme, comments } = view;
  const texts = words.all.feedback.theme;
  const section = (heading: string, groups: readonly Group[]): readonly Group[] =>
    groups.map((group, index) => ({
      under: heading,
      lines: index === 0 ? [{ look: 'heading', text: heading }, ...group.lines] : group.lines,
    }));
  return [
    ...section(texts.answer, answerGroups(view, words)),
    ...section(texts.changes, changeGroups(view, words)),
    ...section(
      texts.comments,
      comments.map((comment) => commentGroup(comment, words)),
    ),
    ...section(
      texts.outside,
      theme.fromOutside.map((each) => outsideGroup(each, words)),
    ),
  ];
}

function answerGroups({ theme: { answer } }: ThemeView, words: Words): readonly Group[] {
  if (answer === undefined) return [{ lines: [{ look: 'text', text: words.all.feedback.did.unanswered }] }];
  const status = { look: 'strong', text: inline(statusText(answer, words)) } as const;
  const parts = pagesOf(answer.reason, partBytes).map((text) => ({ look: 'text', text }) as const);
  const followUp = answer.followUp === undefined ? '' : followUpText(answer.followUp, words);
  return parts.map((part, index) => ({
    lines: [
      ...(index === 0 ? [status] : []),
      part,
      ...(index === parts.length - 1 ? [{ look: 'text', text: followUp } as const] : []),
    ],
  }));
}

function changeGroups({ theme: { changes } }: ThemeView, words: Words): readonly Group[] {
  return changes.slice(0, changesShown).map((change) => ({
    lines: [
      { look: 'text', text: changeLine(change, words) },
      {
        look: 'quiet',
        text:
          change.why === undefined
            ? ''
            : words.say('feedback.caused.why', { why: inline(shorten(change.why, titleShown)) }),
      },
    ],
  }));
}

function commentGroup(comment: Comment, words: Words): Group {
  return {
    lines: [
      { look: 'strong', text: words.all.comments.sorts[comment.sort] },
      { look: 'text', text: wordsOf(comment.text) },
      { look: 'quiet', text: byLine(comment, words) },
    ],
  };
}

function outsideGroup(each: OutsideFeedback, words: Words): Group {
  return {
    lines: [
      { look: 'strong', text: sourceText(each, words) },
      { look: 'text', text: wordsOf(each.text) },
    ],
  };
}

/** One for each draft that changed something because of it, to the change where there is but one. */
function changesButtons({ subject, theme }: ThemeView, words: Words): readonly Action[] {
  const numbers = [...new Set(theme.changes.map(({ number }) => number))];
  return numbers.slice(-changeButtons).map((number) => {
    const changes = theme.changes.filter((change) => change.number === number);
    const [only, ...others] = changes;
    const value =
      only?.value === undefined || others.length > 0 || only.of !== 'value'
        ? undefined
        : ({ by: 'id', id: only.value } as const);
    const { charter } = subject;
    return button(words.say('feedback.theme.showChange', { number }), {
      kind: 'changes',
      about: { charter },
      to: number,
      ...given({ from: only?.base, value }),
    });
  });
}
