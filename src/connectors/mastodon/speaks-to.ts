import type { ExternalAccountId } from '../../core/ids.ts';
import { addressOf } from './person.ts';
import type { Root, Status } from './status.ts';

/**
 * Whether a post was said to the account: it names it, answers it, stands in a thread of its own, or quotes it. Who is
 * answered is told by the id on the account's own server alone.
 */
export function speaksTo(
  { mentions = [], in_reply_to_account_id: answered, quote }: Status,
  account: ExternalAccountId,
  root: Root | undefined,
  ownId: string | undefined,
): boolean {
  const isOurs = (one: Parameters<typeof addressOf>[0] | null | undefined) => !!one && addressOf(one) === account;
  const quoted = quote?.quoted_status?.account;
  return (
    mentions.some(isOurs) ||
    isOurs(root?.account) ||
    (ownId !== undefined && answered === ownId) ||
    (quoted !== undefined && (isOurs(quoted) || (ownId !== undefined && quoted.id === ownId)))
  );
}
