import type { ConnectorClient } from 'botframework-connector';
import type { Messenger, Ports, ReplyPace } from '../app/ports.js';
import { log } from '../log.js';
import { Adapter } from './adapter.js';
import { RememberingAuthentication, type AuthenticationSettings } from './authentication.js';
import { createTurn, type BotSettings } from './bot.js';
import { createEndpoint, type EndpointSettings, type Reply } from './endpoint.js';
import { createMessenger } from './messenger.js';

export interface TeamsSettings extends AuthenticationSettings, EndpointSettings, BotSettings {}

export interface Teams {
  readonly messenger: Messenger;
  /** What `POST /api/messages` is answered with. */
  endpointFor(ports: Ports, replies: ReplyPace): (authorization: string, body: unknown) => Promise<Reply>;
  /** Resolves when the work that follows answers already given is done. */
  settle(): Promise<void>;
}

export function startTeams(settings: TeamsSettings): Teams {
  const authentication = new RememberingAuthentication(settings);
  const adapter = new Adapter(authentication);
  const following = new Set<Promise<void>>();
  const follow = (work: Promise<void>): void => {
    const done = work
      .catch((error: unknown) => log.error({ err: error }, 'what follows an answer could not be sent'))
      .finally(() => following.delete(done));
    following.add(done);
  };
  const appId = settings.botFramework.MicrosoftAppId ?? '';
  const connect = (serviceUrl: string): Promise<ConnectorClient> =>
    authentication.createConnectorFactory(adapter.identityOf(appId)).create(serviceUrl);
  return {
    messenger: createMessenger(connect),
    endpointFor: (ports, replies) => {
      const turn = createTurn(ports, settings, { replies, following: follow });
      return createEndpoint(adapter, authentication, settings, turn);
    },
    async settle() {
      await Promise.all(following);
    },
  };
}
