import { z } from 'zod';
import type { Quota } from '../../core/channel/connector.ts';
import type { Json } from '../../core/ids.ts';

const moment = z.iso.datetime().transform((text) => new Date(text));
const KeptQuota = z.object({
  of: z.string(),
  used: z.number(),
  limit: z.number().nullable(),
  resetsAt: moment.nullable(),
  costUsd: z.number().optional(),
});
/** As it was written down with a pull. */
export function readQuota(stored: Json): Quota | null {
  const read = KeptQuota.safeParse(stored).data;
  if (!read) return null;
  const { costUsd, ...quota } = read;
  return { ...quota, ...(costUsd === undefined ? {} : { costUsd }) };
}
