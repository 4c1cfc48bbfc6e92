import type { NoteWords } from '../../app/blog/blog-note.js';
import { wordsFor } from '../../words/catalogue.js';
import { dayText } from '../moment.js';

/** The sentences that go to a blog. */
export function noteWordsFor(locale: string): NoteWords {
  const words = wordsFor(locale);
  const day = (date: string): string => dayText(`${date}T12:00:00Z`, words);
  return {
    banner: (parts) => words.say('blog.note.banner', parts),
    feedback: () => words.all.blog.note.feedback,
    titleChanged: (titles) => words.say('blog.note.titleChanged', titles),
    answered: ({ title, status, reason, heard }) =>
      words.say('blog.note.answered', { title, status, reason, ...heard }),
    heard: (heard) => words.say('blog.note.heard', { ...heard }),
    adopted: ({ day: date, address }) => words.say('blog.note.adopted', { day: day(date), address }),
    recorded: (date) => words.say('blog.note.recorded', { day: day(date) }),
  };
}
