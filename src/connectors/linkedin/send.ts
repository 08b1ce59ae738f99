import { z } from 'zod';
import type { Outgoing, SendOutcome, TargetMessage } from '../../core/channel/outgoing.ts';
import { overBy } from '../../core/text/measure.ts';
import { refused } from '../shared/refused.ts';
import { outcomeOf, type RestAnswer } from '../shared/rest.ts';
import { id, lenient } from '../shared/shapes.ts';
import { type Calls, WORDS } from './calls.ts';
import { capabilities } from './capabilities.ts';
import { type CommentName, commentUrn, encoded, organizationUrn, readCommentUrn } from './urn.ts';

type Of<Kind extends Outgoing['kind']> = Outgoing & { readonly kind: Kind };

export async function sendAct(calls: Calls, act: Outgoing, account: string): Promise<SendOutcome> {
  if (!capabilities.acts[act.kind])
    return refused('not_allowed', capabilities.lacks[act.kind] ?? 'LinkedIn has no such act.');
  if ('content' in act) {
    const { text, attachments } = act.content;
    const over = overBy(text.trim(), capabilities.text);
    if (over > 0) return refused('too_long', `The text is ${over} characters too long for LinkedIn.`);
    if (attachments.length > 0) return refused('bad_attachment', 'LinkedIn takes words only here.');
    if (text.trim() === '') return refused('other', 'There is nothing in it to send.');
  }
  switch (act.kind) {
    case 'reply':
      return reply(calls, act, account);
    case 'edit':
      return changed(
        await onOurs(calls, act.target, account, { patch: { message: { $set: { text: act.content.text.trim() } } } }),
      );
    case 'delete': {
      const answer = await onOurs(calls, act.target, account, null);
      return answer?.kind === 'failed' && answer.status === 404 ? { kind: 'accepted' } : changed(answer);
    }
    case 'like':
      return like(calls, act.target, account);
    default:
      return refused('not_allowed', 'LinkedIn has no such act.');
  }
}

/** What an answer hangs on, and beside what: the network has two levels, so an answer to an answer stands beside it. */
export interface ReplyPlace {
  readonly post: string;
  readonly parent: string | null;
}
const Remote = z.object({ post: z.string().min(1), parent: lenient(z.string().min(1)) });

export function placeOf({ thread, inReplyTo }: Of<'reply'>): ReplyPlace {
  const remote = Remote.safeParse(inReplyTo?.remote ?? thread.remote).data;
  const answered = inReplyTo && readCommentUrn(inReplyTo.id) ? inReplyTo.id : null;
  return { post: remote?.post ?? thread.id, parent: remote?.parent ?? answered };
}

type Ok = RestAnswer & { readonly kind: 'ok' };
const Made = z.object({ id: lenient(id), commentUrn: lenient(z.string()), $URN: lenient(z.string()) });

async function reply(calls: Calls, act: Of<'reply'>, account: string): Promise<SendOutcome> {
  const { post, parent } = placeOf(act);
  const answer = await calls({
    method: 'POST',
    path: `/socialActions/${encoded(parent ?? post)}/comments`,
    body: {
      actor: organizationUrn(account),
      object: post,
      message: { text: act.content.text.trim() },
      ...(parent ? { parentComment: parent } : {}),
    },
  });
  if (answer.kind === 'failed') return outcomeOf(answer, WORDS);
  const name = await nameOf(calls, answer, post);
  if (!name) return { kind: 'unknown', detail: 'LinkedIn answered, but without the id of the comment.' };
  return { kind: 'accepted', id: commentUrn(name), remote: { post, ...(parent ? { parent } : {}) } };
}

/**
 * As webhooks name it: a post has three names (share, ugcPost, activity), and comments go by the last. Where the answer
 * says no more than a number, the comment is asked for its name.
 */
async function nameOf(calls: Calls, { json, headers }: Ok, post: string): Promise<CommentName | null> {
  const made = Made.safeParse(json).data;
  const header = headers.get('x-restli-id') ?? headers.get('x-linkedin-id') ?? '';
  const told = readCommentUrn(made?.commentUrn ?? made?.$URN ?? header);
  const number = made?.id ?? header;
  if (told || !/^\d+$/.test(number)) return told;
  if (post.startsWith('urn:li:activity:')) return { post, number };
  const answer = await calls({ method: 'GET', path: `/socialActions/${encoded(post)}/comments/${number}` });
  const there = answer.kind === 'ok' ? Made.safeParse(answer.json).data : undefined;
  return readCommentUrn(there?.commentUrn ?? there?.$URN ?? '') ?? { post, number };
}

/** Null: it is no comment of ours. `body` null: take it away. */
async function onOurs(
  calls: Calls,
  target: TargetMessage,
  account: string,
  body: Readonly<Record<string, unknown>> | null,
): Promise<RestAnswer | null> {
  const name = readCommentUrn(target.id);
  if (!name || (target.authorId !== null && target.authorId !== organizationUrn(account))) return null;
  const actor = encoded(organizationUrn(account));
  const path = `/socialActions/${encoded(name.post)}/comments/${name.number}?actor=${actor}`;
  return calls(
    body === null ? { method: 'DELETE', path } : { method: 'POST', path, body, restliMethod: 'PARTIAL_UPDATE' },
  );
}

function changed(answer: RestAnswer | null): SendOutcome {
  if (answer === null)
    return refused('not_allowed', 'Only comments that the Page wrote itself can be changed or deleted.');
  return answer.kind === 'ok' ? { kind: 'accepted' } : outcomeOf(answer, WORDS);
}

async function like(calls: Calls, target: TargetMessage, account: string): Promise<SendOutcome> {
  const path = `/reactions?actor=${encoded(organizationUrn(account))}`;
  const answer = await calls({ method: 'POST', path, body: { root: target.id, reactionType: 'LIKE' } });
  // a second like of the same thing is a conflict, and there as it should be
  return answer.kind === 'ok' || answer.status === 409 ? { kind: 'accepted' } : outcomeOf(answer, WORDS);
}
