import { z } from 'zod';
import type { Outgoing, SendOutcome, TargetMessage } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { overBy } from '../../core/text/measure.ts';
import { refused } from '../shared/refused.ts';
import { outcomeOf } from '../shared/rest.ts';
import { id, lenient } from '../shared/shapes.ts';
import { type Calls, type TikTokCall, WORDS } from './calls.ts';
import { capabilities } from './capabilities.ts';

type Of<Kind extends Outgoing['kind']> = Outgoing & { readonly kind: Kind };

export async function sendAct(calls: Calls, act: Outgoing): Promise<SendOutcome> {
  if (!capabilities.acts[act.kind])
    return refused('not_allowed', capabilities.lacks[act.kind] ?? 'TikTok has no such act.');
  if ('content' in act) {
    const { text, attachments } = act.content;
    const over = overBy(text.trim(), capabilities.text);
    if (over > 0) return refused('too_long', `The text is ${over} characters too long for TikTok.`);
    if (attachments.length > 0) return refused('bad_attachment', 'TikTok takes words only here.');
    if (text.trim() === '') return refused('other', 'There is nothing in it to send.');
  }
  switch (act.kind) {
    case 'reply':
      return reply(calls, act);
    case 'delete':
      if (act.target.authorId !== null)
        return refused('not_allowed', 'Only our own comments are deleted. Hide it instead.');
      return change(calls, 'business/comment/delete', { comment_id: act.target.id });
    case 'like':
    case 'unlike':
      return change(calls, 'business/comment/like', {
        comment_id: act.target.id,
        action: act.kind === 'like' ? 'LIKE' : 'UNLIKE',
      });
    case 'hide':
    case 'unhide':
      return hide(calls, act.target, act.kind === 'hide' ? 'HIDE' : 'UNHIDE');
    default:
      return refused('not_allowed', 'TikTok has no such act.');
  }
}

const Remote = z.object({ video: z.string().min(1), parent: lenient(z.string().min(1)) });

export interface ReplyPlace {
  readonly video: string;
  readonly comment: string;
}
/** TikTok has two levels: an answer to an answer stands beside it, below the comment that both hang on. */
export function placeOf({ thread, inReplyTo }: Of<'reply'>): ReplyPlace | null {
  if (!inReplyTo) return null;
  const remote = Remote.safeParse(inReplyTo.remote).data;
  return { video: remote?.video ?? thread.id, comment: remote?.parent ?? inReplyTo.id };
}

const Made = z.object({ comment_id: id });

async function reply(calls: Calls, act: Of<'reply'>): Promise<SendOutcome> {
  const place = placeOf(act);
  if (!place) return refused('not_allowed', 'Choose the comment that is to be answered.');
  const { video, comment } = place;
  const body = { video_id: video, comment_id: comment, text: act.content.text.trim() };
  const answer = await calls({ method: 'POST', path: 'business/comment/reply/create', body });
  if (answer.kind === 'failed') return outcomeOf(answer, WORDS);
  const made = Made.safeParse(answer.json).data;
  if (!made) return { kind: 'unknown', detail: 'TikTok answered, but without the id of the comment.' };
  return { kind: 'accepted', id: made.comment_id as ExternalMessageId, remote: { video, parent: comment } };
}

function hide(calls: Calls, target: TargetMessage, action: 'HIDE' | 'UNHIDE'): Promise<SendOutcome> {
  const video = Remote.safeParse(target.remote).data?.video;
  const body = { ...(video ? { video_id: video } : {}), comment_id: target.id, action };
  return change(calls, 'business/comment/hide', body);
}

async function change(
  calls: Calls,
  path: TikTokCall['path'],
  body: Readonly<Record<string, unknown>>,
): Promise<SendOutcome> {
  const answer = await calls({ method: 'POST', path, body });
  return answer.kind === 'ok' ? { kind: 'accepted' } : outcomeOf(answer, WORDS);
}
