import { z } from 'zod';
import type { ConnectResult } from '../../core/channel/connector.ts';
import { id, lenient } from '../shared/shapes.ts';
import type { MetaCredentials } from './credentials.ts';
import { judge } from './errors.ts';
import { ALL_FIELDS } from './fields.ts';
import { asApp, asPage, type Graph, type GraphAnswer } from './graph.ts';

const OfPage = z.object({ data: z.array(z.object({ id, subscribed_fields: lenient(z.array(z.string())) })) });
const OfApp = z.object({
  data: z.array(
    z.object({
      object: z.string(),
      callback_url: lenient(z.string()),
      active: lenient(z.boolean()),
      fields: lenient(z.array(z.union([z.string(), z.object({ name: z.string() })]))),
    }),
  ),
});

export interface Subscribed {
  /** Null: could not be read. */
  readonly page: readonly string[] | null;
  readonly app: { readonly callbackUrl: string | null; readonly fields: readonly string[] } | null;
}

/** What the Page and the app listen to now. Both layers must name a field, or nothing of it arrives. */
export async function subscribedFields(graph: Graph, credentials: MetaCredentials): Promise<Subscribed> {
  const { pageId, appId } = credentials;
  const [ofPage, ofApp] = await Promise.all([
    graph({ method: 'GET', path: `${pageId}/subscribed_apps` }, asPage(credentials)),
    graph({ method: 'GET', path: `${appId}/subscriptions` }, asApp(credentials)),
  ]);
  const page = ofPage.kind === 'ok' ? OfPage.safeParse(ofPage.body).data : undefined;
  const app = ofApp.kind === 'ok' ? OfApp.safeParse(ofApp.body).data : undefined;
  const forPages = app?.data.find(({ object }) => object === 'page');
  return {
    page: page ? (page.data.find((one) => one.id === appId)?.subscribed_fields ?? []) : null,
    app: app
      ? {
          callbackUrl: forPages?.callback_url ?? null,
          fields: forPages?.fields?.map((field) => (typeof field === 'string' ? field : field.name)) ?? [],
        }
      : null,
  };
}

const failed = (problem: string, todo: string): ConnectResult => ({ ok: false, problem, todo });

/** Subscribes the app and the Page to everything we read, and looks whether Meta kept it. */
export async function subscribe(
  graph: Graph,
  credentials: MetaCredentials,
  callbackUrl: string,
): Promise<ConnectResult> {
  const { pageId, appId } = credentials;
  const before = await subscribedFields(graph, credentials);
  if (before.app === null) {
    return failed(
      'Meta does not say where the app sends its webhooks now, so nothing was changed.',
      'Check the app ID and the app secret, then test the inbox again.',
    );
  }
  const theirs = before.app.callbackUrl;
  if (theirs && theirs !== callbackUrl) {
    // One app has one address for Pages: taking it over would silence whatever listens there now.
    return failed(
      `The app sends what happens on its Pages to ${theirs}.`,
      `In the app dashboard, Webhooks, Page: change the callback URL to ${callbackUrl}, or use an app of its own for this desk.`,
    );
  }
  const fields = [...new Set([...before.app.fields, ...ALL_FIELDS])].join(',');
  const app = await graph(
    {
      method: 'POST',
      path: `${appId}/subscriptions`,
      body: {
        object: 'page',
        callback_url: callbackUrl,
        verify_token: credentials.verifyToken,
        fields,
        include_values: true,
      },
    },
    asApp(credentials),
  );
  if (app.kind !== 'ok')
    return failed(
      `Meta did not take the webhook address: ${wordsOf(app)}`,
      `Meta must be able to call ${callbackUrl} over HTTPS from outside. Then test the inbox again.`,
    );
  const page = await graph(
    { method: 'POST', path: `${pageId}/subscribed_apps`, query: { subscribed_fields: ALL_FIELDS.join(',') } },
    asPage(credentials),
  );
  if (page.kind !== 'ok')
    return failed(`The Page was not subscribed: ${wordsOf(page)}`, 'The token needs pages_manage_metadata.');

  const after = await subscribedFields(graph, credentials);
  const missing = ALL_FIELDS.filter((field) => !after.page?.includes(field));
  if (missing.length > 0)
    return failed(
      `Meta took the subscription, but not for ${missing.join(', ')}.`,
      'Add these fields in the app dashboard under Webhooks, then test the inbox again.',
    );
  return { ok: true, detail: `Meta now sends ${ALL_FIELDS.length} kinds of events of this Page here.` };
}

function wordsOf(answer: Exclude<GraphAnswer, { kind: 'ok' }>): string {
  if (answer.kind === 'lost') return answer.detail;
  const { means, detail } = judge(answer.error);
  return means === 'other' ? answer.error.message : detail;
}
