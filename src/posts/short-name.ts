/** Words for a report line. */
export function shortened(text: string, most = 80): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= most) return line;
  const cut = characters.slice(0, most).join('');
  return `${cut.replace(/\s+\S*$/, '')}…`;
}

const most = 60;

/** What a text can be called: its first clause, cut between two words where that is long. */
export function shortName(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const sentence = /^.{12,}?(?=[.!?;:…](?:\s|$)|\s[–—-]\s)/.exec(line)?.[0] ?? line.replace(/[.!?;:]+$/, '');
  if (sentence.length <= most) return sentence;
  const clause = /^.{20,60}(?=,? (?:and|but|because|y|pero|porque|und|aber|weil|et|mais|car) )/.exec(
    sentence,
  )?.[0];
  return clause?.replace(/,$/, '') ?? shortened(sentence, most).replace(/[,;:–—-]+…$/, '…');
}
