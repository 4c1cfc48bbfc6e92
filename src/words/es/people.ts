/** The ledger, facilitators, second facilitators. */
export const people = {
  title: 'People',
};
