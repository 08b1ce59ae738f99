import { z } from 'zod';
import type { Line, LineFailure } from './call.ts';
import type { LineCredentials } from './credentials.ts';

const Limit = z.object({ type: z.string(), value: z.number().optional() });
const Used = z.object({ totalUsage: z.number() });

export type QuotaRead =
  | { readonly kind: 'read'; readonly used: number /** null: as many as one likes */; readonly limit: number | null }
  | { readonly kind: 'failed'; readonly answer: LineFailure };

/** How many messages the plan has for this month, and how many went out. Source: LINE, "Get quota"; read 2026-11. */
export async function readQuota(line: Line, credentials: LineCredentials): Promise<QuotaRead> {
  const [limit, used] = await Promise.all([
    line.call({ method: 'GET', path: '/v2/bot/message/quota' }, credentials),
    line.call({ method: 'GET', path: '/v2/bot/message/quota/consumption' }, credentials),
  ]);
  if (limit.kind !== 'ok') return { kind: 'failed', answer: limit };
  if (used.kind !== 'ok') return { kind: 'failed', answer: used };
  const most = Limit.safeParse(limit.body).data;
  const count = Used.safeParse(used.body).data;
  if (!most || !count)
    return {
      kind: 'failed',
      answer: { kind: 'lost', isSent: true, detail: 'LINE described its quota in a way we do not understand.' },
    };
  return { kind: 'read', used: count.totalUsage, limit: most.type === 'limited' ? (most.value ?? null) : null };
}
