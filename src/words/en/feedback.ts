/** Themes, answers, and what was done. */
export const feedback = {
  title: 'Feedback',
};
