/** What a member reads about what is held of them, and about being forgotten. */
export const myData = {
  title: 'What we hold of you',
  summary:
    'What we hold of you, for you alone: {answers, plural, =0 {no answers} one {one answer} other {# answers}}, {comments, plural, =0 {no comments} one {one comment} other {# comments}}, and where we reach you.',
  intro:
    'For you alone. Answers and comments lie under a pseudonym, apart from your id; put together here because you ask.',
  shared: 'What we hold of you stands in your personal chat with us, and nowhere else.',
  fileHint:
    'All of it can be had as a file. The link is good for {minutes, number} minutes, and opens for whoever has it.',
  file: 'Save as a file',
  forget: 'Forget me',
  typed: 'In words: “{forgetMe}” asks us to forget you.',
  you: {
    heading: 'You',
    id: 'Your id, as Teams tells it: {id}',
    role: '{role, select, facilitator {You are a facilitator.} other {You are a moderator.}}',
    named: 'Your name, because members may know who is: {name}',
  },
  chats: {
    heading: 'Your chat with us',
    noted: 'Known since its address last changed, on {day}. Language: {locale}.',
    zone: 'Your time zone, as Teams tells it: {zone}',
    hears: 'It hears of: {charters}',
    hearsAll: 'It hears of every set of values.',
    hearsNothing: 'It hears of nothing by itself.',
    quiet: 'Quiet hours: {hours}',
    quietOff: 'You chose to have no quiet hours.',
    paused: 'Paused until {moment}',
    told: '{count, plural, one {One announcement was} other {# announcements were}} meant for it.',
  },
  contacts: {
    heading: 'How often we wrote of our own accord',
    draft: '{charter}, draft {number}: {count, plural, one {once} other {# times}}',
    charter: '{charter}: {count, plural, one {once} other {# times}}',
  },
  work: {
    heading: 'What you prepare for all of us',
    copy: '{charter}: a text of the post that facilitators prepare together, saved on {day}',
    asked: '{charter}: something you asked for on {day}, waiting for a second facilitator',
    correction: '{charter}: a correction, proposed on {day}',
    appointment: '{charter}: something planned for {day}',
  },
  inCharter: {
    heading: 'In {charter}',
    group: 'Where you belong: {group}',
    answer: 'Draft {number}, {title}: {answer}',
    carried: 'Draft {number}, {title}: {answer}, carried over from draft {from}',
    withdrawn: 'withdrawn; only that it was given is still known',
    consent: 'Adopting draft {number}: {answer}',
    consents: { support: 'you support it', 'live-with': 'you can live with it', object: 'you object' },
    dispute: 'Draft {number}, {title}: you said that the change is more than spelling',
    declined: 'Draft {number}: you would rather not answer',
    comment: 'Comment of {day} ({sort}): {text}',
    signed: 'Comment of {day}, signed {name} ({sort}): {text}',
    votes: '{count, plural, one {One comment} other {# comments}} of others on which you said what you think',
  },
  sealed: {
    heading: 'What can no longer be found',
    charter:
      '{charter} is sealed. The key that led from you to your answers and comments there is destroyed, so nobody can find them any more, not even for you.',
  },
  nothing: 'We hold no answers and no comments of yours.',
  over: {
    title: 'This link is over',
    text: 'A link to your own data is good for {minutes, number} minutes. Type *{myData}* in your chat with the bot to get a new one.',
  },
  forgetting: {
    title: 'Shall we forget you?',
    summary: 'Asks before we forget you: what goes, and what stays.',
    goes: 'This goes, at once and for good:',
    answers: 'Your answers, comments, votes and receipts in {charters}.',
    noAnswers: 'Answers and comments, wherever a process is not sealed. There are none of yours now.',
    address: 'The address of this chat, your wishes about it, and how often we wrote to you.',
    requests: 'What you asked for and a second facilitator has yet to confirm.',
    stays: 'This stays:',
    figures: 'Figures that all of us have been told stay as they were told; later ones come without you.',
    work: 'Whatever you prepared, planned or corrected for all of us stays, without your id and your name.',
    merged: 'Words of yours that speak for others too stay theirs.',
    sealed:
      'Answers in {charters} stay: that process is sealed, and nobody can find which of them were yours.',
    roles:
      '{role, select, facilitator {You stay a facilitator, with the name that members know: another facilitator can change that.} other {You stay a moderator, with the name that members know: a facilitator can change that.}}',
    copiesOfDatabase:
      'Copies of the database that the operators made before keep what was in them until they are deleted.',
    button: 'Forget me for good',
    typed: 'In words: “{forgetMe} yes” does it.',
    done: 'You are forgotten',
    doneSummary: 'You are forgotten. When you write again, we meet for the first time.',
    doneText: 'What led to you is erased. When you write here again, we meet for the first time.',
  },
} as const;
