import { z } from 'zod';
import { ALLOWED, type Allowance, type AskedFor } from '../../core/channel/allowance.ts';
import { settingsOf } from './credentials.ts';
import { isOwnSubreddit, linkOf } from './place.ts';

const Remote = z.object({
  subreddit: z.string().optional().catch(undefined),
  isClosed: z.boolean().optional().catch(undefined),
  permalink: z.string().optional().catch(undefined),
});

/** Private messages became Reddit Chat, which has no public API. */
export const MESSAGE = 'Messages on Reddit can be read here, but not answered: Reddit Chat has no public API.';

/** Only moderators take something away, and nobody answers in what is locked or archived. */
export function allows({ kind, target, thread, settings }: AskedFor): Allowance {
  if (kind === 'reply' && thread?.reach === 'owned_private')
    return { isAllowed: false, why: MESSAGE, elsewhere: 'https://www.reddit.com/message/inbox' };
  const { subreddit, isClosed, permalink } = Remote.safeParse(target?.remote).data ?? {};
  if (kind === 'reply' && isClosed)
    return { isAllowed: false, why: 'This thread is locked or archived; nobody can answer in it.' };
  if (kind !== 'hide' && kind !== 'unhide') return ALLOWED;
  const own = settingsOf(settings);
  if (isOwnSubreddit(subreddit, own) && own.subreddits.includes(subreddit?.toLowerCase() ?? '')) return ALLOWED;
  const elsewhere = linkOf(permalink);
  return {
    isAllowed: false,
    why: 'Only moderators of a subreddit can hide something in it, and this is not one of ours. It can be reported on Reddit.',
    ...(elsewhere ? { elsewhere } : {}),
  };
}
