import type { Request, Response, Server } from 'restify';

import { parseCharterName, type CharterName } from '../domain/charter.js';
import type { ProcessRules } from '../domain/process.js';
import { log } from '../log.js';
import { languageOf } from './language-of.js';
import type { PagesSettings } from './pages-routes.js';
import { wentWrong } from './problem.js';
import { ledgerType } from './process-api.js';
import { sendProblem, sendText } from './reply.js';
import { asked, part } from './route.js';

export interface LedgerSettings extends PagesSettings {
  readonly ledger: {
    /** The file, and who may have it: those for whom the pages of its charter are. */
    readonly open: (
      charter: CharterName,
    ) => Promise<{ readonly page: ProcessRules['page']; readonly text: string } | undefined>;
    /** The page for whoever may not, or where there is none. */
    readonly gonePage: (language: string) => string;
  };
}

/** `/charters/{charter}/ledger`: the ledger as a file, for people with a browser. */
export function addLedger(server: Server, settings: LedgerSettings): void {
  server.get('/charters/:charter/ledger', async (request: Request, response: Response) => {
    for (const [name, value] of Object.entries(guarded)) response.setHeader(name, value);
    try {
      const charter = parseCharterName(part(request, 'charter'));
      const text = charter && (await textFor(settings, charter, asked(request, 'key')));
      if (text === undefined) return sendGone(settings, request, response);
      response.setHeader('content-disposition', `attachment; filename="${String(charter)}-ledger.jsonl"`);
      sendText(response, 200, ledgerType, text);
    } catch (error) {
      log.error({ err: error, path: '/charters/ledger' }, 'a ledger went wrong');
      sendProblem(response, wentWrong);
    }
  });
}

async function textFor(
  { ledger, signer }: LedgerSettings,
  charter: CharterName,
  key: string | undefined,
): Promise<string | undefined> {
  const opened = await ledger.open(charter);
  if (opened === undefined) return undefined;
  const isFor = opened.page === 'public' || (key !== undefined && (await signer.isSignature(charter, key)));
  return isFor ? opened.text : undefined;
}

function sendGone({ ledger, pages }: LedgerSettings, request: Request, response: Response): void {
  const language = languageOf(asked(request, 'lang'), request.headers['accept-language'], pages.languages);
  response.setHeader('content-security-policy', pages.contentSecurityPolicy);
  sendText(response, 404, 'text/html; charset=utf-8', ledger.gonePage(language));
}

const guarded = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow, noarchive',
} as const;
