import type { Faults } from '../network.ts';

export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly refreshToken: string;
}

const SECONDS = 86_400;

/** Reddit's token endpoint, for one app and one sign-in. */
export class OAuth {
  scope = 'identity read submit edit privatemessages history modposts';
  readonly #client: Client;
  readonly #faults: Faults;
  readonly #now: () => Date;
  readonly #tokens = new Map<string, number>();
  #count = 0;

  constructor(client: Client, faults: Faults, now: () => Date) {
    this.#client = client;
    this.#faults = faults;
    this.#now = now;
  }

  answer(authorization: string | undefined, form: URLSearchParams): { status: number; body: unknown } {
    const { id, secret, refreshToken } = this.#client;
    if (authorization !== `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`)
      return { status: 401, body: { message: 'Unauthorized', error: 401 } };
    if (form.get('grant_type') !== 'refresh_token') return { status: 200, body: { error: 'unsupported_grant_type' } };
    // with status 200, as the real one at times
    if (form.get('refresh_token') !== refreshToken || this.#faults.isTokenRevoked)
      return { status: 200, body: { error: 'invalid_grant' } };
    this.#count += 1;
    const access_token = `eyJ.simulated.${this.#count}`;
    this.#tokens.set(access_token, this.#now().getTime() + SECONDS * 1_000);
    const body = {
      access_token,
      token_type: 'bearer',
      expires_in: SECONDS,
      refresh_token: refreshToken,
      scope: this.scope,
    };
    return { status: 200, body };
  }

  isGood(header: string | undefined): boolean {
    const token = /^bearer (\S+)$/i.exec(header ?? '')?.[1];
    return !this.#faults.isTokenRevoked && (this.#tokens.get(token ?? '') ?? 0) > this.#now().getTime();
  }

  /** All access tokens end now, as after a day. */
  expire(): void {
    this.#tokens.clear();
  }
}
