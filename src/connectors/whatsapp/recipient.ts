import { z } from 'zod';
import type { Json } from '../../core/ids.ts';
import { type Reachable, reachableBy } from './line.ts';

const Remote = z.object({ phone: z.string().optional(), userId: z.string().optional() });

/**
 * How the Send API names a person: by number where it is known, because some kinds of messages refuse the other id;
 * with a plus, or Meta may put the business's own country in front. Null: we know neither form.
 *
 * @param remote what the thread keeps; its id and the person's are one of both forms
 */
export function recipientOf(remote: Json, otherwise: string): Readonly<Record<string, string>> | null {
  const kept: Reachable = Remote.safeParse(remote).data ?? {};
  const { phone, userId } = kept.phone || kept.userId ? kept : (reachableBy(otherwise) ?? {});
  if (phone) return { to: `+${phone.replace('+', '')}` };
  return userId ? { recipient: userId } : null;
}
