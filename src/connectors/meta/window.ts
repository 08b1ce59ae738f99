import type { Capabilities } from '../../core/channel/capabilities.ts';
import type { SendOutcome } from '../../core/channel/outgoing.ts';

type Tag =
  | { readonly kind: 'open'; readonly fields: Readonly<Record<string, string>> }
  | (SendOutcome & { readonly kind: 'refused' });

const closed = (detail: string): Tag => ({ kind: 'refused', reason: 'window_closed', detail });

/**
 * How an answer is marked for Meta: plainly within a day of the person's last message; as typed by a human within seven.
 * The tag on anything else, or on a machine's words, breaks Meta's policy and costs the account its right to send.
 * @param notYet what is said where the person has not written at all
 */
export function tagFor(
  { lastInboundAt, isByHuman }: { readonly lastInboundAt: Date | null; readonly isByHuman: boolean },
  window: Capabilities['window'],
  notYet: string,
  now: Date,
): Tag {
  const { openMs, humanMs = 0 } = window ?? { openMs: 0 };
  if (lastInboundAt === null) return closed(notYet);
  const ageMs = now.getTime() - lastInboundAt.getTime();
  if (ageMs <= openMs) return { kind: 'open', fields: { messaging_type: 'RESPONSE' } };
  if (ageMs > humanMs)
    return closed('This person last wrote more than 7 days ago. Meta allows an answer only after they write again.');
  if (!isByHuman)
    return closed(
      'This person last wrote more than 24 hours ago: only an agent may answer now, not an automatic message.',
    );
  return { kind: 'open', fields: { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } };
}
