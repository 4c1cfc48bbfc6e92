import type { NoticeView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { spellingOf } from './spelling.js';

type ProcessNotice = Extract<
  NoticeView,
  {
    what:
      | 'sealed-now'
      | 'charter-sealed'
      | 'draft-still-open'
      | 'declined'
      | 'nothing-to-decline'
      | 'no-groups'
      | 'comment-in-public'
      | 'my-data-in-public'
      | 'receipt-in-public'
      | 'no-such-comment'
      | 'for-moderators';
  }
>;

/** What was said about a process and its end, about taking part, and about what is for one pair of eyes. */
export function processNoticeText(view: ProcessNotice, words: Words): string {
  const texts = words.all.notice;
  switch (view.what) {
    case 'sealed-now':
      return words.say('notice.sealedNow', { intended: view.intended });
    case 'charter-sealed':
      return texts.charterSealed;
    case 'draft-still-open':
      return texts.draftStillOpen;
    case 'declined':
      return texts.declined;
    case 'nothing-to-decline':
      return texts.nothingToDecline;
    case 'no-groups':
      return texts.noGroups;
    case 'comment-in-public':
      return texts.commentInPublic;
    case 'my-data-in-public':
      return words.say('notice.myDataInPublic', {
        myData: spellingOf('myData', words),
        forgetMe: spellingOf('forgetMe', words),
      });
    case 'receipt-in-public':
      return texts.receiptInPublic;
    case 'no-such-comment':
      return texts.noSuchComment;
    case 'for-moderators':
      return texts.forModerators;
  }
}
