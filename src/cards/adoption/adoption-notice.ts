import type { AdoptionNoticeView } from '../../app/adoption/views.js';
import type { RuleGap } from '../../domain/adoption-rule.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { momentText } from '../moment.js';
import { notesOf } from '../notes.js';
import { subjectLine } from '../subject-line.js';
import { expand } from '../template.js';
import { told } from '../told.js';

/** One thing said about adoption, with the way on. */
export function renderAdoptionNotice(view: AdoptionNoticeView, { words }: Reader): Rendered {
  const { subject } = view;
  const summary = textOf(view, words);
  const card = expand('notice', {
    language: words.language,
    ...told(summary),
    notes: notesOf({ subject }, words),
    place: subjectLine(subject, words),
    text: summary,
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

function textOf(view: AdoptionNoticeView, words: Words): string {
  const number = view.subject.number ?? 0;
  switch (view.what) {
    case 'consent-opened': {
      const moment = momentText(view.closes, words);
      return words.say('adoption.notice.opened', { number, moment, intended: view.intended });
    }
    case 'cannot-adopt':
      return words.say('adoption.notice.cannotAdopt', { missing: missingText(view, words) });
    case 'adopted-now':
      return words.say('adoption.notice.adoptedNow', { number, intended: view.intended });
    default:
      return words.all.adoption.notice[view.what];
  }
}

type CannotAdopt = Extract<AdoptionNoticeView, { what: 'cannot-adopt' }>;

function missingText({ gaps, waiting }: CannotAdopt, words: Words): string {
  return [
    ...gaps.map((gap) => gapText(gap, words)),
    ...(waiting === 0 ? [] : [words.say('adoption.notice.waiting', { count: waiting })]),
  ].join(' ');
}

function gapText(gap: RuleGap, words: Words): string {
  switch (gap.kind) {
    case 'too-few':
      return gap.answered === undefined
        ? words.say('adoption.notice.tooFewHidden', { needed: gap.needed })
        : words.say('adoption.notice.tooFew', { needed: gap.needed, answered: gap.answered });
    case 'too-many-object': {
      const { most, objecting, answered } = gap;
      return words.say('adoption.notice.tooManyObject', { most, objecting, answered });
    }
  }
}

function actionsOf(view: AdoptionNoticeView, words: Words): readonly Action[] {
  const { subject } = view;
  const about = aboutOf(subject);
  const { charter } = subject;
  const texts = words.all.adoption.notice;
  const { common } = words.all;
  const status = button(common.status, { kind: 'status' });
  const values = button(common.values, { kind: 'values', about });
  const consent = button(texts.consent, { kind: 'consent', about });
  switch (view.what) {
    case 'no-round':
    case 'not-adopted':
      return [values, status];
    case 'consent-in-public':
    case 'round-not-open':
    case 'round-told':
    case 'cannot-open':
      return [consent, status];
    case 'round-open':
      return [consent, button(texts.end, { kind: 'end-consent', about, confirmed: false }), status];
    case 'draft-not-closed':
      return [button(words.all.confirm.close.button, { kind: 'close', about, confirmed: false }), status];
    case 'consent-ended':
      return [consent, button(texts.adopt, { kind: 'adopt', about, confirmed: false })];
    case 'adopted-before':
      return [button(texts.outcome, { kind: 'outcome', charter }), status];
    case 'cannot-adopt':
      return [
        consent,
        ...(view.waiting === 0 ? [] : [button(texts.review, { kind: 'moderation', charter })]),
        ...(view.gaps.some(({ kind }) => kind === 'too-few')
          ? [button(texts.propose, { kind: 'open-consent', about, confirmed: false })]
          : []),
        status,
      ];
    case 'consent-opened':
    case 'adopted-now': {
      const { announcement } = view;
      const deliveries = button(common.deliveries, { kind: 'deliveries', charter, announcement });
      const outcome = button(texts.outcome, { kind: 'outcome', charter });
      return [view.what === 'adopted-now' ? outcome : consent, deliveries];
    }
  }
}
