import { z } from 'zod';
import type { ConnectResult } from '../../core/channel/connector.ts';
import { asApp, type Graph } from '../meta/graph.ts';
import { isSameAddress, shownAddress } from '../shared/door.ts';
import { id, lenient } from '../shared/shapes.ts';
import type { InstagramCredentials } from './credentials.ts';
import { wordsOf } from './errors.ts';
import type { Hosts, Road } from './road.ts';

/** Source: Meta's API description v25, `subscribed_fields`; read 2026-11. Echoes come with `messages`. */
export const FIELDS: readonly string[] = [
  'comments',
  'live_comments',
  'mentions',
  'messages',
  'message_edit',
  'message_reactions',
  'messaging_postbacks',
  'messaging_referral',
  'messaging_seen',
  'messaging_handover',
  'standby',
];

const OfNode = z.object({
  data: z.array(z.object({ id: lenient(id), subscribed_fields: lenient(z.array(z.string())) })),
});
const OfApp = z.object({
  data: z.array(
    z.object({
      object: z.string(),
      callback_url: lenient(z.string()),
      fields: lenient(z.array(z.union([z.string(), z.object({ name: z.string() })]))),
    }),
  ),
});

/** What the Page or the account listens to. Null: could not be read. */
export async function subscribedAt({ graph, as, sender }: Road): Promise<readonly string[] | null> {
  const answer = await graph({ method: 'GET', path: `${sender}/subscribed_apps` }, as);
  const read = answer.kind === 'ok' ? OfNode.safeParse(answer.body).data : undefined;
  return read ? read.data.flatMap((one) => one.subscribed_fields ?? []) : null;
}

/** Where the app sends what happens on Instagram, and what of it. Null: could not be read. */
export async function appListens(graph: Graph, credentials: InstagramCredentials) {
  const answer = await graph(
    { method: 'GET', path: `${credentials.appId}/subscriptions` },
    asApp(metaLike(credentials)),
  );
  const read = answer.kind === 'ok' ? OfApp.safeParse(answer.body).data : undefined;
  if (!read) return null;
  const own = read.data.find(({ object }) => object === 'instagram');
  return {
    callbackUrl: own?.callback_url ?? null,
    fields: own?.fields?.map((field) => (typeof field === 'string' ? field : field.name)) ?? [],
  };
}

export const metaLike = ({ pageId, accessToken, appId, appSecret, verifyToken }: InstagramCredentials) => ({
  pageId,
  pageAccessToken: accessToken,
  appId,
  appSecret,
  verifyToken,
});

const failed = (problem: string, todo: string): ConnectResult => ({ ok: false, problem, todo });

export function subscribe(hosts: Hosts, road: Road, credentials: InstagramCredentials, callbackUrl: string) {
  return credentials.login === 'facebook'
    ? subscribePage(hosts, road, credentials, callbackUrl)
    : subscribeAccount(road, callbackUrl);
}

/** The app listens to the object `instagram`, and any field of the Page switches its account on. */
async function subscribePage(
  { facebook }: Hosts,
  road: Road,
  credentials: InstagramCredentials,
  callbackUrl: string,
): Promise<ConnectResult> {
  const before = await appListens(facebook, credentials);
  if (before === null)
    return failed(
      'Meta does not say where the app sends its webhooks now, so nothing was changed.',
      'Check the app ID and the app secret, then test the inbox again.',
    );
  if (before.callbackUrl && !isSameAddress(before.callbackUrl, callbackUrl))
    // One app has one address for Instagram: taking it over would silence whatever listens there now.
    return failed(
      `The app sends what happens on Instagram to ${shownAddress(before.callbackUrl)}.`,
      `In the app dashboard, Webhooks, Instagram: change the callback URL to ${callbackUrl}, or use an app of its own for this desk.`,
    );
  const app = await facebook(
    {
      method: 'POST',
      path: `${credentials.appId}/subscriptions`,
      body: {
        object: 'instagram',
        callback_url: callbackUrl,
        verify_token: credentials.verifyToken,
        fields: [...new Set([...before.fields, ...FIELDS])].join(','),
        include_values: true,
      },
    },
    asApp(metaLike(credentials)),
  );
  if (app.kind !== 'ok')
    return failed(
      `Meta did not take the webhook address: ${wordsOf(app)}`,
      `Meta must be able to call ${callbackUrl} over HTTPS from outside. Then test the inbox again.`,
    );
  const there = await subscribedAt(road);
  if (there?.length === 0) {
    // The list replaces the one before, which may be that of Facebook or Messenger: it is only begun, never changed.
    const page = await road.graph(
      { method: 'POST', path: `${road.sender}/subscribed_apps`, query: { subscribed_fields: 'feed' } },
      road.as,
    );
    if (page.kind !== 'ok')
      return failed(`The Page was not subscribed: ${wordsOf(page)}`, 'The token needs pages_manage_metadata.');
  }
  const after = await appListens(facebook, credentials);
  return kept(after?.fields ?? [], 'Add these fields in the app dashboard under Webhooks, Instagram, then test again.');
}

/** The address itself is set by hand: Meta has no call for it in this login. */
async function subscribeAccount(road: Road, callbackUrl: string): Promise<ConnectResult> {
  const done = await road.graph(
    { method: 'POST', path: `${road.sender}/subscribed_apps`, query: { subscribed_fields: FIELDS.join(',') } },
    road.as,
  );
  if (done.kind !== 'ok')
    return failed(
      `The account was not subscribed: ${wordsOf(done)}`,
      'The token needs instagram_business_manage_messages and instagram_business_manage_comments.',
    );
  const after = (await subscribedAt(road)) ?? [];
  const result = kept(after, 'Test the inbox again; if it stays, look at the permissions of the app.');
  if (!result.ok) return result;
  return {
    ok: true,
    detail: `${result.detail} In the app dashboard, Instagram, API setup, step 3 (webhooks), the callback URL must be ${callbackUrl} with the verify token you filled in here.`,
  };
}

function kept(fields: readonly string[], todo: string): ConnectResult {
  const missing = FIELDS.filter((field) => !fields.includes(field));
  if (missing.length > 0) return failed(`Meta took the subscription, but not for ${missing.join(', ')}.`, todo);
  return { ok: true, detail: `Meta now sends ${FIELDS.length} kinds of events of this account.` };
}
