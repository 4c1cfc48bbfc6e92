import type { Request, Response, Server } from 'restify';
import type { MyData } from '../app/my-data/my-data.js';
import { log } from '../log.js';
import { part } from './route.js';
import { languageOf } from './language-of.js';
import type { PagesSettings } from './pages-routes.js';
import { wentWrong } from './problem.js';
import { sendProblem } from './reply.js';

export interface MyDataSettings {
  readonly myData: {
    /** What is held of whoever the link was made for; nothing when it is over. */
    readonly openDownload: (token: string) => Promise<MyData | undefined>;
    /** The page that says that it is over. */
    readonly overPage: (language: string) => string;
  };
  readonly pages: PagesSettings['pages'];
}

/** `/my-data/TOKEN`: the file with a member's own data, for a few minutes. Nothing of it is kept on the way. */
export function addMyData(server: Server, { myData, pages }: MyDataSettings): void {
  server.get('/my-data/:token', async (request: Request, response: Response) => {
    try {
      const data = await myData.openDownload(part(request, 'token'));
      if (data !== undefined) return sendFile(response, data);
      const language = languageOf(undefined, request.headers['accept-language'], pages.languages);
      sendOver(response, myData.overPage(language), pages.contentSecurityPolicy);
    } catch (error) {
      log.error({ err: error, path: '/my-data' }, 'a link to somebody’s own data went wrong');
      sendProblem(response, wentWrong);
    }
  });
}

const guarded = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

function sendFile(response: Response, { kept, charters, sealed }: MyData): void {
  const json = `${JSON.stringify({ explanation, ...kept, charters, sealed }, null, 2)}\n`;
  response.writeHead(200, {
    ...guarded,
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="my-data.json"',
    'content-length': Buffer.byteLength(json),
  });
  response.end(json);
}

function sendOver(response: Response, page: string, contentSecurityPolicy: string): void {
  response.writeHead(404, {
    ...guarded,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    'content-length': Buffer.byteLength(page),
  });
  response.end(page);
}

const explanation =
  'Everything Touchstone holds of you. `charters` lie under a pseudonym and were put together with your id for this ' +
  'file alone. Of charters in `sealed`, the key that led from you to your answers is destroyed: nobody can find them.';
