import type { RawWebhook } from '../channel/connector.ts';
import type { CredentialForm } from '../channel/credentials.ts';
import type { Json } from '../ids.ts';
import type { ShopOrder } from './order.ts';

/** One kind of shop whose orders stand beside what its customers write. Nothing outside its folder knows more of it. */
export interface Shop<Credentials = unknown> {
  readonly kind: string;
  /** On screen. */
  readonly name: string;
  readonly credentials: CredentialForm<Credentials>;
  /** What it cannot do, and why; shown where it is connected. */
  readonly cannot: readonly { readonly what: string; readonly why: string }[];

  /** Looks whether these credentials work and whose shop they open. Says what is wrong in words a person can act on. */
  check(credentials: Credentials): Promise<ShopCheck>;
  /** Orders by one thing that is known of them, the newest first. Throws `Trouble`. */
  find(by: OrderQuery, credentials: Credentials): Promise<readonly ShopOrder[]>;
  /** One page of what changed since the cursor; null begins at `since`. Throws `Trouble`. */
  changed(cursor: Json, since: Date, credentials: Credentials): Promise<ChangedOrders>;
  readonly webhook: ShopWebhook<Credentials>;
  /** Asks the shop to tell us of changes at this address. Absent: a person sets that up there. Throws `Trouble`. */
  readonly subscribe?: (credentials: Credentials, callbackUrl: string) => Promise<Subscribed>;
  /** Takes that back. Throws `Trouble`. */
  readonly unsubscribe?: (credentials: Credentials, callbackUrl: string) => Promise<void>;
}

export type OrderQuery =
  | { readonly by: 'email'; readonly email: string }
  | { readonly by: 'phone'; readonly phone: string }
  | { readonly by: 'number'; readonly number: string }
  | { readonly by: 'id'; readonly id: string };

export interface ChangedOrders {
  readonly orders: readonly ShopOrder[];
  readonly cursor: Json;
  readonly more: boolean;
  /** The shop wants us to wait so long before the next page, in milliseconds. */
  readonly restMs: number;
}

export interface ShopWebhook<Credentials> {
  /** True when the bytes were signed with these credentials. Constant time. */
  readonly isAuthentic: (request: RawWebhook, credentials: Credentials, now: Date) => boolean;
  /** What this delivery is called, the same when it comes again. Null: it has no name, and is known by its bytes. */
  readonly deliveryOf: (request: RawWebhook) => string | null;
  /** Pure. What a stored delivery says; what it does not know is `ignored`, never a throw. */
  readonly read: (request: Pick<RawWebhook, 'headers' | 'body'>) => ShopNews;
}

export type ShopNews =
  | { readonly kind: 'orders'; readonly orders: readonly ShopOrder[] }
  /** Something of this order changed: it is to be read anew. */
  | { readonly kind: 'reread'; readonly id: string }
  /** A customer wants to be forgotten. */
  | { readonly kind: 'redact'; readonly customerId: string | null; readonly email: string | null }
  /** The shop will not answer us any more. */
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'ignored'; readonly why: string };

export interface Subscribed {
  /** False: a person must set it up, as `detail` says. Changes are then heard of with the next look. */
  readonly isTold: boolean;
  readonly detail: string;
}

export interface ShopAccount {
  readonly id: string;
  readonly name: string;
  readonly url: string | null;
  /** What its own sums are in. */
  readonly currency: string;
}
export type ShopCheck =
  | { readonly ok: true; readonly shop: ShopAccount; readonly warnings: readonly string[] }
  | {
      readonly ok: false;
      readonly problem: string;
      readonly todo: string;
      readonly field?: string;
      /** Where the form itself is wrong: all that is. */
      readonly fields?: readonly { readonly field: string; readonly message: string }[];
    };

export type Shops = ReadonlyMap<string, Shop>;
