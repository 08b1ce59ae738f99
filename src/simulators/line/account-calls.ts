import { Refusal } from './refusal.ts';
import type { State } from './state.ts';
import { post, type Webhooks } from './webhooks.ts';

type Body = Readonly<Record<string, unknown>>;
const LIFE_S = 900;

/** A stateless token: of fifteen minutes, as many as one asks for. */
export function issueToken(state: State, form: URLSearchParams): Body {
  const { account, faults } = state;
  if (form.get('grant_type') !== 'client_credentials')
    throw new TokenRefusal('unsupported_grant_type', 'grant_type is invalid');
  if (
    form.get('client_id') !== account.channelId ||
    form.get('client_secret') !== account.channelSecret ||
    faults.isTokenRevoked
  )
    throw new TokenRefusal('invalid_client', 'invalid client credentials');
  const token = `eyJ${Buffer.from(`${state.tokens.size} ${state.random()}`).toString('base64url')}`;
  state.tokens.set(token, state.now().getTime() + LIFE_S * 1_000);
  return { token_type: 'Bearer', access_token: token, expires_in: LIFE_S - 1 };
}

/** The token's own endpoint speaks OAuth, not LINE. */
export class TokenRefusal extends Refusal {
  constructor(error: string, description: string) {
    super(400, description, { error, error_description: description });
  }
}

export function requireToken(state: State, authorization: string | undefined): void {
  const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  const until = token === undefined ? undefined : state.tokens.get(token);
  if (until === undefined || until <= state.now().getTime() || state.faults.isTokenRevoked)
    throw new Refusal(
      401,
      'Authentication failed due to the following reason: invalid token. Confirm that the access token in the authorization header is valid.',
    );
}

export const botInfo = ({ account }: State): Body => ({
  userId: account.userId,
  basicId: account.basicId,
  displayName: account.name,
  pictureUrl: 'https://profile.line-scdn.test/bot',
  chatMode: 'bot',
  markAsReadMode: 'auto',
});

export function profileOf(state: State, userId: string): Body {
  const friend = state.friends.get(userId);
  if (!friend?.isFriend || friend.hasBlocked) throw new Refusal(404, 'Not found');
  const { persona } = friend;
  return {
    userId,
    displayName: persona.name,
    pictureUrl: `https://profile.line-scdn.test/${encodeURIComponent(persona.id)}`,
    language: persona.language,
  };
}

export function memberOf(state: State, groupId: string, userId: string): Body {
  const friend = state.friends.get(userId);
  if (!friend || !state.chats.get(groupId)?.members.has(userId)) throw new Refusal(404, 'Not found');
  return { userId, displayName: friend.persona.name };
}

export function endpointOf({ webhook }: State): Body {
  if (webhook.url === '') throw new Refusal(404, 'Webhook endpoint not found');
  return { endpoint: webhook.url, active: webhook.isActive };
}

export function setEndpoint(state: State, webhooks: Webhooks, { endpoint }: Body): Body {
  const url = typeof endpoint === 'string' ? URL.parse(endpoint) : null;
  // HTTPS on the real network; on loopback there is no certificate.
  const isLocal = url?.protocol === 'http:' && url.hostname === '127.0.0.1';
  if (typeof endpoint !== 'string' || !(url?.protocol === 'https:' || isLocal) || endpoint.length > 500)
    throw new Refusal(400, 'Invalid webhook endpoint URL');
  state.webhook.url = endpoint;
  webhooks.wake();
  return {};
}

/** Asks the address with no event in it. */
export async function tryEndpoint(state: State, { endpoint }: Body): Promise<Body> {
  const url = typeof endpoint === 'string' ? endpoint : state.webhook.url;
  const status = await post(state, url, []);
  const success = status === 200;
  return {
    success,
    timestamp: state.now().toISOString(),
    statusCode: status ?? 0,
    reason: success ? 'OK' : status === null ? 'COULD_NOT_CONNECT' : 'ERROR_STATUS_CODE',
    detail: status === null ? 'Connection refused' : String(status),
  };
}
