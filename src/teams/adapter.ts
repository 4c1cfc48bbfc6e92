import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult, ClaimsIdentity } from 'botframework-connector';

/** The SDK's adapter, entered behind its own HTTP handling, which builds schemas for each request. */
export class Adapter extends CloudAdapter {
  /** One turn for an activity whose token was verified; what an invoke is answered with. */
  receive(
    verified: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(verified, activity, logic);
  }

  /** The bot's own identity, for messages that answer nothing. */
  identityOf(appId: string): ClaimsIdentity {
    return this.createClaimsIdentity(appId);
  }
}
