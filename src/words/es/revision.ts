/** What changed, and the next draft. */
export const revision = {
  title: 'Revision',
};
