import { ALLOWED, type Allowance, type AskedFor } from '../../core/channel/allowance.ts';
import type { OutgoingKind } from '../../core/channel/outgoing.ts';
import { type Remote, remoteOf, type Spot } from './remote.ts';

type Refusals = Readonly<Partial<Record<OutgoingKind, string>>>;

const IN_PRIVATE: Refusals = {
  private_reply: 'This talk is private already.',
  hide: 'A direct message is seen by nobody else, so there is nothing to hide.',
  unhide: 'A direct message is seen by nobody else, so there is nothing to hide.',
  delete: 'Instagram has no call that takes back a sent message: unsend it in the Instagram app.',
};
const BELOW_OUR_POST: Refusals = {
  like: 'Instagram has no call that likes a comment.',
  unlike: 'Instagram has no call that likes a comment.',
};
const ELSEWHERE: Refusals = {
  ...BELOW_OUR_POST,
  private_reply: 'Instagram takes a private answer only to a comment on a post of ours.',
  hide: 'It stands on a post of somebody else, and only they can hide it.',
  unhide: 'It stands on a post of somebody else, and only they can hide it.',
  delete: 'It stands on a post of somebody else: it can be deleted in the Instagram app only.',
};
const BY_SPOT: Readonly<Record<Spot, Refusals>> = {
  direct: IN_PRIVATE,
  comment: BELOW_OUR_POST,
  mention: ELSEWHERE,
};
const LIVE = 'Instagram takes no answer below a live video. Answer privately while it is running.';
const TAG = 'Instagram takes no comment through its API on a picture in which we are only tagged.';

/** Why an act cannot be done just there, or null. */
export function hindrance(kind: OutgoingKind, spot: Spot, { isLive, mention }: Remote): string | null {
  if (kind === 'reply' && isLive) return LIVE;
  if (kind === 'reply' && mention === 'tag') return TAG;
  return BY_SPOT[spot][kind] ?? null;
}

const SPOTS = { owned_private: 'direct', owned_public: 'comment', earned: 'mention' } as const;

export function allows({ kind, target, thread }: AskedFor): Allowance {
  if (!thread) return ALLOWED;
  const remote = remoteOf(target?.remote ?? null);
  const why = hindrance(kind, SPOTS[thread.reach], remote);
  if (why === null) return ALLOWED;
  return { isAllowed: false, why, ...(remote.link ? { elsewhere: remote.link } : {}) };
}
