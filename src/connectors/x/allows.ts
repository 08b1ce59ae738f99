import { z } from 'zod';
import { ALLOWED, type Allowance, type AskedFor } from '../../core/channel/allowance.ts';
import type { Json } from '../../core/ids.ts';
import { permalinkOf } from './attachments.ts';
import { type Standing, standingOf } from './credentials.ts';

const Remote = z.looseObject({ id: z.string(), author: z.string().nullable(), called: z.array(z.string()) });
export const remoteOf = (remote: Json | undefined) => Remote.safeParse(remote).data;

/** Whether the account's plan lets it do this to this one post. */
export function allows({ kind, target, thread, settings }: AskedFor): Allowance {
  return mayDo(standingOf(settings), kind, target, thread);
}

export function mayDo(
  { plan, accountId }: Standing,
  kind: AskedFor['kind'],
  target: { readonly id: string; readonly remote: Json } | null,
  thread: Pick<NonNullable<AskedFor['thread']>, 'reach'> | null,
): Allowance {
  const isPrivate = thread?.reach === 'owned_private';
  const remote = remoteOf(target?.remote);
  const isOurs = remote !== undefined && remote.author === accountId;
  const elsewhere = target && !isPrivate ? { elsewhere: permalinkOf(remote?.id ?? target.id) } : {};
  const no = (why: string): Allowance => ({ isAllowed: false, why, ...elsewhere });
  switch (kind) {
    case 'like':
    case 'unlike':
    case 'quote':
    case 'repost':
    case 'unrepost':
      if (isPrivate) return no('This is done to public posts only.');
      if (plan === 'enterprise' || kind === 'repost' || kind === 'unrepost') return ALLOWED;
      return no(
        `X took ${kind === 'quote' ? 'quoting' : 'likes'} out of its API for all plans but Enterprise. It can be done on x.com by hand.`,
      );
    case 'hide':
    case 'unhide':
      if (thread === null || thread.reach === 'owned_public') return ALLOWED;
      return no('Answers can be hidden below posts of the account only.');
    case 'private_reply':
      return isOurs ? no('This is a post of the account itself.') : ALLOWED;
    case 'reply':
      if (isPrivate || plan === 'enterprise' || isOurs || remote?.called.includes(accountId)) return ALLOWED;
      if (target === null && thread?.reach === 'owned_public') return ALLOWED;
      return no(
        'On this plan X lets the account answer only those who mentioned it or quoted it, and this person did neither. It can be answered on x.com by hand.',
      );
    default:
      return ALLOWED;
  }
}
