import type { CharterName } from '../domain/charter.js';
import type { ProcessRules } from '../domain/process.js';

/** What decides whether a page that was made before still holds. */
export interface PageStamp {
  /** Who may open it. */
  readonly page: ProcessRules['page'];
  /** Changes whenever something changes that is on the page. */
  readonly mark: string;
}

/** Each is one small query: it is asked for every page that somebody opens. */
export interface PageStamps {
  /** Of a draft's results; absent when there is no such draft. */
  results(which: { charter: CharterName; number: number }): Promise<PageStamp | undefined>;
  /** Of how a process works: of its rules, dates and records, not of the names of those who facilitate. */
  process(charter: CharterName): Promise<PageStamp | undefined>;
  /** Of what was asked, said and done. */
  feedback(charter: CharterName): Promise<PageStamp | undefined>;
}
