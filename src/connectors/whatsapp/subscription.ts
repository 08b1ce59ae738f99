import { z } from 'zod';
import type { ConnectResult } from '../../core/channel/connector.ts';
import type { Graph, GraphAnswer } from '../meta/graph.ts';
import { isOurDoor, isSameAddress, shownAddress } from '../shared/door.ts';
import { id, lenient } from '../shared/shapes.ts';
import { asApp, asBusiness, type WhatsAppCredentials } from './credentials.ts';
import { judge } from './errors.ts';

const OBJECT = 'whatsapp_business_account';
/** All that tells of what was said; what concerns the whole account is looked at when the inbox is checked. */
const FIELDS = ['messages', 'smb_message_echoes', 'history', 'user_preferences'] as const;
/** Without it nothing of what people write arrives. */
const NEEDED = 'messages';

const OfApp = z.object({
  data: z.array(
    z.object({
      object: z.string(),
      callback_url: lenient(z.string()),
      fields: lenient(z.array(z.union([z.string(), z.object({ name: z.string() })]))),
    }),
  ),
});
const OfAccount = z.object({
  data: z.array(
    z.object({
      whatsapp_business_api_data: lenient(z.object({ id: lenient(id), name: lenient(z.string()) })),
      override_callback_uri: lenient(z.string()),
    }),
  ),
});

interface Listening {
  /** Null: could not be read. */
  readonly app: { readonly callbackUrl: string | null; readonly fields: readonly string[] } | null;
  readonly account: { readonly isSubscribed: boolean; readonly override: string | null } | null;
}

/** Where the app sends webhooks, and whether this WhatsApp Business account feeds it. Both are needed. */
async function listening(graph: Graph, credentials: WhatsAppCredentials): Promise<Listening> {
  const { appId, wabaId } = credentials;
  const [ofApp, ofAccount] = await Promise.all([
    graph({ method: 'GET', path: `${appId}/subscriptions` }, asApp(credentials)),
    graph({ method: 'GET', path: `${wabaId}/subscribed_apps` }, asBusiness(credentials)),
  ]);
  const app = ofApp.kind === 'ok' ? OfApp.safeParse(ofApp.body).data : undefined;
  const account = ofAccount.kind === 'ok' ? OfAccount.safeParse(ofAccount.body).data : undefined;
  const ours = app?.data.find(({ object }) => object === OBJECT);
  const fed = account?.data.find((one) => one.whatsapp_business_api_data?.id === appId);
  return {
    app: app
      ? {
          callbackUrl: ours?.callback_url ?? null,
          fields: ours?.fields?.map((field) => (typeof field === 'string' ? field : field.name)) ?? [],
        }
      : null,
    account: account ? { isSubscribed: fed !== undefined, override: fed?.override_callback_uri ?? null } : null,
  };
}

export async function listeningWarnings(
  graph: Graph,
  credentials: WhatsAppCredentials,
  callbackUrl: string | undefined,
): Promise<string[]> {
  const { app, account } = await listening(graph, credentials);
  // An address of the account's own goes before that of the app.
  const goesTo = account?.override ?? app?.callbackUrl;
  return [
    account?.isSubscribed && goesTo && !isOurDoor(goesTo, 'meta', callbackUrl)
      ? `Meta sends the messages of this account to ${shownAddress(goesTo)}, not to this desk. ${account.override ? 'Disconnect the account there, then connect the inbox again.' : 'Connecting the inbox gives this account an address of its own.'}`
      : undefined,
    account && !account.isSubscribed
      ? 'The WhatsApp Business account does not send its messages to this app: connecting the inbox does that.'
      : undefined,
    app && !app.fields.includes(NEEDED)
      ? 'The app does not ask for "messages" of WhatsApp: nothing arrives until it does. Connecting the inbox does that.'
      : undefined,
  ].filter((warning) => warning !== undefined);
}

const failed = (problem: string, todo: string): ConnectResult => ({ ok: false, problem, todo });

/**
 * Has the account's messages sent here. Where the app has another address already, this account alone gets ours
 * (`override_callback_uri`), so that whatever listens there goes on. Source: Meta, "Override webhooks"; read 2026-11.
 */
export async function subscribe(
  graph: Graph,
  credentials: WhatsAppCredentials,
  callbackUrl: string,
): Promise<ConnectResult> {
  const before = await listening(graph, credentials);
  if (!before.app)
    return failed(
      'Meta does not say where the app sends its webhooks now, so nothing was changed.',
      'Check the app ID and the app secret, then test the inbox again.',
    );
  const taken = before.account?.override;
  if (taken && !isSameAddress(taken, callbackUrl))
    return failed(
      `The app sends what this WhatsApp Business account gets to ${shownAddress(taken)}.`,
      'Disconnect the account there first, or use an app of its own for this desk.',
    );
  const { callbackUrl: theirs, fields } = before.app;
  const isShared = theirs !== null && !isSameAddress(theirs, callbackUrl);
  if (isShared && !fields.includes(NEEDED))
    return failed(
      `The app sends its webhooks of WhatsApp to ${shownAddress(theirs)}, and "messages" is not among them.`,
      'In the app dashboard, Webhooks, WhatsApp Business Account: subscribe to "messages". Then test the inbox again.',
    );
  if (!isShared) {
    const app = await graph(
      {
        method: 'POST',
        path: `${credentials.appId}/subscriptions`,
        body: {
          object: OBJECT,
          callback_url: callbackUrl,
          verify_token: credentials.verifyToken,
          fields: [...new Set([...fields, ...FIELDS])].join(','),
        },
      },
      asApp(credentials),
    );
    if (app.kind !== 'ok') return notTaken(app, callbackUrl);
  }
  const account = await graph(
    {
      method: 'POST',
      path: `${credentials.wabaId}/subscribed_apps`,
      body: isShared ? { override_callback_uri: callbackUrl, verify_token: credentials.verifyToken } : {},
    },
    asBusiness(credentials),
  );
  if (account.kind !== 'ok') return isShared ? notTaken(account, callbackUrl) : notFed(account);
  const after = await listening(graph, credentials);
  if (after.account && !after.account.isSubscribed)
    return failed('Meta took the subscription, but does not show it.', 'Wait a minute, then test the inbox again.');
  return {
    ok: true,
    detail: isShared
      ? `Meta now sends the messages of this account here; what else the app hears goes on to ${shownAddress(theirs)}.`
      : 'Meta now sends the messages of this account here.',
  };
}

const notTaken = (answer: Exclude<GraphAnswer, { kind: 'ok' }>, callbackUrl: string) =>
  failed(
    `Meta did not take the webhook address: ${wordsOf(answer)}`,
    `Meta must be able to call ${callbackUrl} over HTTPS from outside. Then test the inbox again.`,
  );
const notFed = (answer: Exclude<GraphAnswer, { kind: 'ok' }>) =>
  failed(
    `The WhatsApp Business account was not subscribed: ${wordsOf(answer)}`,
    'The token needs whatsapp_business_management, and the system user full control of the account.',
  );

function wordsOf(answer: Exclude<GraphAnswer, { kind: 'ok' }>): string {
  if (answer.kind === 'lost') return answer.detail;
  const { means, detail } = judge(answer.error);
  return means === 'other' ? answer.error.message : detail;
}
