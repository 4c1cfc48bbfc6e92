import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
  type TurnContext,
} from 'botbuilder';

import { LoopbackCredentials } from './loopback-credentials.js';
import { readBody, startLoopbackServer, type LoopbackServer } from './loopback-server.js';
import { environmentOf, type TokenIssuer } from './token-issuer.js';

/** The SDK's own adapter on bare HTTP: what the issuer and the connector have to satisfy. */
export function startSdkBot(
  issuer: TokenIssuer,
  turn: (context: TurnContext) => Promise<void>,
): Promise<LoopbackServer> {
  const adapter = createSdkAdapter(issuer);
  return startLoopbackServer(async (request, response) => {
    const body = JSON.parse(await readBody(request)) as Record<string, unknown>;
    const sdkRequest: Request = { body, headers: request.headers, method: 'POST' };
    const sdkResponse = {
      socket: response.socket,
      header: (name: string, value: unknown) => response.setHeader(name, String(value)),
      status: (status: number) => {
        response.statusCode = status;
      },
      send: (answer: unknown) => response.write(typeof answer === 'string' ? answer : JSON.stringify(answer)),
      end: () => response.end(),
    };
    await adapter.process(sdkRequest, sdkResponse, turn);
  });
}

export function createSdkAdapter(issuer: TokenIssuer): CloudAdapter {
  const environment = { ...environmentOf(issuer), MicrosoftAppId: issuer.appId };
  return new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(environment, new LoopbackCredentials(issuer)),
  );
}
