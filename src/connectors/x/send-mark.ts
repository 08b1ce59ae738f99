import type { Outgoing, SendOutcome } from '../../core/channel/outgoing.ts';
import { field, textOf } from './accounts.ts';
import { mayDo } from './allows.ts';
import type { Api, ApiAnswer } from './api.ts';
import type { Plan } from './credentials.ts';
import { outcomeBeforeSend, refused } from './outcome.ts';
import { numberOf } from './send-post.ts';

export type Marking = Outgoing & {
  readonly kind: 'like' | 'unlike' | 'repost' | 'unrepost' | 'hide' | 'unhide' | 'delete';
};

/** Acts that are the same when they are done twice: whatever became of the first try, another does no harm. */
export async function sendMark(api: Api, plan: Plan, account: string, act: Marking): Promise<SendOutcome> {
  const direct = textOf(act.target.remote, 'direct');
  if (direct !== undefined && act.kind !== 'delete')
    return refused('not_allowed', 'This is done to public posts only.');
  const allowed = mayDo({ plan, accountId: account }, act.kind, act.target, null);
  if (!allowed.isAllowed) return refused('not_allowed', allowed.why);
  const id = direct ?? numberOf(act.target);
  if (!/^\d{1,19}$/.test(id)) return refused('gone', 'This is not a post on X.');
  const answer = await call(api, account, act.kind, id, direct !== undefined);
  if (answer.ok)
    return isDone(act.kind, answer.body)
      ? { kind: 'accepted' }
      : refused('other', 'X did not do it, and did not say why.');
  if (isDoneBefore(act, answer)) return { kind: 'accepted' };
  return outcomeBeforeSend(answer);
}

function call(api: Api, account: string, kind: Marking['kind'], id: string, isDirect: boolean): Promise<ApiAnswer> {
  switch (kind) {
    case 'like':
      return api.post(`/2/users/${account}/likes`, { tweet_id: id });
    case 'unlike':
      return api.delete(`/2/users/${account}/likes/${id}`);
    case 'repost':
      return api.post(`/2/users/${account}/retweets`, { tweet_id: id });
    case 'unrepost':
      return api.delete(`/2/users/${account}/retweets/${id}`);
    case 'hide':
    case 'unhide':
      return api.put(`/2/tweets/${id}/hidden`, { hidden: kind === 'hide' });
    case 'delete':
      return api.delete(isDirect ? `/2/dm_events/${id}` : `/2/tweets/${id}`);
  }
}

const STANDS: Readonly<Record<Marking['kind'], readonly [string, boolean]>> = {
  like: ['liked', true],
  unlike: ['liked', false],
  repost: ['retweeted', true],
  unrepost: ['retweeted', false],
  hide: ['hidden', true],
  unhide: ['hidden', false],
  delete: ['deleted', true],
};

/** What the answer says stands now. Absent where the network renames it: then the status is its word. */
function isDone(kind: Marking['kind'], body: unknown): boolean {
  const data = field(body, 'data');
  const [name, wanted] = STANDS[kind];
  return (field(data, name) ?? wanted) === wanted;
}

function isDoneBefore(act: Marking, { status, detail }: Extract<ApiAnswer, { ok: false }>): boolean {
  if (/already/i.test(detail) && (act.kind === 'like' || act.kind === 'repost')) return true;
  return act.kind === 'delete' && status === 404;
}
