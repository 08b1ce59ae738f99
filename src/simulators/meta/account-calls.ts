import { type Bearer, type Call, textOf } from './call.ts';
import type { Delivery } from './delivery.ts';
import { listing, pick } from './listing.ts';
import { badParameter, gone, Refusal } from './refusal.ts';
import { type Page, type State, unix } from './state.ts';

const SCOPES = [
  'pages_show_list',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
  'pages_manage_posts',
  'pages_manage_metadata',
  'pages_messaging',
  'business_management',
];
const TASKS = ['MODERATE', 'MESSAGING', 'ANALYZE', 'CREATE_CONTENT', 'ADVERTISE', 'MANAGE'];
export const USER_TOKEN = 'EAAlongUser';
export const USER_ID = '7300112233440000';
const APP_NAME = 'Harbor Care';

export function inspectToken(state: State, token: string | undefined, isRevoked: boolean): unknown {
  const page = state.pages.find((one) => one.token === token);
  const isKnown = page !== undefined || token === USER_TOKEN;
  const about = page ? { type: 'PAGE', profile_id: page.id } : { type: 'USER' };
  if (!isKnown || isRevoked) {
    const message = isRevoked
      ? 'The session has been invalidated because the user changed their password.'
      : 'Malformed access token';
    const error = isRevoked ? { code: 190, message, subcode: 460 } : { code: 190, message };
    return { data: { app_id: state.appId, ...(isKnown ? about : {}), is_valid: false, error, scopes: [] } };
  }
  return {
    data: {
      app_id: state.appId,
      application: APP_NAME,
      ...about,
      user_id: USER_ID,
      is_valid: true,
      issued_at: unix(state.now()) - 1000,
      expires_at: 0,
      data_access_expires_at: unix(state.now()) + 90 * 86_400,
      scopes: SCOPES,
      granular_scopes: [{ scope: 'pages_messaging', target_ids: state.pages.map(({ id }) => id) }],
    },
  };
}

export const pageNode = (page: Page): Record<string, unknown> => ({
  id: page.id,
  name: page.name,
  username: page.handle,
  category: 'Sporting Goods Store',
  link: `https://www.facebook.com/${page.handle}`,
  picture: { data: { url: `https://scontent.example-cdn.test/${page.id}.jpg`, is_silhouette: false } },
});

export function accountList(state: State, call: Call, bearer: Bearer): unknown {
  if (bearer.kind !== 'user')
    throw new Refusal(100, 'Tried accessing nonexisting field (accounts) on node type (Page)');
  const show = (page: Page) =>
    pick(
      { ...pageNode(page), access_token: page.token, tasks: TASKS },
      call.params.fields,
      'name,category,access_token,tasks',
    );
  return listing(state, call, state.pages, show);
}

export function pageSubscription(state: State, call: Call, page: Page, delivery: Delivery): unknown {
  if (call.method === 'GET') {
    const subscribed_fields = [...page.subscribed];
    return {
      data:
        subscribed_fields.length > 0
          ? [
              {
                category: 'Business',
                link: 'https://care.example.com',
                name: APP_NAME,
                id: state.appId,
                subscribed_fields,
              },
            ]
          : [],
    };
  }
  page.subscribed.clear();
  if (call.method === 'POST') {
    // The list replaces the one before.
    for (const field of listOf(call.params.subscribed_fields)) page.subscribed.add(field);
    if (page.subscribed.size === 0) throw badParameter('The parameter subscribed_fields is required.');
    page.wasSubscribed = true;
    delivery.wake();
  }
  return { success: true };
}

export async function appSubscription(state: State, call: Call, delivery: Delivery): Promise<unknown> {
  const { app } = state;
  if (call.path[0] !== state.appId) throw gone(call.path[0] ?? '');
  if (call.method === 'GET') {
    if (app.callbackUrl === null) return { data: [] };
    const fields = [...app.fields].map((name) => ({ name, version: 'v26.0' }));
    return { data: [{ object: 'page', callback_url: app.callbackUrl, active: true, fields }] };
  }
  if (call.method === 'DELETE') {
    app.callbackUrl = null;
    app.fields.clear();
    return { success: true };
  }
  const url = textOf(call.params.callback_url);
  if (call.params.object !== 'page' || url === undefined) throw badParameter('object and callback_url are required.');
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
  app.callbackUrl = url;
  app.fields.clear();
  for (const field of listOf(call.params.fields)) app.fields.add(field);
  delivery.wake();
  return { success: true };
}

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(String) : (textOf(value) ?? '').split(','))
    .map((name) => name.trim())
    .filter(Boolean);
