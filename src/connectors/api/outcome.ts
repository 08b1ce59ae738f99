import { z } from 'zod';
import type { RefusalReason, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId, OutgoingId } from '../../core/ids.ts';
import { type HttpAnswer, retryAfterMs } from '../shared/http.ts';
import { id, lenient, text } from '../shared/shapes.ts';

const Answered = z.object({
  id: lenient(id),
  message: lenient(text),
  error: lenient(text),
  reason: lenient(z.string()),
});

const REASONS = new Set<string>([
  'window_closed',
  'already_replied',
  'too_long',
  'not_allowed',
  'gone',
  'person_unavailable',
  'bad_attachment',
  'duplicate',
  'blocked',
  'other',
] satisfies RefusalReason[]);
const BY_STATUS: Readonly<Record<number, RefusalReason>> = {
  404: 'gone',
  410: 'person_unavailable',
  413: 'bad_attachment',
  415: 'bad_attachment',
};
const PAUSE_MS = 15_000;

/** What the source's own answer means. The README has the same table, for those who write the other side. */
export function outcomeOf(answer: HttpAnswer, actId: OutgoingId, now: Date): SendOutcome {
  if (answer.kind === 'lost')
    return answer.isSent
      ? { kind: 'unknown', detail: answer.detail }
      : { kind: 'try_later', afterMs: PAUSE_MS, detail: answer.detail };
  const { status } = answer;
  const said = Answered.safeParse(answer.json).data;
  const words = (said?.message ?? said?.error ?? '').slice(0, 300);
  const detail = words || `The source answered ${status}.`;
  if (status >= 200 && status < 300)
    return { kind: 'accepted', id: (said?.id ?? actId) as string as ExternalMessageId };
  if (status === 409 && said?.id) return { kind: 'accepted', id: said.id as ExternalMessageId };
  if (status === 401 || status === 403)
    return { kind: 'refused', reason: 'needs_login', detail: words || 'The source does not take our signature.' };
  const afterMs = retryAfterMs(answer.headers, now);
  if (status === 429) return { kind: 'try_later', afterMs: afterMs ?? PAUSE_MS, detail };
  // Whoever names a time to come back says that nothing was done.
  if (status === 503 && afterMs !== undefined) return { kind: 'try_later', afterMs, detail };
  if (status >= 500 || status === 408 || status === 409) return { kind: 'unknown', detail };
  if (status >= 300 && status < 400)
    return { kind: 'refused', reason: 'other', detail: 'The address for answers leads elsewhere: enter the last one.' };
  const named = said?.reason && REASONS.has(said.reason) ? (said.reason as RefusalReason) : undefined;
  return { kind: 'refused', reason: named ?? BY_STATUS[status] ?? 'other', detail };
}
