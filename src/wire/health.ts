import { z } from 'zod';
import { Instant } from './common.ts';

/** For machines that watch. 200 while the database answers; `ok` is false, too, when no worker was seen lately. */
export const Health = z.object({
  ok: z.boolean(),
  database: z.object({ ok: z.boolean(), kind: z.enum(['pglite', 'postgres']), schema: z.number().nullable() }),
  ledger: z.object({
    waiting: z.number().nullable().describe('Entries not filed yet; counted up to 10,000 a workspace'),
  }),
  worker: z.object({ ok: z.boolean(), seenAt: Instant.nullable() }),
});
export type Health = z.infer<typeof Health>;
