import { z } from 'zod';
import { neverLeft, wordsFor } from '../shared/http.ts';
import { parseJson } from '../shared/json.ts';
import type { MetaCredentials } from './credentials.ts';
import { secretProof } from './signature.ts';

/** v26.0 is the version of 29 July 2026. An unversioned call would get the app's oldest usable one. */
export const GRAPH_URL = 'https://graph.facebook.com/v26.0';
const TIMEOUT_MS = 20_000;

export interface GraphOptions {
  readonly graphUrl?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Under the version: `104477880011223/feed`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>> | FormData;
}

export interface GraphError {
  readonly code: number;
  readonly subcode: number | undefined;
  readonly message: string;
  /** What WhatsApp says beside the message, and means more. */
  readonly details?: string | undefined;
  /** How long the network asks us to wait, in milliseconds. */
  readonly waitMs: number | undefined;
}

export type GraphAnswer =
  | { readonly kind: 'ok'; readonly body: unknown }
  /** Meta said no, with its own words. */
  | { readonly kind: 'error'; readonly error: GraphError }
  /** No readable answer. `isSent` is false only when the request certainly never left. */
  | { readonly kind: 'lost'; readonly isSent: boolean; readonly detail: string };

/** One app's way to the Graph API. */
export type Graph = (call: GraphCall, as: Bearer) => Promise<GraphAnswer>;
export interface Bearer {
  readonly token: string;
  /** Absent for the app's own token, which has the secret inside. */
  readonly appSecret?: string;
}
export const asPage = ({ pageAccessToken, appSecret }: MetaCredentials): Bearer => ({
  token: pageAccessToken,
  appSecret,
});
export const asApp = ({ appId, appSecret }: MetaCredentials): Bearer => ({ token: `${appId}|${appSecret}` });

export function openGraph(options: GraphOptions): Graph {
  const base = (options.graphUrl ?? GRAPH_URL).replace(/\/+$/, '');
  const send = options.fetch ?? fetch;
  return async (call, as) => {
    const url = new URL(`${base}/${call.path}`);
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
    if (as.appSecret !== undefined) url.searchParams.set('appsecret_proof', secretProof(as.token, as.appSecret));
    const headers: Record<string, string> = { authorization: `Bearer ${as.token}` };
    const isForm = call.body instanceof FormData;
    if (call.body && !isForm) headers['content-type'] = 'application/json';
    try {
      const response = await send(url, {
        method: call.method,
        headers,
        body: call.body === undefined ? null : isForm ? (call.body as FormData) : JSON.stringify(call.body),
        redirect: 'error',
        signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
      });
      return read(response.status, response.headers, new Uint8Array(await response.arrayBuffer()));
    } catch (error) {
      return { kind: 'lost', isSent: !neverLeft(error), detail: wordsFor('Meta', error) };
    }
  };
}

const ErrorBody = z.object({
  error: z.object({
    code: z.coerce.number().catch(1),
    error_subcode: z.number().optional(),
    message: z.string().default(''),
    error_data: z.object({ details: z.string().optional() }).optional().catch(undefined),
  }),
});

function read(status: number, headers: Headers, bytes: Uint8Array): GraphAnswer {
  let body: unknown;
  try {
    body = parseJson(bytes);
  } catch {
    return { kind: 'lost', isSent: true, detail: `Meta answered ${status} with something that is not JSON.` };
  }
  const refused = ErrorBody.safeParse(body);
  if (refused.success) {
    const { code, error_subcode: subcode, message, error_data: data } = refused.data.error;
    const details = data?.details === undefined ? {} : { details: data.details };
    return { kind: 'error', error: { code, subcode, message, ...details, waitMs: waitOf(headers) } };
  }
  if (status >= 200 && status < 300) return { kind: 'ok', body };
  return { kind: 'lost', isSent: true, detail: `Meta answered ${status}.` };
}

const Usage = z.record(z.string(), z.array(z.object({ estimated_time_to_regain_access: z.number().optional() })));
const MINUTE_MS = 60_000;

/** Meta counts the wait in minutes. Source: "Business use case rate limits", read 2026-11. */
function waitOf(headers: Headers): number | undefined {
  try {
    const usage = Usage.parse(JSON.parse(headers.get('x-business-use-case-usage') ?? ''));
    const minutes = Math.max(
      0,
      ...Object.values(usage).flatMap((rows) => rows.map((row) => row.estimated_time_to_regain_access ?? 0)),
    );
    if (minutes > 0) return minutes * MINUTE_MS;
  } catch {
    // Absent or in a shape we do not know: the table of errors has its own patience.
  }
  const after = Number(headers.get('retry-after') ?? Number.NaN);
  return after > 0 ? after * 1000 : undefined;
}
