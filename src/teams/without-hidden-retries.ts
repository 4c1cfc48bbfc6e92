import type { ConnectorClient } from 'botframework-connector';

/** Of the Azure pipeline under the connector client, only what is needed to take a policy out. */
interface PipelineHolder {
  readonly client: { readonly pipeline: { removePolicy(policy: { name: string }): readonly unknown[] } };
}

/**
 * Takes away the retries that the connector client does by itself: they would post a message twice when an answer is
 * lost, and hide a throttle from whoever keeps the pace. There is no public option for it.
 */
export function withoutHiddenRetries(connector: ConnectorClient): ConnectorClient {
  const { client } = connector as unknown as PipelineHolder;
  if (client.pipeline.removePolicy({ name: 'defaultRetryPolicy' }).length === 0) {
    throw new Error('the connector client keeps its retry policy under another name');
  }
  return connector;
}
