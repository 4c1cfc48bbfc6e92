/*
 * The same bot as the samples of the SDK build one: restify's body parser, CloudAdapter.process, ActivityHandler, a
 * template parsed once and expanded per request, ratings in memory. Started as `node plain-bot.js PORT`.
 */
import { createRequire } from 'node:module';

import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type Request,
  type TurnContext,
} from 'botbuilder';
import restify from 'restify';

import { answerWords, choices, values } from './ballot.js';
import { plainTemplate } from './plain-card.js';
import { tallyOf } from './tally.js';

// Not imported: the library's declarations pull in TypeScript source that our compiler settings refuse.
const { Template } = createRequire(import.meta.url)('adaptivecards-templating') as {
  Template: new (payload: unknown) => { expand(context: { $root: object }): unknown };
};

const [port = '0'] = process.argv.slice(2);
const environment = { ...process.env } as Record<string, string>;

/** By member, then by value. */
const ratings = new Map<string, Map<string, string>>();

class PlainBot extends ActivityHandler {
  readonly #template = new Template(plainTemplate);

  protected override onAdaptiveCardInvoke(
    context: TurnContext,
    invokeValue: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const { value, answer } = invokeValue.action.data as { value: string; answer: string };
    const member = context.activity.from.aadObjectId ?? '';
    const own = ratings.get(member) ?? new Map<string, string>();
    ratings.set(member, own.set(value, answer));
    const card = this.#template.expand({ $root: ballotOf(value, own) }) as Record<string, unknown>;
    return Promise.resolve({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card });
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(environment));
const bot = new PlainBot();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as Request, response, (context) => bot.run(context));
});
server.get('/tally', (_request, response, next) => {
  response.send(tallyOf([...ratings.values()].flatMap((own) => [...own])));
  next();
});
server.listen(Number(port), '127.0.0.1');

function ballotOf(rated: string, own: ReadonlyMap<string, string>): Record<string, unknown> {
  return {
    title: 'Values of our community, draft 2',
    rated,
    own: own.get(rated) ?? '',
    choices,
    values: values.map((value) => ({ ...value, answer: wordsOf(own.get(value.id)) })),
  };
}

function wordsOf(answer: string | undefined): string {
  return answer === undefined ? 'not yet' : (answerWords[answer] ?? answer);
}
