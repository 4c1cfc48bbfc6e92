/** What the bot answers where a facilitator has to confirm first. */
export interface Waiting {
  readonly state: 'waiting-for-second';
  readonly action: string;
}

export function isWaiting(done: object): done is Waiting {
  return 'state' in done && done.state === 'waiting-for-second';
}

export function waitingText(charter: string, { action }: Waiting): string {
  const doing: Readonly<Record<string, string>> = {
    publish: 'Publishing',
    seal: 'Sealing',
    adopt: 'Adoption',
    rules: 'The change of rules',
  };
  return `${doing[action] ?? action} waits for ${charter}: a facilitator has to confirm it in their chat with the bot (approvals).`;
}
