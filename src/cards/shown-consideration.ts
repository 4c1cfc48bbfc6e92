import type { Consideration } from '../domain/charter.js';

export interface ShownConsideration {
  /** Absent where the text begins with it anyway. */
  readonly name?: string;
  /** Markdown. */
  readonly text: string;
}

const boldLead = /^\*\*(.{1,200}?)[:.]?\*\*\s*[:.–—-]?\s*/;

/** A consideration without saying its short name twice: most are named after their own first words. */
export function shownConsideration({ name, text }: Consideration): ShownConsideration {
  const [lead = '', words = ''] = boldLead.exec(text) ?? [];
  if (words === name && lead.length < text.length) return { name, text: text.slice(lead.length) };
  const begins = text.replaceAll('*', '').startsWith(name.replace(/\s*…$/, ''));
  return begins ? { text } : { name, text };
}
