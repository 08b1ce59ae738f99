import type { ExternalAccountId } from '../../core/ids.ts';
import type { Settings } from './credentials.ts';
import { isOwnSubreddit } from './place.ts';
import type { Thing } from './shapes.ts';

/** Why a comment stands in the account's inbox: each of these was said to it. */
const TO_US = new Set(['comment_reply', 'post_reply', 'username_mention']);

/** Names the account, answers it, shows a post of it once more, or stands in a place of ours. */
export function speaksTo({ kind, data }: Thing, account: ExternalAccountId, settings: Settings): boolean {
  if (kind === 't4' || isOwnSubreddit(data.subreddit, settings)) return true;
  const name = settings.username.toLowerCase();
  if (kind === 't1') return TO_US.has(data.type ?? '') || names(data.body, name);
  const isOfOurs = (data.crosspost_parent_list ?? []).some(
    (shown) => shown?.author_fullname === account || (name !== '' && shown?.author?.toLowerCase() === name),
  );
  return isOfOurs || names(`${data.title}\n${data.selftext ?? ''}`, name);
}

const NAMED = /(?<![\w/])\/?u\/([\w-]+)/gi;
const names = (text: string, name: string): boolean =>
  name !== '' && [...text.matchAll(NAMED)].some(([, named]) => named?.toLowerCase() === name);
