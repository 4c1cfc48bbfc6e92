import type { PrivacyView } from '../../app/process/views.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { spellingOf } from '../spelling.js';
import { subjectLine } from '../subject-line.js';
import { expand } from '../template.js';
import { plain } from '../text.js';
import { told } from '../told.js';

interface Section {
  readonly heading: string;
  readonly text: string;
}

/** Who can see what, in full: also what could be done by somebody who breaks what we agreed. */
export function renderPrivacy(view: PrivacyView, { words }: Reader): Rendered {
  const { subject, sealed } = view;
  const texts = words.all.process.privacy;
  const sections = sectionsOf(view, words);
  const summary = words.say('process.privacy.summary', { charter: plain(subject.charter) });
  const lead = sealed ? texts.leadSealed : texts.lead;
  const card = expand('privacy', {
    language: words.language,
    ...told([lead, ...sections.map(({ heading, text }) => `${heading}: ${text}`)].join(' ')),
    place: subjectLine(subject, words),
    title: texts.title,
    lead,
    sections,
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

function sectionsOf({ rules, sealed }: PrivacyView, words: Words): readonly Section[] {
  const { others, small, comments, kept, operator, sealing, backups, ...texts } = words.all.process.privacy;
  const { least, results, review, identityDays } = rules;
  const commands = { myData: spellingOf('myData', words), forgetMe: spellingOf('forgetMe', words) };
  return [
    { heading: others.heading, text: words.say('process.privacy.others.text', { least, when: results }) },
    { heading: small.heading, text: words.say('process.privacy.small.text', { least }) },
    ...(sealed ? [texts.sealed, backups] : [operator, sealing, backups]),
    { heading: comments.heading, text: words.say('process.privacy.comments.text', { review }) },
    {
      heading: kept.heading,
      text: words.say('process.privacy.kept.text', { days: identityDays, ...commands }),
    },
    ...(sealed ? [] : [texts.rules]),
  ];
}

/** Whoever came here from a value goes back to rating; in a preview too, where nothing is recorded. */
function actionsOf({ subject, sealed }: PrivacyView, words: Words): readonly Action[] {
  const about = aboutOf(subject);
  const { readAndRate, howItWorks } = words.all.common;
  const rateable = !sealed && (subject.preview || subject.state === 'open');
  return [
    ...(rateable ? [button(readAndRate, { kind: 'ballot', about }, { primary: true })] : []),
    ...(subject.preview ? [] : [button(howItWorks, { kind: 'process', charter: subject.charter })]),
  ];
}
