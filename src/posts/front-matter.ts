import { noKeys, readYaml, refuseKeys } from './front-matter-keys.js';
import type { FrontMatterKeys } from './front-matter-keys.js';

export interface FrontMatter extends FrontMatterKeys {
  /** The post with the front matter's lines left blank, so that every other line keeps its number. */
  readonly body: string;
}

export function readFrontMatter(source: string): FrontMatter {
  const lines = source.split('\n');
  const opening = lines.findIndex((line) => line.trim() !== '');
  const opener = lines[opening]?.trimEnd() ?? '';
  if (isForeign(opener)) return { ...refuseKeys(opening + 1, opener), body: source };
  if (opener !== '---') return { ...noKeys, body: source };

  const closing = lines.findIndex((line, index) => index > opening && /^(?:---|\.\.\.)\s*$/.test(line));
  if (closing === -1) {
    const opensKeys = /^[\w-]+:(?:\s|$)/.test(lines[opening + 1] ?? '');
    return opensKeys ? { ...refuseKeys(opening + 1, '---'), body: source } : { ...noKeys, body: source };
  }
  const yaml = lines.slice(opening + 1, closing).join('\n');
  // Rules around nothing but comments are rules around headings.
  if (!/^\s*[^\s#]/m.test(yaml)) return { ...noKeys, body: source };
  const body = '\n'.repeat(closing + 1) + lines.slice(closing + 1).join('\n');
  return { ...readYaml(yaml, opening + 1), body };
}

/** Front matter in a language other than YAML: `---js`, `---json`, `+++`. */
function isForeign(opener: string): boolean {
  return /^(?:---\s*[a-z]+|\+\+\+|;;;)$/i.test(opener);
}
