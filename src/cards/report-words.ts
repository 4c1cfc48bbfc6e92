import {
  limits,
  takenKinds,
  type Refusal,
  type ReportKind,
  type ReportLine,
} from '../domain/imported-post.js';
import { wordsFor } from '../words/catalogue.js';

type TakenKind = (typeof takenKinds)[number];

/** The import report in plain words, for scripts and the command line. */
export interface ReportWords {
  line(report: ReportLine): string;
  refusal(refusal: Refusal): string;
}

export function reportWordsFor(locale: string): ReportWords {
  const words = wordsFor(locale);
  const bounds = { ...limits, kilobytes: limits.bytes / 1024 };
  return {
    line({ kind, about }) {
      if (isTaken(kind)) return quoting(words.all.importReport.kinds[kind], about);
      const { what, advice } = words.all.importReport.warnings[kind];
      return `${quoting(what, about)}. ${advice}`;
    },
    refusal({ kind, about }) {
      const what = words.say(`importRefused.errors.${kind}.what`, bounds);
      return `${quoting(what, about)}. ${words.say(`importRefused.errors.${kind}.advice`, bounds)}`;
    },
  };
}

export function isTaken(kind: ReportKind): kind is TakenKind {
  return (takenKinds as readonly string[]).includes(kind);
}

function quoting(what: string, about: string): string {
  return about === '' ? what : `${what}: “${about}”`;
}
