import { type Bearer, type Graph, openGraph } from '../meta/graph.ts';
import type { InstagramCredentials } from './credentials.ts';

/** Both are of 29 July 2026. Source: Meta, "Instagram Platform", read 2026-11. */
const VERSION = 'v26.0';
const FACEBOOK = 'graph.facebook.com';
const INSTAGRAM = 'graph.instagram.com';

export interface InstagramOptions {
  /** Instead of `https:/`: a simulated network answers for both hosts below one address. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  /** Decides whether the window to answer is open; the machine's clock when absent. */
  readonly now?: () => Date;
  /** Between two readings of conversations, in milliseconds. Meta allows two a second. */
  readonly conversationEveryMs?: number;
}

/** The way to one account: over which host, in whose name, and who sends. */
export interface Road {
  readonly graph: Graph;
  readonly as: Bearer;
  readonly accountId: string;
  /** The node under which messages and conversations are: the Page or the account. */
  readonly sender: string;
}
export type Roads = (credentials: InstagramCredentials) => Road;

export interface Hosts {
  readonly facebook: Graph;
  readonly instagram: Graph;
  /** Renewing a token is the one call that has no version. */
  readonly tokens: Graph;
}

export function openHosts({ baseUrl, fetch, timeoutMs }: InstagramOptions): Hosts {
  const base = baseUrl?.replace(/\/+$/, '') ?? 'https:/';
  const to = (host: string, version = `/${VERSION}`): Graph =>
    openGraph({
      graphUrl: `${base}/${host}${version}`,
      ...(fetch ? { fetch } : {}),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
  return { facebook: to(FACEBOOK), instagram: to(INSTAGRAM), tokens: to(INSTAGRAM, '') };
}

export const roadsOver =
  (hosts: Hosts): Roads =>
  ({ login, accessToken, appSecret, accountId, pageId }) =>
    login === 'facebook'
      ? { graph: hosts.facebook, as: { token: accessToken, appSecret }, accountId, sender: pageId }
      : { graph: hosts.instagram, as: { token: accessToken }, accountId, sender: accountId };
