/** Markdown for a community's own pages. */
export const blog = {
  title: 'Blog',
};
