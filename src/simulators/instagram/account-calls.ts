import { type Call, textOf } from '../meta/call.ts';
import { pick } from '../meta/listing.ts';
import { badParameter, gone, Refusal } from '../meta/refusal.ts';
import type { Delivery } from './delivery.ts';
import { accountNode } from './nodes.ts';
import { type Account, type State, unix } from './state.ts';

const SCOPES = [
  'instagram_basic',
  'instagram_manage_comments',
  'instagram_manage_messages',
  'pages_show_list',
  'pages_read_engagement',
  'pages_manage_metadata',
  'pages_messaging',
];
const DAY_MS = 86_400_000;
const LIFE_MS = 60 * DAY_MS;
const FIELDS = new Set([
  'comments',
  'live_comments',
  'mentions',
  'messages',
  'message_edit',
  'message_reactions',
  'messaging_handover',
  'messaging_optins',
  'messaging_postbacks',
  'messaging_referral',
  'messaging_seen',
  'standby',
  'story_insights',
]);

export function inspectToken(state: State, token: string | undefined): unknown {
  const account = state.accounts.find((one) => one.pageToken === token);
  if (!account || state.faults.isTokenRevoked) {
    const error = account
      ? { code: 190, message: 'The session has been invalidated.', subcode: 460 }
      : { code: 190, message: 'Malformed access token' };
    return { data: { app_id: state.appId, is_valid: false, error, scopes: [] } };
  }
  return {
    data: {
      app_id: state.appId,
      type: 'PAGE',
      profile_id: account.pageId,
      is_valid: true,
      issued_at: unix(state.now()) - 1000,
      expires_at: 0,
      data_access_expires_at: unix(state.now()) + 90 * 86_400,
      scopes: SCOPES,
    },
  };
}

export function pageNode(state: State, account: Account, call: Call): unknown {
  return pick(
    {
      id: account.pageId,
      name: account.name,
      username: account.username,
      picture: { data: { url: `https://scontent.example-cdn.test/${account.pageId}.jpg` } },
      instagram_business_account: accountNode(state, account),
    },
    call.params.fields,
    'name',
  );
}

export const me = (state: State, account: Account, call: Call): unknown =>
  pick(
    {
      ...accountNode(state, account),
      // The app's own number for it; webhooks use the other one.
      id: `27${account.id.slice(2)}`,
      user_id: account.id,
      account_type: 'BUSINESS',
    },
    call.params.fields,
    'id',
  );

/** Only a token that is a day old and not over gets sixty days more. */
export function refreshToken(state: State, token: string | null): unknown {
  const account = state.accounts.find((one) => one.token === token);
  if (!account || isOver(state, account)) throw new Refusal(190, 'Session has expired', 463);
  if (state.now().getTime() - account.tokenMadeAt.getTime() < DAY_MS)
    throw new Refusal(100, 'The token must be at least 24 hours old to be refreshed.');
  account.tokenMadeAt = state.now();
  return { access_token: account.token, token_type: 'bearer', expires_in: LIFE_MS / 1000 };
}
export const isOver = (state: State, { tokenMadeAt }: Account): boolean =>
  state.now().getTime() - tokenMadeAt.getTime() > LIFE_MS;

export function nodeSubscription(
  state: State,
  call: Call,
  account: Account,
  login: 'facebook' | 'instagram',
  delivery: Delivery,
): unknown {
  const fields = login === 'facebook' ? account.onPage : account.onAccount;
  if (call.method === 'GET') {
    const id = login === 'facebook' ? state.appId : state.instagramAppId;
    return { data: fields.size > 0 ? [{ id, name: 'Harbor Care', subscribed_fields: [...fields] }] : [] };
  }
  if (call.method === 'DELETE') {
    fields.clear();
    return { success: true };
  }
  const asked = listOf(call.params.subscribed_fields);
  if (asked.length === 0) throw badParameter('The parameter subscribed_fields is required.');
  const strange = login === 'instagram' ? asked.find((field) => !FIELDS.has(field)) : undefined;
  if (strange) throw badParameter(`Param subscribed_fields[0] must be one of {…} - got "${strange}".`);
  // The list replaces the one before.
  fields.clear();
  for (const field of asked) fields.add(field);
  account.wasSubscribed = true;
  delivery.wake();
  return { success: true };
}

export async function appSubscription(state: State, call: Call, delivery: Delivery): Promise<unknown> {
  const hook = state.hooks.facebook;
  if (call.path[0] !== state.appId) throw gone(call.path[0] ?? '');
  if (call.method === 'GET') {
    if (hook.url === null) return { data: [] };
    const fields = [...hook.fields].map((name) => ({ name, version: 'v26.0' }));
    return { data: [{ object: 'instagram', callback_url: hook.url, active: true, fields }] };
  }
  const url = textOf(call.params.callback_url);
  if (call.params.object !== 'instagram' || url === undefined)
    throw badParameter('object and callback_url are required.');
  const asked = listOf(call.params.fields);
  const strange = asked.find((field) => !FIELDS.has(field));
  if (strange) throw badParameter(`Invalid field "${strange}" for the object instagram.`);
  const challenge = state.newId();
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': challenge,
    'hub.verify_token': textOf(call.params.verify_token) ?? '',
  });
  const answer = await fetch(`${url}?${query}`, { signal: AbortSignal.timeout(5_000) }).then(
    async (response) => (response.status === 200 ? response.text() : `HTTP status ${response.status}`),
    () => 'no answer',
  );
  if (answer !== challenge)
    throw new Refusal(2200, `Callback verification failed with the following errors: ${answer.slice(0, 100)}`);
  hook.url = url;
  hook.fields.clear();
  for (const field of asked) hook.fields.add(field);
  delivery.wake();
  return { success: true };
}

const listOf = (value: unknown): string[] =>
  (textOf(value) ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
