/** Letters on a line. */
const width = 96;
const indent = '    ';

/** What each side would have seen, line by line, for a terminal. */
export interface Transcript {
  /** A chapter of the story, with the day on which it begins. */
  chapter(title: string, at: Date): void;
  /** What somebody does, in a line. */
  does(who: string, what: string): void;
  /** What they see then. */
  sees(who: string, text: string, count?: number): void;
  notes(text: string): void;
}

export function createTranscript(write: (line: string) => void): Transcript {
  const paragraph = (first: string, text: string): void => {
    const lines = wrapped(text.replace(codes, '(a code)').trim());
    write(`  ${first}`);
    lines.forEach((line) => write(`${indent}${line}`));
  };
  return {
    chapter(title, at) {
      const heading = `${at.toISOString().slice(0, 10)}  ${title}`;
      write('');
      write(heading);
      write('='.repeat(heading.length));
    },
    does: (who, what) => write(`- ${who} ${what}`),
    sees: (who, text, count = 1) => paragraph(`${who} ${count === 1 ? 'sees' : 'see'}:`, text),
    notes: (text) => wrapped(text).forEach((line) => write(line)),
  };
}

/** Receipts, invitations, ids and hashes are random, and would differ from one rehearsal to the next. */
const codes =
  /\b(?:[0-9A-Z]{4}-){2,}[0-9A-Z]{4}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b(?=[a-f]*\d)[0-9a-f]{6,64}\b/g;

function wrapped(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => wrappedLine(line));
}

function wrappedLine(line: string): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + word.length + 1 > width - indent.length) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
