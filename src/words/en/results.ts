export const results = {
  title: 'Results',
  titleInterim: 'Results so far',
  notYet: 'The results appear for all of us at the same moment, when this draft is closed.',
  notYetInterim:
    'There are no results yet. They appear once enough of us have answered, the same for all of us, and follow in steps until this draft is closed.',
  withdrawn: 'This draft was withdrawn, so it has no results.',
  intro:
    'How strongly each value resonates, as answered until the draft was closed. What resonates most surely comes first; the numbers are those of the draft.',
  introInterim:
    'How strongly each value resonates so far. Later answers follow in steps, several at once, so that nobody’s can be seen.',
  earlier:
    'As told before: up to {most, number} later answers are not shown separately, so that nobody’s can be guessed.',
  value: '{position}. {title}',
  hidden:
    'Fewer than {least, number} of us placed this value on the scale, so no figures are shown: nobody’s answer should be guessed.',
  share:
    '**{count, number} of {n, plural, one {# answer} other {# answers}} ({share, number, ::percent})** say that it resonates strongly or very strongly.',
  range:
    'Allowing for chance, that share lies between {low, number, ::percent} and {high, number, ::percent}.',
  everybody: 'All of us answered, so nothing of that share is left to chance.',
  tooFew:
    'With fewer than {least, number} answers we give no range, and do not call a value shared, mixed or split.',
  badges: {
    shared: '**Shared**: it resonates with most of us, and we feel alike about it.',
    mixed: '**Mixed**: our answers do not point one way clearly enough to call it shared.',
    split: '**Split**: it resonates with many of us, and with many others it does not.',
  },
  aside: 'Besides: {unclear, number} *not clear to me*, {noOpinion, number} *no opinion*.',
  carried: 'Kept from an earlier draft with the same words: {answers} of these answers.',
  compared: {
    moved:
      'Of the {all, number} of us who rated it in draft {before} and again here: **{up, number} up**, {same, number} the same, **{down, number} down**.',
    apart: 'Rated it only here: {newcomers}. Rated it only in draft {before}: {leavers}.',
    stands: 'So uneven a split is hard to put down to chance (sign test, p = {p, number, ::.0000}).',
    chance: 'So uneven a split could well be chance (sign test, p = {p, number, ::.0000}).',
    ranks:
      'Signed ranks: z = {z, number, ::.00}, p = {p, number, ::.0000}; effect {effect, number, ::.00}, where 1 is all up and −1 all down.',
    how: 'Drafts are compared person by person, and only where at least {least, number} of us moved. The sign test asks whether as uneven a split of those who moved comes by chance; with several values, all are looked at together (Holm, 5%).',
  },
  count: '{count, number} ({share, number, ::percent})',
  chart: 'Answers to value {position}',
  middle: 'Middle answer: *{answer}*; more finely {median, number, ::.0} on the scale from 1 to 5.',
  middleBetween:
    'Middle answer: between *{lower}* and *{upper}*; more finely {median, number, ::.0} on the scale from 1 to 5.',
  mean: 'Mean: {mean, number, ::.00}.',
  meanRange:
    'Mean: {mean, number, ::.00}; allowing for chance, between {low, number, ::.00} and {high, number, ::.00}.',
  agreement: 'Agreement: {agreement, number, ::.00}.',
  how: {
    show: 'How we read this',
    badge:
      '**Shared**: agreement of 0.5 or more, and the range of the share begins at 50% or above. **Split**: agreement below 0, or at least a quarter of the answers on the two lowest steps and a quarter on the two highest. **Mixed**: everything else. None of these words with fewer than {least, number} answers.',
    share:
      'The share is that of the two highest steps among all answers on the scale; *not clear to me* and *no opinion* are counted apart. Its range is Wilson’s interval of 95%, narrower where we know how many we are and many of us answered. Values are in the order in which that range begins.',
    agreement:
      'Agreement is van der Eijk’s A: 1 where all answers are the same, 0 where they are spread evenly, −1 where they are two opposite halves. The middle answer has as many answers below it as above; the mean says little without the counts.',
    doubt: 'Who did not answer is a greater doubt than chance. Nothing is filled in or weighted.',
  },
  groups: {
    heading: 'By group',
    line: '- **{group}**: {count, number} of {n, number} ({share, number, ::percent})',
    lineRange:
      '- **{group}**: {count, number} of {n, number} ({share, number, ::percent}; between {low, number, ::percent} and {high, number, ::percent})',
    hidden: 'Not shown, because they are too small or too alike to be shown safely: {groups}.',
  },
  prompts: {
    split: 'Our answers lie apart here, and both sides are worth hearing.',
    splitButton: 'What would make this yours?',
    unclear: 'To some of us the words are not clear.',
    unclearButton: 'Which words are not clear?',
  },
  took: {
    heading: 'Who took part',
    ofCharter:
      'Of the {asked} people whom our community counts, {started} answered at least one value and {finished} answered every one.',
    ofAsked:
      'Of {asked} people known to have been asked, {started} answered at least one value and {finished} answered every one.',
    declined: 'Those who said that they would rather not answer: {declined}.',
    posted:
      'It was posted in {places, plural, one {# channel or group chat} other {# channels and group chats}}, where nobody counts who saw it.',
    worst:
      'Depending on those who did not answer, value {position} could resonate with anything from {low, number, ::percent} to {high, number, ::percent} of all who were asked.',
    exactly: '{count, number}',
    atLeast: 'at least {count, number}',
    fewerThan: 'fewer than {count, number}',
  },
  address: 'As a page',
  openNow: 'Draft {number} is open to be rated now.',
  rateNow: 'Rate draft {number}',
  summary: 'Results of draft {number}, {title}.',
  summaryInterim: 'Results so far of draft {number}, {title}.',
  summaryValue: '{position}, {title}: {text}',
  groupCard: {
    title: 'Where I belong',
    ask: 'You may say where you belong, or leave it unsaid.',
    use: 'Results are then shown by group too, and only of groups with at least {least, number} answers. In a smaller group your answers count in the total alone.',
    kept: 'It is kept like your answers: confidential until this process ends, anonymous from then on.',
    chosen: 'You said: {group}.',
    notChosen: 'You have not said where you belong.',
    just: {
      chosen: 'Saved: {group}.',
      takenBack: 'Taken back. Your answers count in the total alone.',
      unknown: 'That is none of the groups here, so nothing was saved.',
    },
    label: 'Group',
    missing: 'Choose a group first.',
    save: 'Save',
    takeBack: 'Take it back',
    shared: 'Everybody sees this card, so nobody’s group is on it.',
    typed: 'In words: “{group} {example}”, or “{group} none”.',
  },
} as const;
