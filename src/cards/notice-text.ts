import type { NoticeView } from '../app/views.js';
import { limits } from '../domain/imported-post.js';
import type { Words } from '../words/catalogue.js';
import { planningNoticeText } from './notice-planning-text.js';
import { processNoticeText } from './notice-process-text.js';
import { settingsNoticeText } from './notice-settings-text.js';
import { spellingOf } from './spelling.js';
import { inline, plain, shorten } from './text.js';

const wordsShown = 60;
const namesShown = 200;

/** `shown`: for a TextBlock. `spoken`: the same as plain text. */
export function noticeText(view: NoticeView, words: Words, form: 'shown' | 'spoken'): string {
  return form === 'shown' ? textOf(view, words, inline) : textOf(view, words, plain).replaceAll('*', '');
}

function textOf(view: NoticeView, words: Words, safe: (text: string) => string): string {
  const texts = words.all.notice;
  const number = view.subject?.number ?? 0;
  switch (view.what) {
    case 'subscribed':
    case 'unsubscribed':
      return subscriptionText(view, words, safe);
    case 'rated-in-public':
      return words.say('notice.ratedInPublic', { position: view.position });
    case 'withdrawn-in-public':
      return words.say('notice.withdrawnInPublic', { position: view.position });
    case 'draft-closed':
      return withCurrent(words.say('notice.draftClosed', { number }), view, words);
    case 'draft-replaced':
      return withCurrent(words.say('notice.draftReplaced', { number }), view, words);
    case 'draft-withdrawn':
      return withCurrent(words.say('notice.draftWithdrawn', { number }), view, words);
    case 'draft-adopted':
      return withCurrent(words.say('notice.draftAdopted', { number }), view, words);
    case 'no-such-value':
      return words.say('notice.noSuchValue', { total: view.total });
    case 'no-such-charter': {
      const names = safe(shorten(view.charters.join(', '), namesShown));
      return words.say('notice.noSuchCharter', { count: view.charters.length, names });
    }
    case 'no-charter':
      if (!view.facilitator) return texts.noCharter;
      return words.say('notice.noCharterFacilitator', { newDraft: spellingOf('newDraft', words) });
    case 'no-draft':
      return texts.noDraft;
    case 'no-such-draft':
      return texts.noSuchDraft;
    case 'nothing-open':
      return texts.nothingOpen;
    case 'nothing-to-close':
      return texts.nothingToClose;
    case 'for-facilitators':
      return texts.forFacilitators;
    case 'in-personal-chat':
      return texts.inPersonalChat;
    case 'no-working-copy':
      return words.say('notice.noWorkingCopy', { newDraft: spellingOf('newDraft', words) });
    case 'already-published':
      return texts.alreadyPublished;
    case 'working-copy-changed':
      return texts.workingCopyChanged;
    case 'published':
      return words.say(view.kindOf === 'published' ? 'notice.published' : 'notice.announced', {
        intended: view.intended,
      });
    case 'closed-now':
      return texts.closedNow;
    case 'withdrawn-now':
      return texts.withdrawnNow;
    case 'nothing-to-withdraw':
      return texts.nothingToWithdraw;
    case 'nothing-to-reopen':
      return texts.nothingToReopen;
    case 'nothing-to-remind':
      return texts.nothingToRemind;
    case 'paused':
    case 'resumed':
    case 'quiet-hours':
    case 'quiet-hours-shared':
    case 'time-unreadable':
    case 'day-unreadable':
    case 'hours-unreadable':
    case 'time-past':
    case 'pause-too-long':
      return settingsNoticeText(view, words);
    case 'reopened-now':
    case 'reminding':
    case 'planned':
    case 'appointment-cancelled':
    case 'no-appointment':
    case 'nothing-to-correct':
    case 'nothing-corrected':
    case 'correction-overtaken':
    case 'correction-refused':
    case 'corrected':
    case 'retried':
      return planningNoticeText(view, words, safe);
    case 'sealed-now':
    case 'charter-sealed':
    case 'draft-still-open':
    case 'declined':
    case 'nothing-to-decline':
    case 'no-groups':
    case 'comment-in-public':
    case 'my-data-in-public':
    case 'receipt-in-public':
    case 'no-such-comment':
    case 'for-moderators':
      return processNoticeText(view, words);
    case 'unknown':
      return unknownText(view, words, safe);
    case 'import-failed':
      return importFailedText(view.why, words);
    case 'outdated':
      return texts.outdated;
    case 'went-wrong':
      return texts.wentWrong;
  }
}

type Notice<What extends NoticeView['what']> = Extract<NoticeView, { what: What }>;

function subscriptionText(
  { what, scope, charter }: Notice<'subscribed' | 'unsubscribed'>,
  words: Words,
  safe: (text: string) => string,
): string {
  const text = words.say(`notice.${what}.${scope}`, { unsubscribe: spellingOf('unsubscribe', words) });
  return charter === undefined ? text : `${text} ${words.say('notice.of', { charter: safe(charter) })}`;
}

function withCurrent(
  text: string,
  { current }: Notice<'draft-closed' | 'draft-replaced' | 'draft-withdrawn' | 'draft-adopted'>,
  words: Words,
): string {
  if (current?.number === undefined) return text;
  const key = current.state === 'adopted' ? 'notice.currentAdopted' : 'notice.current';
  return `${text} ${words.say(key, { number: current.number })}`;
}

function unknownText(
  { text, nearest }: Notice<'unknown'>,
  words: Words,
  safe: (text: string) => string,
): string {
  const said = words.say('notice.unknown', { text: safe(shorten(text, wordsShown)) });
  const { unknownHelp } = words.all.notice;
  if (nearest === undefined) return `${said} ${unknownHelp}`;
  return `${said} ${words.say('notice.nearest', { nearest: safe(shorten(nearest, wordsShown)) })}`;
}

function importFailedText(why: Notice<'import-failed'>['why'], words: Words): string {
  const { notText, notFetched } = words.all.notice.importFailed;
  switch (why) {
    case 'not-text':
      return notText;
    case 'not-fetched':
      return notFetched;
    case 'too-large':
      return words.say('notice.importFailed.tooLarge', { kilobytes: limits.bytes / 1024 });
  }
}
