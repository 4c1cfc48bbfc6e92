/** Markdown for a community's own pages. */
export const blog = {
  title: 'For our blog',
  intro: 'Each text is Markdown, ready to copy. Nothing that is typed into the fields is kept.',
  summary: 'What can go to our blog from {charter}: {parts}.',
  none: 'Nothing of {charter} can go to a blog yet: it begins with a draft that is published.',
  noneOf: 'There is nothing of {part} yet. What there is follows.',
  parts: {
    banner: 'Banner: our draft is available',
    changes: 'Note: what feedback changed',
    adopted: 'Note: adopted',
    page: 'Section with the adopted values',
    post: 'Whole draft as a post',
  },
  spellings: {
    banner: 'banner',
    changes: 'changes',
    adopted: 'adopted',
    page: 'page',
    post: 'post',
  },
  alone: 'Shown alone, for together they are too much for one card: {parts}.',
  elsewhere:
    'No card can hold this as it is: {parts}. “npx touchstone blog {part} --charter {charter}” prints it, and the HTTP API has it.',
  typed: 'In words: “{blog} {part}” shows one of them.',
  note: {
    banner: 'Our draft of {title} is now available [here]({address}).',
    feedback: 'Based on community feedback:',
    titleChanged: 'We’ve updated the value “{before}” to “{after}”.',
    answered:
      '{title} ({comments, plural, =0 {{outside, plural, one {# contribution} other {# contributions}} from elsewhere} one {# comment} other {# comments}}): {status, select, done {done.} partly {partly done.} no {no.} other {not now.}} {reason}',
    heard:
      'Behind this: {comments, plural, =0 {} one {# comment} other {# comments}}{outside, plural, =0 {} one {{comments, plural, =0 {} other { and }}# contribution from elsewhere} other {{comments, plural, =0 {} other { and }}# contributions from elsewhere}}.',
    adopted:
      'As of {day} these values have been formally adopted and have been posted on the [page of our outcome]({address}).',
    recorded: 'This was recorded on {day}.',
  },
};
