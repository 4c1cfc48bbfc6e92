import type { ConnectorClient } from 'botframework-connector';

/** Of the Azure pipeline under the connector client, only what is needed to put a policy in. */
interface PipelineHolder {
  readonly client: { readonly pipeline: { addPolicy(policy: Policy): void } };
}

interface Policy {
  readonly name: string;
  sendRequest(request: object, next: (request: object) => Promise<unknown>): Promise<unknown>;
}

/**
 * Gives up a request that gets no answer for so many milliseconds. By itself the connector client waits for ever, and
 * one silent connection would hold up all deliveries and the end of the program.
 */
export function withLimitedPatience(connector: ConnectorClient, milliseconds: number): ConnectorClient {
  const { client } = connector as unknown as PipelineHolder;
  client.pipeline.addPolicy({
    name: 'limitedPatience',
    async sendRequest(request, next) {
      const patience = new AbortController();
      // A signal that aborts by itself would keep the request, with its card, until then.
      const timer = setTimeout(() => patience.abort(), milliseconds);
      try {
        return await next(Object.assign(request, { abortSignal: patience.signal }));
      } finally {
        clearTimeout(timer);
      }
    },
  });
  return connector;
}
