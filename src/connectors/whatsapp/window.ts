import type { Outgoing } from '../../core/channel/outgoing.ts';
import { type Refusal, refused } from '../shared/refused.ts';
import { capabilities } from './capabilities.ts';

/** A template may go out at any time; everything else within a day of the person's last message. */
export function windowProblem(
  { lastInboundAt, content }: Pick<Outgoing & { readonly kind: 'reply' }, 'lastInboundAt' | 'content'>,
  now: Date,
): Refusal | null {
  if (content.template) return null;
  if (lastInboundAt === null)
    return refused(
      'window_closed',
      'This person has not written on WhatsApp yet: only an approved template may begin.',
    );
  if (now.getTime() - lastInboundAt.getTime() <= (capabilities.window?.openMs ?? 0)) return null;
  return refused(
    'window_closed',
    'This person last wrote more than 24 hours ago. An approved template can still be sent; anything else only after they write again.',
  );
}
