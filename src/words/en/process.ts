export const process = {
  title: 'How this process works',
  summary: 'How the process of {charter} works.',
  intro: 'What all of us can rely on, and every change of it.',
  lasting: 'Somebody has answered, so none of these rules can be weakened any more.',
  changeable: 'Nobody has answered yet, so these rules can still change.',
  over: 'This process is over and sealed: nothing links an answer to a person any more.',
  facts: {
    opened: 'Open since',
    closes: 'Closes',
    sealed: 'Sealed',
    identitiesGo: 'Identities go',
    identitiesWent: 'Identities went',
    facilitators: 'Facilitators',
    hidden: 'Hidden comments',
  },
  facilitators: {
    named: '{names}',
    more: '{names}, and {count, number} more who have not written here yet',
    unnamed:
      '{count, plural, =0 {nobody is named} one {one, who has not written here yet} other {#, who have not written here yet}}',
  },
  noneHidden: 'none',
  hiddenCounts: '{count, number} ({reasons})',
  hiddenReason: '{reason}: {count, number}',
  otherReason: 'another reason',
  ruleNames: {
    least: 'Figures are shown of',
    results: 'Results appear',
    review: 'Comments are read by a moderator',
    page: 'The pages open',
    identityDays: 'After sealing, identities stay',
    communitySize: 'Our community counts',
    groups: 'Results by group',
    adoption: 'A draft is adopted',
    second: 'A second facilitator confirms',
  },
  ruleValues: {
    least: 'at least {count, number} answers',
    results: {
      'at-closing': 'when a draft is closed',
      interim: 'in steps while a draft is open, and when it is closed',
    },
    review: { before: 'before others see them', after: 'after others see them' },
    page: { community: 'to whoever has the link from a card', public: 'to anybody' },
    identityDays: '{count, plural, one {one day} other {# days}}',
    communitySize: '{count, plural, one {one person} other {# people}}',
    unsaid: 'not said',
    groups: '{groups}',
    adoption:
      'when {quorum, number} or more answer and at most {mostObjecting, number} of a hundred object; {consentDays, plural, one {# day} other {# days}} to answer',
    second: '{actions}',
    seconds: { publish: 'publishing', seal: 'sealing', adopt: 'adoption', delete: 'deletion' },
    noSecond: 'nothing',
    noGroups: 'none',
  },
  change: '{rule}: {to} (before: {from})',
  wouldChange: '{rule}: {to} (it stays: {from})',
  history: 'What happened',
  nothingHappened: 'Nothing has happened yet.',
  record: '**{at}**: {what}',
  records: {
    changed: 'Rules changed. {changes}.',
    refused: 'An attempt to weaken the rules was refused. {changes}.',
    confidentialityKept: 'An attempt to switch confidentiality off was refused.',
    draft:
      'Draft {number} {became, select, open {was opened} closed {was closed} replaced {was replaced by a later one} withdrawn {was withdrawn} adopted {was adopted} other {was opened again}}.',
    commentHidden: 'A comment was hidden: {reason}.',
    commentShownAgain: 'A hidden comment is shown again.',
    sealed: 'The process was sealed: the key is destroyed, and answers are anonymous.',
    identitiesErased: 'What still led to persons was erased.',
  },
  address: 'As a page',
  privacy: {
    title: 'Who can see what',
    summary: 'Who can see what of the answers in {charter}.',
    lead: 'Your answers are confidential until this process ends, and anonymous from then on.',
    leadSealed:
      'This process is over and sealed. Nothing that the bot keeps links an answer to a person any more.',
    others: {
      heading: 'Other members, facilitators, moderators',
      text: 'None of them sees what you answered. Neither does a program that reads our results. All of us get the same figures at the same moment: sums of at least {least, number} answers, {when, select, interim {in steps while a draft is open, and when it is closed} other {once a draft is closed}}.',
    },
    small: {
      heading: 'Small numbers',
      text: 'A value with fewer than {least, number} answers gets no figures. A group that is too small, or whose answers are too alike, is not shown: its answers count in the total only. Figures that could be subtracted from earlier ones to find somebody are held back.',
    },
    operator: {
      heading: 'Whoever runs the bot',
      text: 'Answers lie in a database under a pseudonym, made from your account with a secret key that is kept apart. Somebody with the database and that key could link answers to accounts until the process is sealed. No program can rule that out, so we say it.',
    },
    sealing: {
      heading: 'Sealing',
      text: 'At the end the key is destroyed, and answers are shuffled and lose their times. From then on nobody can link what lies in the database to you, the operator included.',
    },
    sealed: {
      heading: 'Whoever runs the bot',
      text: 'The key is destroyed. Answers were shuffled and have lost their times. Whoever has the database cannot link them to you any more.',
    },
    backups: {
      heading: 'Backups',
      text: 'A backup made before sealing still holds what lay there then. Answers in it can be linked until it is deleted; whoever runs the bot can say when that is.',
    },
    comments: {
      heading: 'Comments',
      text: 'A comment bears no name unless you sign it, and nobody who reads or moderates it learns who wrote it. {review, select, before {A moderator reads it before others see it.} other {Others see it at once; a moderator may hide it.}} Comments are never shown by group. Your words themselves may tell who you are. Its code tells whoever holds it what became of it.',
    },
    kept: {
      heading: 'How long it is kept',
      text: 'Answers stay, without a person, after sealing. What still leads to persons, such as whom we wrote to, goes by itself {days, plural, one {one day} other {# days}} after sealing. Removing the bot from your chat erases its address. “{myData}” shows what is kept of you and “{forgetMe}” erases it; figures told before stay as they are.',
    },
    rules: {
      heading: 'What cannot be weakened',
      text: 'From the first answer on, thresholds only rise and confidentiality cannot be switched off. An attempt is refused, and recorded for all of us to read.',
    },
  },
  form: {
    title: 'Rules of {charter}',
    summary: 'The rules of the process of {charter}.',
    changeable: 'Nobody has answered yet, so every rule can still change. Members read each change.',
    lasting:
      'Members were told these rules when they answered, so they only get stronger: the threshold rises, results move to closing, comments are read before others see them, pages open to the community, identities go sooner, groups stay. Anything else is refused, and the attempt is recorded for everybody to read. How many the community counts can change.',
    least: 'Fewest answers of which figures are shown',
    results: 'When results appear',
    review: 'When a moderator reads comments',
    page: 'To whom the pages open',
    identityDays: 'Days after sealing until identities go',
    communitySize: 'How many people the community counts',
    groups: 'Groups that members may name, with commas between them',
    quorum: 'To adopt a draft, so many have to answer',
    mostObjecting: 'Of a hundred who answer, at most so many may object',
    consentDays: 'Days for which a proposal to adopt can be answered',
    second: 'What a second facilitator has to confirm',
    missing: 'Give a number here.',
    save: 'Change the rules',
    just: {
      changed: 'Changed. {changes}. Everybody can read it.',
      refused:
        'Refused, since members were told otherwise when they answered. {changes}. The attempt is recorded for everybody to read.',
      unchanged: 'That is what the rules say already, so nothing was changed.',
      tooFewFacilitators:
        'A second facilitator needs two of you, and there is only one, so nothing was changed. Invite somebody first.',
      confidentialityKept:
        'Confidentiality cannot be switched off, before the first answer or after it. That somebody asked is recorded for everybody to read.',
      unreadable: 'I cannot take “{what}” for a rule, so nothing was changed.',
    },
    typed:
      'In words: “{rules} least 8”, “{rules} results closing”, “{rules} groups lab, office”, “{rules} second publish, adopt”, “{rules} quorum 12”, “{rules} objections 20”, “{rules} consent 7 days”.',
  },
  /** Entries of the ledger that say what they hold. */
  more: {
    announced: 'The process was announced.',
    'comment-approved': 'A comment was read by a moderator and shown.',
    'comment-merged': 'A comment was merged with another that says the same.',
    date: '{of, select, consent {The consent round} other {The rating}} of draft {number} {closes, select, none {has no date to end on any more} other {ends on {closes}}}.',
    'spelling-disputed':
      'Somebody said of a change in draft {number}, declared as spelling, that it is more: those who had rated are asked again.',
    corrected:
      '{number, select, null {A slip was put right} other {A slip in draft {number} was put right}}.',
    'theme-answered':
      'Theme {theme} was answered: {status, select, done {done} partly {partly} other {{status, select, no {no} other {not now}}}}.',
    'consent-opened': 'Draft {number} was proposed for adoption.',
    'consent-closed': 'The consent round on draft {number} ended.',
    adopted: 'Draft {number} was adopted as of {adoptedOn}.',
    second:
      '{became, select, asked {A second facilitator was asked to confirm} confirmed {A second facilitator confirmed} other {A second facilitator did not confirm}}: {action, select, publish {publishing} seal {sealing} adopt {adoption} delete {deletion} other {a change of rules}}.',
    facilitators:
      '{became, select, added {A facilitator was added} other {A facilitator was removed}}; there are {count} now.',
  },
} as const;
