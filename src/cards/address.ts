const schemes = ['http:', 'https:', 'mailto:'];
const longest = 2000;

/** An address safe to stand in a Markdown link, or `undefined`: no other schemes, no relative ones, no passwords. */
export function linkAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!schemes.includes(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  const href = url.href.replace(/[()<>{}|\\^`"*\s]/g, (char) =>
    encodeURIComponent(char).replace(/[()*]/g, percent),
  );
  return href.length > longest ? undefined : href;
}

/** For the three that `encodeURIComponent` leaves alone and Markdown does not. */
function percent(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
