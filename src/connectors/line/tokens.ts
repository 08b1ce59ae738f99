import { z } from 'zod';
import type { Http } from '../shared/http.ts';
import type { LineCredentials } from './credentials.ts';

export type TokenAnswer =
  | { readonly kind: 'ok'; readonly token: string }
  /** LINE does not know this channel with this secret. */
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'unavailable'; readonly detail: string };

export interface Tokens {
  of(credentials: LineCredentials): Promise<TokenAnswer>;
  /** The one that we have is no longer taken. */
  forget(credentials: LineCredentials, token: string): void;
}

const Issued = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const Refused = z.object({ error_description: z.string().optional(), error: z.string().optional() });
/** So long before its end a token is not begun with any more. */
const MARGIN_MS = 180_000;

/**
 * Stateless tokens: of 15 minutes, as many as one likes, none to be kept.
 * Source: LINE, "Channel access tokens", POST /oauth2/v3/token; read 2026-11.
 */
export function openTokens(http: Http, base: string, now: () => Date): Tokens {
  const kept = new Map<string, { readonly token: string; readonly until: number }>();
  const asked = new Map<string, Promise<TokenAnswer>>();
  const keyOf = ({ channelId, channelSecret }: LineCredentials) => `${channelId}:${channelSecret}`;

  async function ask({ channelId, channelSecret }: LineCredentials, key: string): Promise<TokenAnswer> {
    const at = now().getTime();
    const answer = await http({
      method: 'POST',
      url: `${base}/oauth2/v3/token`,
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: channelId,
        client_secret: channelSecret,
      }),
    });
    if (answer.kind === 'lost') return { kind: 'unavailable', detail: answer.detail };
    const { status, json } = answer;
    if (status === 400 || status === 401 || status === 403) {
      const { error_description: words, error } = Refused.safeParse(json).data ?? {};
      return { kind: 'refused', detail: words ?? error ?? `LINE answered ${status}` };
    }
    const issued = status === 200 ? Issued.safeParse(json).data : undefined;
    if (!issued) return { kind: 'unavailable', detail: `LINE answered ${status} when asked for a token.` };
    kept.set(key, { token: issued.access_token, until: at + issued.expires_in * 1_000 - MARGIN_MS });
    return { kind: 'ok', token: issued.access_token };
  }

  return {
    of(credentials) {
      const key = keyOf(credentials);
      const known = kept.get(key);
      if (known && known.until > now().getTime()) return Promise.resolve({ kind: 'ok', token: known.token });
      const running = asked.get(key);
      if (running) return running;
      const asking = ask(credentials, key).finally(() => asked.delete(key));
      asked.set(key, asking);
      return asking;
    },
    forget(credentials, token) {
      const key = keyOf(credentials);
      if (kept.get(key)?.token === token) kept.delete(key);
    },
  };
}
