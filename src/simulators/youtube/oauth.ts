import type { Faults } from '../network.ts';

export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly refreshToken: string;
}

const SECONDS = 3_599;
const SCOPE = 'https://www.googleapis.com/auth/youtube.force-ssl';

/** Google's token endpoint, for one client and one sign-in. */
export class OAuth {
  /** As of a project that is still in testing; seconds. Null: the sign-in does not end. */
  consentSeconds: number | null = null;
  scope = SCOPE;
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

  answer(form: URLSearchParams): { status: number; body: unknown } {
    const refuse = (status: number, error: string, words: string) => ({
      status,
      body: { error, error_description: words },
    });
    const { id, secret, refreshToken } = this.#client;
    if (form.get('grant_type') !== 'refresh_token') return refuse(400, 'unsupported_grant_type', 'Invalid grant_type');
    if (form.get('client_id') !== id || form.get('client_secret') !== secret)
      return refuse(401, 'invalid_client', 'The OAuth client was not found.');
    if (form.get('refresh_token') !== refreshToken || this.#faults.isTokenRevoked)
      return refuse(400, 'invalid_grant', 'Token has been expired or revoked.');
    this.#count += 1;
    const access_token = `ya29.simulated-${this.#count}`;
    this.#tokens.set(access_token, this.#now().getTime() + SECONDS * 1_000);
    const ends = this.consentSeconds === null ? {} : { refresh_token_expires_in: this.consentSeconds };
    return {
      status: 200,
      body: { access_token, expires_in: SECONDS, scope: this.scope, token_type: 'Bearer', ...ends },
    };
  }

  isGood(header: string | undefined): boolean {
    const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1];
    return !this.#faults.isTokenRevoked && (this.#tokens.get(token ?? '') ?? 0) > this.#now().getTime();
  }

  /** All access tokens end now, as after an hour. */
  expire(): void {
    this.#tokens.clear();
  }
}
