import type { Words } from './catalogue.js';

/** As it begins a line. */
export function capitalized(text: string, { language }: Pick<Words, 'language'>): string {
  return `${text.slice(0, 1).toLocaleUpperCase(language)}${text.slice(1)}`;
}
