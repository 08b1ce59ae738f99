import type { Outgoing, SendOutcome, TargetMessage } from '../../core/channel/outgoing.ts';
import { refused } from '../shared/refused.ts';
import { hindrance } from './allows.ts';
import { capabilities } from './capabilities.ts';
import type { InstagramCredentials } from './credentials.ts';
import { outcomeOf } from './errors.ts';
import { remoteOf, type Spot, spotOf } from './remote.ts';
import type { Road } from './road.ts';
import { react, replyDirectly, replyPrivately } from './send-direct.ts';
import { answerMention, replyToComment } from './send-public.ts';

export async function sendAct(
  road: Road,
  act: Outgoing,
  credentials: InstagramCredentials,
  now: Date,
): Promise<SendOutcome> {
  const lacking = capabilities.lacks[act.kind];
  if (lacking !== undefined) return refused('not_allowed', lacking);
  const hindered = hindranceOf(act);
  if (hindered) return refused('not_allowed', hindered);
  switch (act.kind) {
    case 'reply':
      if (act.thread.reach === 'owned_private') return replyDirectly(road, act, credentials, now);
      return act.thread.reach === 'earned' ? answerMention(road, act) : replyToComment(road, act);
    case 'private_reply':
      return replyPrivately(road, act);
    case 'like':
    case 'unlike':
      return react(road, act.kind, act.target);
    case 'hide':
    case 'unhide':
      return hide(road, act.target, act.kind === 'hide');
    case 'delete':
      return remove(road, act.target);
    default:
      return refused('not_allowed', 'Instagram has no such act.');
  }
}

function hindranceOf(act: Outgoing): string | null {
  if (act.kind === 'reply') {
    const spot: Spot =
      act.thread.reach === 'owned_private' ? 'direct' : act.thread.reach === 'earned' ? 'mention' : 'comment';
    return hindrance('reply', spot, remoteOf(act.inReplyTo?.remote ?? null));
  }
  const target = act.kind === 'private_reply' ? act.to : 'target' in act ? act.target : null;
  return target && hindrance(act.kind, spotOf(target), remoteOf(target.remote));
}

async function hide(road: Road, target: TargetMessage, isHidden: boolean): Promise<SendOutcome> {
  const { ad } = remoteOf(target.remote);
  const answer = await road.graph(
    {
      method: 'POST',
      path: encodeURIComponent(target.id),
      query: { hide: String(isHidden), ...(ad ? { ad_id: ad } : {}) },
    },
    road.as,
  );
  return answer.kind === 'ok' ? { kind: 'accepted' } : outcomeOf(answer, true);
}

async function remove(road: Road, target: TargetMessage): Promise<SendOutcome> {
  if (target.authorId !== null && target.authorId !== road.accountId)
    return refused('not_allowed', 'Only what the account wrote itself is deleted from here. Hide it instead.');
  const answer = await road.graph({ method: 'DELETE', path: encodeURIComponent(target.id) }, road.as);
  if (answer.kind === 'ok') return { kind: 'accepted' };
  const outcome = outcomeOf(answer, true);
  return outcome.kind === 'refused' && outcome.reason === 'gone' ? { kind: 'accepted' } : outcome;
}
