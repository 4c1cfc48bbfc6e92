import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip as gzipWith } from 'node:zlib';

const gzip = promisify(gzipWith);

/** A page, made once and sent to many. */
export interface Page {
  readonly status: number;
  readonly language: string;
  readonly body: Buffer;
  readonly gzipped: Buffer;
  readonly etag: string;
}

export async function pageWith(status: number, language: string, text: string): Promise<Page> {
  const body = Buffer.from(text);
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { status, language, body, gzipped: await gzip(body), etag: `W/"${digest}"` };
}

export interface KeptPages {
  /** The page under this name that was made for this mark, else a new one. */
  get(name: string, mark: string, make: () => Promise<Page>): Promise<Page>;
}

/** Remembers the `limit` pages that were made last. Those who come while one is made wait for that one. */
export function keepPages(limit: number): KeptPages {
  const kept = new Map<string, { readonly mark: string; readonly page: Promise<Page> }>();
  return {
    get(name, mark, make) {
      const known = kept.get(name);
      if (known?.mark === mark) return known.page;
      const entry = { mark, page: make() };
      kept.delete(name);
      kept.set(name, entry);
      const [oldest] = kept.keys();
      if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
      // What went wrong is not kept; whoever asked hears of it.
      entry.page.catch(() => kept.get(name) === entry && kept.delete(name));
      return entry.page;
    },
  };
}
