import { barFrom } from '../bar-from.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { saveAnswer, showAnswerForm } from './answer-theme.js';
import { dropTheme } from './drop-theme.js';
import { showThemeForm } from './edit-theme.js';
import { feedbackKinds, type AnsweringIntent, type FeedbackIntent } from './intents.js';
import { dropOutside, saveOutside, showOutsideForm } from './outside.js';
import { saveTheme } from './save-theme.js';
import { showFeedback, showTheme } from './show-feedback.js';
import { showThemes } from './show-themes.js';
import { tellAnswers } from './tell-answers.js';

export function isFeedback(intent: { readonly kind: string }): intent is FeedbackIntent {
  return (feedbackKinds as readonly string[]).includes(intent.kind);
}

/** Themes, answers, and what was done. */
export async function respondToFeedback(
  ports: Ports,
  speaker: Speaker,
  intent: FeedbackIntent,
): Promise<readonly View[]> {
  switch (intent.kind) {
    case 'feedback':
      return [await showFeedback(ports, speaker, intent)];
    case 'theme':
      return [await showTheme(ports, speaker, intent)];
    default:
      return (await barFrom(ports, speaker)) ?? [await answering(ports, speaker, intent)];
  }
}

function answering(ports: Ports, speaker: Speaker, intent: AnsweringIntent): Promise<View> {
  switch (intent.kind) {
    case 'themes':
      return showThemes(ports, speaker, intent);
    case 'edit-theme':
      return showThemeForm(ports, speaker, intent);
    case 'save-theme':
      return saveTheme(ports, speaker, intent);
    case 'drop-theme':
      return dropTheme(ports, speaker, intent);
    case 'outside':
      return showOutsideForm(ports, speaker, intent);
    case 'save-outside':
      return saveOutside(ports, speaker, intent);
    case 'drop-outside':
      return dropOutside(ports, speaker, intent);
    case 'answer-theme':
      return showAnswerForm(ports, speaker, intent);
    case 'save-answer':
      return saveAnswer(ports, speaker, intent);
    case 'tell-answers':
      return tellAnswers(ports, speaker, intent);
  }
}
