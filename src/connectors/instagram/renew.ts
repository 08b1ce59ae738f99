import { z } from 'zod';
import type { Renewed } from '../../core/channel/connector.ts';
import type { InstagramCredentials } from './credentials.ts';
import type { Hosts } from './road.ts';

const DAY_MS = 86_400_000;
/** Sooner is of no use, and it leaves weeks for trying again. Meta refuses within the first day. */
const EVERY_MS = 7 * DAY_MS;

const Made = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/**
 * Gives the token of an account sixty days more, each week. A Page's token does not run out.
 * Source: Meta, "Instagram API with Instagram Login: refresh access token", read 2026-11.
 */
export async function renewToken(
  { tokens }: Pick<Hosts, 'tokens'>,
  credentials: InstagramCredentials,
  now: Date,
): Promise<Renewed<InstagramCredentials> | null> {
  const { login, tokenMadeOn, accessToken } = credentials;
  const isFresh = tokenMadeOn !== '' && now.getTime() - Date.parse(tokenMadeOn) < EVERY_MS;
  if (login !== 'instagram' || isFresh) return null;
  const query = { grant_type: 'ig_refresh_token', access_token: accessToken };
  const answer = await tokens({ method: 'GET', path: 'refresh_access_token', query }, { token: accessToken });
  const made = answer.kind === 'ok' ? Made.safeParse(answer.body).data : undefined;
  // Too young, or over: the look at the account says what is to be done.
  if (!made) return null;
  return {
    credentials: { ...credentials, accessToken: made.access_token, tokenMadeOn: now.toISOString().slice(0, 10) },
    expiresAt: new Date(now.getTime() + made.expires_in * 1_000),
  };
}
