import type { ResultsView } from '../../app/results/views.js';
import { steps } from '../../domain/rating.js';
import { fewestAnswers, type ShownResult, type ValueResult } from '../../domain/results.js';
import type { Words } from '../../words/catalogue.js';
import { inline, plain, shorten } from '../text.js';
import { comparedFigures, comparedTexts } from './compared-text.js';
import { figureTexts, findingTexts } from './finding-text.js';
import { groupLines } from './group-lines.js';
import { promptOf, type Prompt } from './prompts.js';

/** A result with its value's number in the draft. */
export interface Placed {
  readonly result: ValueResult;
  readonly position: number;
}

/** One value as the template binds it. */
export interface ValueBlock {
  readonly heading: string;
  readonly shown: boolean;
  /** What is found, or why nothing is told. */
  readonly lines: readonly { readonly text: string }[];
  readonly chart: { readonly title: string; readonly data: readonly { x: string; y: number }[] };
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly aside: string;
  readonly earlier: string;
  readonly figuresId: string;
  /** Shown on demand, below the counts. */
  readonly figures: readonly { readonly text: string }[];
  readonly groups: string;
  readonly prompt: Prompt;
}

const titleShown = 200;
const titleSpoken = 60;
/** As one reads it out. */
const highestFirst = steps.toReversed();

export function valueBlock({ result, position }: Placed, view: ResultsView, words: Words): ValueBlock {
  const title = shorten(result.title, titleShown);
  const heading = inline(words.say('results.value', { position, title }));
  const prompt = promptOf(result, view, words);
  const figuresId = `figures-${String(position)}`;
  if (result.kind === 'hidden') {
    const lines = [{ text: words.say('results.hidden', { least: view.least }) }];
    return { ...nothingShown, heading, lines, figuresId, prompt };
  }
  const { unclear, noOpinion, counts } = result;
  return {
    heading,
    shown: true,
    lines: [...findingTexts(result, words), ...comparedTexts(result, words)].map((text) => ({ text })),
    chart: {
      title: words.say('results.chart', { position }),
      data: highestFirst.map((step) => ({ x: words.all.scale[step], y: counts[step] })),
    },
    facts: factsOf(result, words),
    aside: words.say('results.aside', { unclear, noOpinion }),
    earlier: result.earlier === true ? words.say('results.earlier', { most: fewestAnswers - 1 }) : '',
    figuresId,
    figures: [...figureTexts(result, words), ...comparedFigures(result, words)].map((text) => ({ text })),
    groups: groupLines(result, words),
    prompt,
  };
}

const nothingShown = {
  shown: false,
  chart: { title: '', data: [] },
  facts: [],
  aside: '',
  earlier: '',
  figures: [],
  groups: '',
} as const;

function factsOf({ counts, n }: ShownResult, words: Words): ValueBlock['facts'] {
  return highestFirst.map((step) => ({
    title: words.all.scale[step],
    value: words.say('results.count', { count: counts[step], share: n === 0 ? 0 : counts[step] / n }),
  }));
}

/** The same findings to be heard: what a chart shows is in them too. */
export function spokenValue({ result, position }: Placed, words: Words): readonly string[] {
  if (result.kind === 'hidden') return [];
  const { unclear, noOpinion } = result;
  const counts = factsOf(result, words).map((fact) => `${fact.title}: ${fact.value}`);
  const text = [
    ...findingTexts(result, words),
    `${counts.join(', ')}.`,
    words.say('results.aside', { unclear, noOpinion }),
    ...comparedTexts(result, words),
  ].join(' ');
  const title = plain(shorten(result.title, titleSpoken));
  return [words.say('results.summaryValue', { position, title, text: text.replaceAll('*', '') })];
}
