import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  BotFrameworkAuthentication,
  ConnectorFactory,
  type AuthenticateRequestResult,
  type BotFrameworkClient,
  type Claim,
  type ClaimsIdentity,
  type ConnectorClient,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { Activity } from 'botbuilder';
import { withLimitedPatience } from './limited-patience.js';
import { withoutHiddenRetries } from './without-hidden-retries.js';

export interface AuthenticationSettings {
  /** The Bot Framework's own keys: `MicrosoftAppId`, `ToBotFromChannelTokenIssuer` and the rest. */
  readonly botFramework: Readonly<Record<string, string>>;
  /** Who signs tokens for this bot. */
  readonly issuer: string;
  /** Takes the place of the credentials in `botFramework`, for whoever gets outgoing tokens in another way. */
  readonly credentials?: ServiceClientCredentialsFactory;
  /** Whether anything may be sent to this address. */
  readonly mayReach: (serviceUrl: string) => boolean;
  /** Milliseconds until a request to Teams that gets no answer is given up. */
  readonly patience?: number;
}

/** Verified tokens kept at the most; the oldest goes first. */
const mostTokens = 1_000;
/** Teams delivers an activity again after this time, in milliseconds: later no answer is worth waiting for. */
const usualPatience = 15_000;

/**
 * The SDK's authentication, asked once for each token and each address: a token that was verified is remembered, for
 * its channel and service URL, until it expires, and there is one connector client for each address.
 */
export class RememberingAuthentication extends BotFrameworkAuthentication {
  readonly #sdk: BotFrameworkAuthentication;
  readonly #reach: Reach;
  readonly #verified = new Map<string, { result: AuthenticateRequestResult; until: number }>();
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor({
    botFramework,
    issuer,
    credentials,
    mayReach,
    patience = usualPatience,
  }: AuthenticationSettings) {
    super();
    this.#reach = { mayReach, patience };
    this.#sdk = new ConfigurationBotFrameworkAuthentication(
      botFramework,
      credentials,
      new AuthenticationConfiguration([], (claims) => requireIssuer(claims, issuer)),
    );
  }

  override async authenticateRequest(
    activity: Activity,
    authHeader: string,
  ): Promise<AuthenticateRequestResult> {
    const key = `${activity.channelId}\n${activity.serviceUrl}\n${authHeader}`;
    const known = this.#verified.get(key);
    if (known !== undefined && known.until > Date.now()) return known.result;
    const sdkResult = await this.#sdk.authenticateRequest(activity, authHeader);
    const result = { ...sdkResult, connectorFactory: this.#remembering(sdkResult.connectorFactory) };
    this.#remember(key, result);
    return result;
  }

  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    return this.#remembering(this.#sdk.createConnectorFactory(claimsIdentity));
  }

  override createUserTokenClient(claimsIdentity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= this.#sdk.createUserTokenClient(claimsIdentity);
    return this.#userTokens;
  }

  override getOriginatingAudience(): string {
    return this.#sdk.getOriginatingAudience();
  }

  override authenticateChannelRequest(authHeader: string): Promise<ClaimsIdentity> {
    return this.#sdk.authenticateChannelRequest(authHeader);
  }

  override authenticateStreamingRequest(
    authHeader: string,
    channel: string,
  ): Promise<AuthenticateRequestResult> {
    return this.#sdk.authenticateStreamingRequest(authHeader, channel);
  }

  override createBotFrameworkClient(): BotFrameworkClient {
    return this.#sdk.createBotFrameworkClient();
  }

  #remember(key: string, result: AuthenticateRequestResult): void {
    const expires = Number(result.claimsIdentity.getClaimValue('exp'));
    if (!(expires * 1000 > Date.now())) return;
    const [oldest] = this.#verified.keys();
    if (this.#verified.size >= mostTokens && oldest !== undefined) this.#verified.delete(oldest);
    this.#verified.set(key, { result, until: expires * 1000 });
  }

  #remembering(factory: ConnectorFactory | undefined): ConnectorFactory {
    if (factory === undefined) throw new Error('the SDK made no connector factory');
    return new RememberingConnectorFactory(factory, this.#connectors, this.#reach);
  }
}

type Reach = Required<Pick<AuthenticationSettings, 'mayReach' | 'patience'>>;

class RememberingConnectorFactory extends ConnectorFactory {
  readonly #sdk: ConnectorFactory;
  readonly #kept: Map<string, Promise<ConnectorClient>>;
  readonly #reach: Reach;

  constructor(sdk: ConnectorFactory, kept: Map<string, Promise<ConnectorClient>>, reach: Reach) {
    super();
    this.#sdk = sdk;
    this.#kept = kept;
    this.#reach = reach;
  }

  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    if (!this.#reach.mayReach(serviceUrl)) return Promise.reject(new HostNotAllowedError());
    const key = `${audience ?? ''}\n${serviceUrl}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const created = this.#sdk
      .create(serviceUrl, audience)
      .then(withoutHiddenRetries)
      .then((connector) => withLimitedPatience(connector, this.#reach.patience));
    this.#kept.set(key, created);
    created.catch(() => this.#kept.delete(key));
    return created;
  }
}

/** Nothing is sent to a host that `ALLOWED_SERVICE_HOSTS` does not name. */
export class HostNotAllowedError extends Error {
  override readonly name = 'HostNotAllowedError';
}

/**
 * The channel's tokens only: the SDK would also take tokens that the bot's own Entra registration can get, for which
 * it checks no service URL. A request without claims comes from a bot that runs without an app id, in development.
 */
function requireIssuer(claims: readonly Claim[], issuer: string): Promise<void> {
  const given = claims.find(({ type }) => type === AuthenticationConstants.IssuerClaim)?.value;
  if (given === issuer) return Promise.resolve();
  return Promise.reject(new AuthenticationError('not a token of the channel', 401));
}
