import { z } from 'zod';
import { type AccessTokens, createAccessTokens, type Grant } from '../shared/access-tokens.ts';
import type { Http } from '../shared/http.ts';
import type { LineCredentials } from './credentials.ts';

const Issued = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const Refused = z.object({ error_description: z.string().optional(), error: z.string().optional() });
const WAIT_MS = 15_000;

/**
 * Stateless tokens: of 15 minutes, as many as one likes, none to be kept.
 * Source: LINE, "Channel access tokens", POST /oauth2/v3/token; read 2026-11.
 */
export function openTokens(http: Http, base: string, now: () => Date): AccessTokens<LineCredentials> {
  const later = (problem: string): Grant => ({ kind: 'later', problem, afterMs: WAIT_MS });

  async function ask({ channelId, channelSecret }: LineCredentials): Promise<Grant> {
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
    if (answer.kind === 'lost') return later(answer.detail);
    const { status, json } = answer;
    if (status === 400 || status === 401 || status === 403) {
      const { error_description: words, error } = Refused.safeParse(json).data ?? {};
      return { kind: 'refused', problem: words ?? error ?? `LINE answered ${status}` };
    }
    const issued = status === 200 ? Issued.safeParse(json).data : undefined;
    if (!issued) return later(`LINE answered ${status} when asked for a token.`);
    const endsAt = new Date(at + issued.expires_in * 1_000);
    return { kind: 'granted', token: issued.access_token, endsAt, body: json };
  }

  return createAccessTokens(ask, ({ channelId, channelSecret }) => `${channelId}:${channelSecret}`, now);
}
