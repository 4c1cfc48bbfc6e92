/** Every text a member reads, in English. ICU messages; the other languages have the same tree. */
export const en = {
  scale: {
    '1': 'Not at all',
  },
} as const;
