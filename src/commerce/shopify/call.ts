import { z } from 'zod';
import { Trouble } from '../../core/channel/connector.ts';
import { type Ask, restMs } from '../shared/ask.ts';
import type { Access } from './access.ts';
import type { ShopifyCredentials } from './credentials.ts';

/** The version that is spoken. Shopify answers a dead one with the oldest living, and says so in a header. */
export const API_VERSION = '2026-10';
const REST_MS = 2_000;

export interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  /** Fields that were refused although the rest came, in Shopify's words. */
  readonly refused: readonly string[];
  /** So long until as much again may be asked, in milliseconds. */
  readonly restMs: number;
  /** The version that answered. */
  readonly version: string | null;
}
export type Call = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
  credentials: ShopifyCredentials,
) => Promise<Answer>;

const Body = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .union([
      z.string(),
      z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() })),
    ])
    .optional()
    .catch(undefined),
  extensions: z
    .object({
      cost: z.object({
        requestedQueryCost: z.number().nullish(),
        throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
      }),
    })
    .optional()
    .catch(undefined),
});
type Body = z.infer<typeof Body>;

/** One question to the Admin API. Throws `Trouble` where there is no data in the answer. */
export function openCall(ask: Ask, access: Access, urlOf: (domain: string) => string): Call {
  const once = async (query: string, variables: object, credentials: ShopifyCredentials) =>
    ask({
      of: 'Shopify',
      method: 'POST',
      url: `${urlOf(credentials.domain)}/admin/api/${API_VERSION}/graphql.json`,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-shopify-access-token': await access.tokenFor(credentials),
      },
      body: JSON.stringify({ query, variables }),
    });
  return async (query, variables, credentials) => {
    let reply = await once(query, variables, credentials);
    // A token may end before its time; one that was pasted in cannot be had anew.
    if (reply.status === 401 && access.forget(credentials)) reply = await once(query, variables, credentials);
    if (reply.status !== 200) throw troubleOf(reply.status, reply.headers, credentials);
    const body = Body.safeParse(reply.json);
    if (!body.success) throw new Trouble('unavailable', 'Shopify’s answer could not be read.');
    const { data, errors = [] } = body.data;
    const list = typeof errors === 'string' ? [{ message: errors, extensions: undefined }] : errors;
    if (list.some(({ extensions }) => extensions?.code === 'THROTTLED'))
      throw new Trouble('limited', 'Shopify lets us ask no more for a moment.', Math.max(restOf(body.data), 1_000));
    if (!data || Object.values(data).every((part) => part === null || part === undefined)) {
      const denied = list.find(({ extensions }) => extensions?.code === 'ACCESS_DENIED');
      if (denied) throw new Trouble('misconfigured', `The app has not all of its rights: ${denied.message}`);
      if (list.length > 0) throw new Trouble('unavailable', `Shopify could not answer: ${list[0]?.message}`);
    }
    return {
      data: data ?? {},
      refused: list.map(({ message }) => message),
      restMs: restOf(body.data, 2),
      version: reply.headers.get('x-shopify-api-version'),
    };
  };
}

/** How long until `times` as much can be paid as was just asked for. */
function restOf({ extensions }: Body, times = 1): number {
  const cost = extensions?.cost;
  if (!cost) return times > 1 ? 0 : REST_MS;
  const missing = (cost.requestedQueryCost ?? 0) * times - cost.throttleStatus.currentlyAvailable;
  return missing <= 0 ? 0 : Math.ceil((missing / cost.throttleStatus.restoreRate) * 1_000);
}

function troubleOf(status: number, headers: Headers, { domain }: ShopifyCredentials): Trouble {
  if (status === 401) return new Trouble('needs_login', 'Shopify does not take this access token (any more).');
  if (status === 402) return new Trouble('needs_login', 'The shop is frozen at Shopify: its bill is not paid.');
  if (status === 403) return new Trouble('needs_login', 'Shopify does not let this app in.');
  if (status === 404)
    return new Trouble('misconfigured', `There is no shop ${domain}, or it does not speak version ${API_VERSION}.`);
  if (status === 423) return new Trouble('unavailable', 'The shop is locked at Shopify.');
  if (status === 429 || status === 430)
    return new Trouble('limited', 'Shopify lets us ask no more for a moment.', restMs(headers, REST_MS));
  return new Trouble('unavailable', `Shopify answered ${status}.`);
}
