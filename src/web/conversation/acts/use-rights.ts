import { RIGHTS, type Right } from '../../../core/access/inbox-rights.ts';
import type { Act } from '../../../core/access/role.ts';
import { actNeededFor, rightNeededFor } from '../../../core/outgoing/permission.ts';
import { useMe } from '../../frame/use-me.ts';

/** Whether an act is allowed with what lies in one inbox: by the role, and by the right there. The server decides. */
export function useRights(inboxId: string): (act: Act, right: Right) => boolean {
  const { acts, inboxRights } = useMe();
  return (act, right) => {
    if (!acts.includes(act)) return false;
    if (inboxRights === null) return true;
    const has = inboxRights[inboxId];
    return has !== undefined && RIGHTS.indexOf(has) >= RIGHTS.indexOf(right);
  };
}

/** Whether one may ask the network behind an inbox for something, and settle what became of it. */
export function useMayAskFor(inboxId: string): (kind: string) => boolean {
  const may = useRights(inboxId);
  return (kind) => {
    const right = rightNeededFor(kind);
    return may('messages.send', right) && may(actNeededFor(kind), right);
  };
}
