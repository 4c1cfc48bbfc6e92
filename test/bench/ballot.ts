/** What the two servers beside Touchstone are rated on: five values of about ninety words, as communities write them. */
export const values = [
  {
    id: 'learn-in-the-open',
    title: 'Learn in the open',
    text: `We show our work while it is still rough, because a question asked early saves a week of guessing later.
      Notes, drafts and failed attempts belong to everyone who might need them, and nobody is graded for having tried.
      When something goes wrong we write down what we saw before we decide what it meant. We invite people who know
      less than we do to read along, and we thank them for the places where they got lost, since those places are
      where our own understanding was thinnest.`,
  },
  {
    id: 'share-the-load',
    title: 'Share the load',
    text: `Work that keeps the place running is seen, named and taken in turns: minutes, clean-up, the mailbox, the
      newcomer who arrives on a busy day. We ask before we assume that somebody has the time, and we hear a no without
      asking for reasons. Whoever carries something for long may put it down without having found a successor first.
      We would rather do fewer things together than many on the shoulders of two or three, and we say so in the room
      where the next plan is being made.`,
  },
  {
    id: 'begin-with-the-neighbours',
    title: 'Begin with the neighbours',
    text: `The people who live with what we make have a say in it before it is made. We go to where they meet instead
      of waiting for them to come to us, and we bring questions rather than a plan that only lacks a signature. What
      we hear changes what we do, visibly, or we explain why it did not. Money and credit are agreed on before the
      work begins. We stay after the project ends, for as long as our presence is wanted, and leave behind what others
      can repair without us.`,
  },
  {
    id: 'make-room-for-slowness',
    title: 'Make room for slowness',
    text: `Some things need a second night's sleep. We give decisions the time that those affected by them need, and
      name the few that really cannot wait. Nobody has to answer in the evening, and silence is not consent. We leave
      gaps in the agenda so that a thought may be finished. When a deadline is ours to move we move it before we ask
      somebody to give up their weekend, and when it is not, we say who set it and what would happen if it were
      missed.`,
  },
  {
    id: 'care-for-the-tools',
    title: 'Care for the tools',
    text: `Instruments, rooms, code and data outlive the people who happen to be using them now. We leave them as we
      would like to find them, with a note about what is worn and what was mended. Whoever borrows learns how to mend.
      We choose tools that can be opened, copied and understood, and accept that they are sometimes less comfortable.
      Before we buy something new we ask who has one that stands idle, and before we throw something away we ask who
      could still take it apart.`,
  },
].map((value) => ({ ...value, text: value.text.replace(/\s+/g, ' ') }));

export const answers = ['1', '2', '3', '4', '5', 'unclear', 'no-opinion'] as const;

/** How an answer reads on a card. */
export const answerWords: Record<string, string> = {
  '1': '1, not at all',
  '2': '2, a little',
  '3': '3, partly',
  '4': '4, strongly',
  '5': '5, very strongly',
  unclear: 'not clear to me',
  'no-opinion': 'no opinion',
};

export const choices = answers.map((answer) => ({ title: answerWords[answer], value: answer }));
