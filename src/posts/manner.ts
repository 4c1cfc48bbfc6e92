/** How a post is written: as plainly as it can be and still be read as the same. */
export interface Manner {
  /** `marked`: headings say what they are; `exact`: and texts stand in code blocks, sign by sign. */
  readonly form: 'plain' | 'marked' | 'exact';
  /** Where the mission stands: in what the texts say anyway, in a line of its own, or in the front matter. */
  readonly mission: 'within' | 'line' | 'key';
  readonly considerations: 'within' | 'key';
  /** Sections called by their first words stand without a heading behind a rule. */
  readonly notes: boolean;
}
