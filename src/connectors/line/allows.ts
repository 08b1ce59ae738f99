import { ALLOWED, type Allowance, type AskedFor } from '../../core/channel/allowance.ts';
import type { Json } from '../../core/ids.ts';

const IN_STANDBY =
  'Another app of this account holds the chat and answers there. It can be taken over in the LINE Official Account Manager.';
const MANAGER = 'https://chat.line.biz/';

const isStandby = (remote: Json): boolean =>
  typeof remote === 'object' && remote !== null && 'isStandby' in remote && remote.isStandby === true;

/** What came in while another app held the chat is to be answered by that one. */
export function allows({ kind, target }: AskedFor): Allowance {
  if (kind === 'reply' && target && isStandby(target.remote))
    return { isAllowed: false, why: IN_STANDBY, elsewhere: MANAGER };
  return ALLOWED;
}
