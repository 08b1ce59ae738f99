import { z } from 'zod';
import { lenient, webUrl } from '../shared/shapes.ts';
import type { Reddit, RedditFailure } from './api.ts';

const Me = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  icon_img: lenient(webUrl),
  is_suspended: lenient(z.boolean()),
  subreddit: lenient(z.object({ title: lenient(z.string()) })),
});

export interface OwnAccount {
  readonly kind: 'found';
  /** The fullname, `t2_…`. */
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  readonly avatarUrl?: string;
  readonly isSuspended: boolean;
}

/** Whose token it is. */
export async function ownAccount(reddit: Reddit): Promise<OwnAccount | RedditFailure> {
  const answer = await reddit({ method: 'GET', path: '/api/v1/me' });
  if (answer.kind === 'failed') return answer;
  const me = Me.safeParse(answer.body).data;
  if (!me) {
    const message = 'Reddit does not say whose login this is.';
    return { kind: 'failed', status: 200, reason: 'notJson', message, isPerhapsDone: false };
  }
  return {
    kind: 'found',
    id: me.id.startsWith('t2_') ? me.id : `t2_${me.id}`,
    name: me.name,
    ...(me.subreddit?.title ? { title: me.subreddit.title } : {}),
    ...(me.icon_img ? { avatarUrl: me.icon_img } : {}),
    isSuspended: me.is_suspended ?? false,
  };
}
