import { Refusal } from './refusal.ts';

/** Tokens that an app gets for itself. Source: X docs, "OAuth 2.0 app only", as of 2026-08. */
export class AppTokens {
  readonly #keys: { readonly apiKey: string; readonly apiSecret: string };
  #count = 0;
  #token: string | null = null;
  /** Its keys were made anew, and these are of no use any more. */
  isShut = false;
  constructor(keys: { readonly apiKey: string; readonly apiSecret: string }) {
    this.#keys = keys;
  }

  /** The same one as long as it is good. */
  give(authorization: string | undefined, form: URLSearchParams): unknown {
    const basic = Buffer.from(/^Basic (.+)$/.exec(authorization ?? '')?.[1] ?? '', 'base64').toString();
    const [key = '', secret = ''] = basic.split(/:(.*)/s).map((part) => decodeURIComponent(part));
    if (this.isShut || key !== this.#keys.apiKey || secret !== this.#keys.apiSecret)
      throw new Refusal(403, {
        errors: [{ code: 99, message: 'Unable to verify your credentials', label: 'authenticity_token_error' }],
      });
    if (form.get('grant_type') !== 'client_credentials')
      throw new Refusal(403, { errors: [{ code: 170, message: 'Missing required parameter: grant_type' }] });
    this.#count += this.#token === null ? 1 : 0;
    this.#token ??= `AAAA%2Fapp-token-${this.#count}`;
    return { token_type: 'bearer', access_token: this.#token };
  }
  isGood = (authorization: string | undefined): boolean =>
    this.#token !== null && authorization === `Bearer ${this.#token}`;
  revoke(): void {
    this.#token = null;
  }
}
