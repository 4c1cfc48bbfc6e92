import type { Request, Response, Server } from 'restify';
import { parseCharterName } from '../domain/charter.js';
import { log } from '../log.js';
import { asked, part } from './route.js';
import { languageOf } from './language-of.js';
import type { LinkSigner } from './signed-link.js';

/** A page as it is sent. */
interface Page {
  readonly status: number;
  readonly language: string;
  readonly body: Buffer;
  readonly gzipped: Buffer;
  readonly etag: string;
}

interface Reader {
  readonly language: string;
  readonly invited: boolean;
}

export interface PagesSettings {
  readonly signer: Pick<LinkSigner, 'isSignature'>;
  readonly pages: {
    readonly languages: readonly string[];
    readonly contentSecurityPolicy: string;
    results(which: { charter: string; number: string }, reader: Reader): Promise<Page>;
    process(which: { charter: string }, reader: Reader): Promise<Page>;
    draft(which: { charter: string; number: string }, reader: Reader): Promise<Page>;
    changes(which: { charter: string; from: string; to: string }, reader: Reader): Promise<Page>;
    feedback(which: { charter: string }, reader: Reader): Promise<Page>;
    outcome(which: { charter: string }, reader: Reader): Promise<Page>;
    wrong(language: string): Promise<Page>;
  };
}

/** `/charters/{charter}/drafts/{number}/results` and `/charters/{charter}/process`, for people with a browser. */
export function addPages(server: Server, { pages, signer }: PagesSettings): void {
  const route = (path: string, find: (request: Request, reader: Reader) => Promise<Page>): void => {
    const answer = async (request: Request, response: Response): Promise<void> => {
      const language = languageOf(
        asked(request, 'lang'),
        request.headers['accept-language'],
        pages.languages,
      );
      const page = await readerOf(request, language, signer)
        .then((reader) => find(request, reader))
        .catch((error: unknown) => {
          // The path as we wrote it: the one that was asked for may carry a key.
          log.error({ err: error, path }, 'a page went wrong');
          return pages.wrong(language);
        });
      sendPage(request, response, page, pages.contentSecurityPolicy);
    };
    server.get(path, answer);
    server.head(path, answer);
  };
  route('/charters/:charter/drafts/:number/results', (request, reader) =>
    pages.results({ charter: part(request, 'charter'), number: part(request, 'number') }, reader),
  );
  route('/charters/:charter/drafts/:number', (request, reader) =>
    pages.draft({ charter: part(request, 'charter'), number: part(request, 'number') }, reader),
  );
  route('/charters/:charter/drafts/:to/changes/:from', (request, reader) =>
    pages.changes(
      { charter: part(request, 'charter'), from: part(request, 'from'), to: part(request, 'to') },
      reader,
    ),
  );
  route('/charters/:charter/feedback', (request, reader) =>
    pages.feedback({ charter: part(request, 'charter') }, reader),
  );
  route('/charters/:charter/outcome', (request, reader) =>
    pages.outcome({ charter: part(request, 'charter') }, reader),
  );
  route('/charters/:charter/process', (request, reader) =>
    pages.process({ charter: part(request, 'charter') }, reader),
  );
}

async function readerOf(
  request: Request,
  language: string,
  signer: PagesSettings['signer'],
): Promise<Reader> {
  const key = asked(request, 'key');
  const charter = key === undefined ? undefined : parseCharterName(part(request, 'charter'));
  const invited = charter !== undefined && key !== undefined && (await signer.isSignature(charter, key));
  return { language, invited };
}

/** Whoever has a page asks each time whether it still holds: figures may be held back again. */
function sendPage(request: Request, response: Response, page: Page, contentSecurityPolicy: string): void {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': page.language,
    'content-security-policy': contentSecurityPolicy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding, accept-language',
    etag: page.etag,
  };
  if (page.status === 200 && isKnown(request.headers['if-none-match'], page.etag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const zipped = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(request.headers['accept-encoding'] ?? '');
  const body = zipped ? page.gzipped : page.body;
  response.writeHead(page.status, {
    ...headers,
    ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && ifNoneMatch.split(',').some((each) => each.trim() === etag);
}
