import { z } from 'zod';

/** What is said over the socket: one line of JSON to ask, then lines of JSON until one that ends it. */
export const Ask = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('who') }),
  z.object({ ask: z.literal('do'), chore: z.string(), input: z.unknown() }),
]);
export type Ask = z.infer<typeof Ask>;

export const Told = z.discriminatedUnion('told', [
  z.object({ told: z.literal('item'), item: z.unknown() }),
  z.object({ told: z.literal('end') }),
  z.object({ told: z.literal('failed'), code: z.string(), message: z.string() }),
]);
export type Told = z.infer<typeof Told>;

/** Who holds the data folder. `isReady` once it can be asked to do something. */
export const Holder = z.object({ pid: z.number(), what: z.string(), isReady: z.boolean() });
export type Holder = z.infer<typeof Holder>;

/** One thing that can be done from the command line: whatever it yields is plain JSON. */
export type Chore = (input: unknown) => AsyncIterable<unknown>;
export type Chores = Readonly<Record<string, Chore>>;

/** A chore that failed in another process, in its words. */
export class ChoreFailed extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'ChoreFailed';
    this.code = code;
  }
}
