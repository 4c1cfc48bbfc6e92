/** What somebody wrote, without what no text has: control characters (databases refuse some), and blanks around it. */
export function writtenText(text = ''): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Control}\n\t]/gu, '')
    .trim();
}
