import { ServiceClientCredentialsFactory } from 'botframework-connector';

import { botFramework, type TokenIssuer } from './token-issuer.js';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;
type WebResource = Parameters<Credentials['signRequest']>[0];

/** Fetches the bot's outgoing tokens from the loopback issuer: MSAL, which does it in production, refuses plain HTTP. */
export class LoopbackCredentials extends ServiceClientCredentialsFactory {
  readonly #issuer: TokenIssuer;
  #authorization: Promise<string> | undefined;

  constructor(issuer: TokenIssuer) {
    super();
    this.#issuer = issuer;
  }

  isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#issuer.appId);
  }

  isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  createCredentials(): Promise<Credentials> {
    return Promise.resolve({ signRequest: (request) => this.#sign(request) });
  }

  async #sign(request: WebResource): Promise<WebResource> {
    this.#authorization ??= this.#login();
    request.headers.set('authorization', await this.#authorization);
    return request;
  }

  /** A refused login is asked for again by the next call. */
  async #login(): Promise<string> {
    const response = await fetch(`${this.#issuer.url}/login/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: this.#issuer.appId,
        scope: `${botFramework}/.default`,
      }),
    });
    if (!response.ok) {
      this.#authorization = undefined;
      const refusal = new Error(`The login endpoint answered ${String(response.status)}`);
      // As MSAL names it.
      throw Object.assign(refusal, { errorCode: 'invalid_client' });
    }
    const { access_token: token } = (await response.json()) as { access_token: string };
    return `Bearer ${token}`;
  }
}
