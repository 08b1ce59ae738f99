import type { RefusalReason, SendOutcome } from '../../core/channel/outgoing.ts';

export type Refusal = SendOutcome & { readonly kind: 'refused' };
/** @param detail a sentence that a person can act on */
export const refused = (reason: RefusalReason, detail: string): Refusal => ({ kind: 'refused', reason, detail });
