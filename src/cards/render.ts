import type { View } from '../app/views.js';
import { wordsFor } from '../words/catalogue.js';
import { renderAnnouncement } from './announcement.js';
import { renderAnswers } from './answers.js';
import { renderAppointments } from './appointments.js';
import { isRevisionView, renderRevision } from './revision/render.js';
import { isFeedbackView, renderFeedback } from './feedback/render.js';
import { isAdoptionView, renderAdoption } from './adoption/render.js';
import { isPeopleView, renderPeople } from './people/render.js';
import { isBlogView, renderBlog } from './blog/render.js';
import { renderBackground } from './background.js';
import { renderBallot } from './ballot.js';
import type { Reader, Rendered } from './card.js';
import { renderCharter } from './charter.js';
import { renderChooseCharter } from './choose-charter.js';
import { renderConfirm } from './confirm.js';
import { renderConsiderations } from './considerations.js';
import { renderCorrection } from './correction.js';
import { renderDeliveries } from './deliveries.js';
import { renderHelp } from './help.js';
import { renderImportRefused } from './import-refused.js';
import { renderImportReport } from './import-report.js';
import { renderNewDraft } from './new-draft.js';
import { renderNotice } from './notice.js';
import { renderPreview } from './preview.js';
import { renderCommentForm } from './comments/comment-form.js';
import { renderCommentSent } from './comments/comment-sent.js';
import { renderComments } from './comments/comments.js';
import { renderModeration } from './comments/moderation.js';
import { renderPolicy } from './comments/policy.js';
import { renderReceipt } from './comments/receipt.js';
import { renderForget } from './my-data/forget.js';
import { renderMyData } from './my-data/my-data.js';
import { renderPrivacy } from './process/privacy.js';
import { renderProcess } from './process/process.js';
import { renderRules } from './process/rules.js';
import { renderGroup } from './results/group.js';
import { renderResults } from './results/results.js';
import { renderSettings } from './settings.js';
import { checkSize } from './size.js';
import { renderStatus } from './status.js';
import { renderWelcome } from './welcome.js';

/** A view as a card in the reader's language. `shared`: others see it too, so nobody's answers stand on it. */
export function renderCard(view: View, { locale, shared }: { locale: string; shared: boolean }): Rendered {
  const rendered = renderView(view, { words: wordsFor(locale), shared });
  checkSize(rendered.card, view.kind);
  return rendered;
}

function renderView(view: View, reader: Reader): Rendered {
  if (isRevisionView(view)) return renderRevision(view, reader);
  if (isFeedbackView(view)) return renderFeedback(view, reader);
  if (isAdoptionView(view)) return renderAdoption(view, reader);
  if (isPeopleView(view)) return renderPeople(view, reader);
  if (isBlogView(view)) return renderBlog(view, reader);
  switch (view.kind) {
    case 'welcome':
      return renderWelcome(view, reader);
    case 'help':
      return renderHelp(view, reader);
    case 'charter':
      return renderCharter(view, reader);
    case 'ballot':
      return renderBallot(view, reader);
    case 'answers':
      return renderAnswers(view, reader);
    case 'considerations':
      return renderConsiderations(view, reader);
    case 'background':
      return renderBackground(view, reader);
    case 'announcement':
      return renderAnnouncement(view, reader);
    case 'results':
      return renderResults(view, reader);
    case 'status':
      return renderStatus(view, reader);
    case 'choose-charter':
      return renderChooseCharter(view, reader);
    case 'notice':
      return renderNotice(view, reader);
    case 'new-draft':
      return renderNewDraft(view, reader);
    case 'import-report':
      return renderImportReport(view, reader);
    case 'preview':
      return renderPreview(view, reader);
    case 'import-refused':
      return renderImportRefused(view, reader);
    case 'deliveries':
      return renderDeliveries(view, reader);
    case 'confirm':
      return renderConfirm(view, reader);
    case 'correction':
      return renderCorrection(view, reader);
    case 'appointments':
      return renderAppointments(view, reader);
    case 'settings':
      return renderSettings(view, reader);
    case 'group':
      return renderGroup(view, reader);
    case 'process':
      return renderProcess(view, reader);
    case 'rules':
      return renderRules(view, reader);
    case 'privacy':
      return renderPrivacy(view, reader);
    case 'comment-form':
      return renderCommentForm(view, reader);
    case 'comment-sent':
      return renderCommentSent(view, reader);
    case 'comments':
      return renderComments(view, reader);
    case 'receipt':
      return renderReceipt(view, reader);
    case 'policy':
      return renderPolicy(view, reader);
    case 'moderation':
      return renderModeration(view, reader);
    case 'my-data':
      return renderMyData(view, reader);
    case 'forget':
      return renderForget(view, reader);
  }
}
