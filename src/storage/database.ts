import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Enough to ask. Writing needs a `Tx`, which only `transaction` and `alone` make: a write outside of them does not compile. */
export type Reader = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface Database {
  readonly kind: 'pglite' | 'postgres';
  readonly read: Reader;
  /** All of `work` or none of it. */
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** For work that is one statement: it is its own transaction, without the two round trips around it. */
  alone<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Hears what `notify` says after the transaction that said it. Resolves to how to stop hearing. */
  listen(topic: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
