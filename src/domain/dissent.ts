import type { Comment } from './comment.js';
import { bySupport } from './support.js';

/**
 * The objections that remain and that everybody can read, the strongest first: by the lower bound of the share of told votes
 * that agree, among equals by their ids. So whoever has the comments can put them in the same order.
 */
export function dissentIn(objections: readonly Comment[]): readonly Comment[] {
  return bySupport(objections.filter(({ state }) => state === 'published'));
}

/** So many stand on a card; the page and exports have all. */
export const mostDissentOnCard = 5;
