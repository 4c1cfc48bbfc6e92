/**
 * Whether an address is on a host of the list: `example.org` for the host itself, `*.example.org` for those below it.
 * Only https, save for the loopback hosts, and never with a user name in it.
 */
export function isOnHosts(address: string, hosts: readonly string[]): boolean {
  const url = parse(address);
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return secure && hosts.some((host) => matches(url.hostname, host.toLowerCase()));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function matches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
