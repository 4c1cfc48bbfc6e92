import { feedbackViewKinds, type FeedbackView } from '../../app/feedback/views.js';
import type { Reader, Rendered } from '../card.js';
import { renderAnswerForm } from './answer-form.js';
import { renderAskFirst } from './ask-first.js';
import { renderAskedSaidDid } from './asked-said-did.js';
import { renderOutsideForm } from './outside-form.js';
import { renderThemeForm } from './theme-form.js';
import { renderTheme } from './theme.js';
import { renderThemes } from './themes.js';

export function isFeedbackView(view: { readonly kind: string }): view is FeedbackView {
  return (feedbackViewKinds as readonly string[]).includes(view.kind);
}

export function renderFeedback(view: FeedbackView, reader: Reader): Rendered {
  switch (view.kind) {
    case 'feedback':
      return renderAskedSaidDid(view, reader);
    case 'theme':
      return renderTheme(view, reader);
    case 'themes':
      return renderThemes(view, reader);
    case 'theme-form':
      return renderThemeForm(view, reader);
    case 'outside-form':
      return renderOutsideForm(view, reader);
    case 'answer-form':
      return renderAnswerForm(view, reader);
    case 'ask-first':
      return renderAskFirst(view, reader);
  }
}
