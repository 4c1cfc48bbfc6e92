/** Consent, outcome, review. */
export const adoption = {
  title: 'Adoption',
};
