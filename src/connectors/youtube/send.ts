import { z } from 'zod';
import type { Outgoing, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../core/ids.ts';
import type { YouTube, YouTubeAnswer } from './api.ts';
import { COMMENT_MAX, capabilities } from './capabilities.ts';
import type { YouTubeCredentials } from './credentials.ts';
import { isGone, outcomeOf, refused } from './outcome.ts';
import { topOf } from './place.ts';
import { field } from './read-threads.ts';

type Of<Kind extends Outgoing['kind']> = Outgoing & { readonly kind: Kind };
export interface Sending {
  readonly youtube: YouTube;
  readonly credentials: YouTubeCredentials;
  readonly account: ExternalAccountId;
  readonly now: () => Date;
  readonly rejected: Set<string>;
  readonly lost: Map<string, number>;
}

export async function sendAct(sending: Sending, act: Outgoing): Promise<SendOutcome> {
  switch (act.kind) {
    case 'reply':
      return sendReply(sending, act);
    case 'edit':
      return sendEdit(sending, act);
    case 'delete':
      return sendDeletion(sending, act);
    case 'hide':
    case 'unhide':
      return sendModeration(sending, act);
    default:
      return refused('not_allowed', capabilities.lacks[act.kind] ?? 'YouTube has no such act.');
  }
}

const Remote = z.object({ videoId: z.string().min(1) });
/** Where an answer hangs: there are two levels, so an answer to an answer is one to the comment above it. */
export const parentOf = (act: Of<'reply'>): string | null => (act.inReplyTo ? topOf(act.inReplyTo.id) : null);
export const videoOf = (act: Of<'reply'>): string | null => Remote.safeParse(act.thread.remote).data?.videoId ?? null;

async function sendReply(sending: Sending, act: Of<'reply'>): Promise<SendOutcome> {
  const wrong = wrongWith(act.content);
  if (wrong) return wrong;
  const { youtube, account, now, lost } = sending;
  const textOriginal = act.content.text;
  const parentId = parentOf(act);
  const videoId = videoOf(act);
  let answer: YouTubeAnswer;
  if (parentId !== null)
    answer = await youtube({
      method: 'POST',
      path: 'comments',
      query: { part: 'snippet' },
      body: { snippet: { parentId, textOriginal } },
    });
  else if (videoId !== null)
    answer = await youtube({
      method: 'POST',
      path: 'commentThreads',
      query: { part: 'snippet' },
      body: { snippet: { channelId: account, videoId, topLevelComment: { snippet: { textOriginal } } } },
    });
  else return refused('not_allowed', 'A new comment can be written below a video only.');
  const id = answer.kind === 'ok' ? field(answer.body, 'id') : undefined;
  const outcome = answer.kind === 'failed' ? outcomeOf(answer, now()) : null;
  if (typeof id !== 'string' && (outcome === null || outcome.kind === 'unknown')) lost.set(act.id, now().getTime());
  if (outcome) return outcome;
  if (typeof id !== 'string') return { kind: 'unknown', detail: 'YouTube took it and did not say under which id.' };
  return accepted(id, videoId);
}

export function accepted(id: string, videoId: string | null): SendOutcome & { kind: 'accepted' } {
  const remote = { top: topOf(id), ...(videoId === null ? {} : { videoId }) };
  return { kind: 'accepted', id: id as ExternalMessageId, remote };
}

async function sendEdit({ youtube, now }: Sending, { target, content }: Of<'edit'>): Promise<SendOutcome> {
  const wrong = wrongWith(content);
  if (wrong) return wrong;
  if (target.authorId !== null) return refused('not_allowed', 'Only what the channel itself wrote can be edited.');
  const answer = await youtube({
    method: 'PUT',
    path: 'comments',
    query: { part: 'snippet' },
    body: { id: target.id, snippet: { textOriginal: content.text } },
  });
  return answer.kind === 'ok' ? { kind: 'accepted' } : outcomeOf(answer, now(), true);
}

/** The owner of a video may delete what others wrote below it; from here that is hiding, which can be undone. */
async function sendDeletion({ youtube, now }: Sending, { target }: Of<'delete'>): Promise<SendOutcome> {
  if (target.authorId !== null) return refused('not_allowed', 'Only what the channel itself wrote can be deleted.');
  const answer = await youtube({ method: 'DELETE', path: 'comments', query: { id: target.id } });
  // what is gone already was deleted, by an earlier try or elsewhere
  if (answer.kind === 'ok' || isGone(answer)) return { kind: 'accepted' };
  return outcomeOf(answer, now(), true);
}

async function sendModeration(
  { youtube, credentials, now, rejected }: Sending,
  { kind, target }: Of<'hide' | 'unhide'>,
): Promise<SendOutcome> {
  const moderationStatus = kind === 'hide' ? credentials.hideAs : 'published';
  if (moderationStatus === 'rejected') rejected.add(target.id);
  else rejected.delete(target.id);
  const query = { id: target.id, moderationStatus };
  const answer = await youtube({ method: 'POST', path: 'comments/setModerationStatus', query });
  return answer.kind === 'ok' ? { kind: 'accepted' } : outcomeOf(answer, now(), true);
}

function wrongWith({ text, attachments }: Of<'reply'>['content']): SendOutcome | null {
  if (attachments.length > 0) return refused('bad_attachment', 'A comment on YouTube carries no files.');
  if (text.trim() === '') return refused('other', 'An answer needs words.');
  if (text.length > COMMENT_MAX)
    return refused('too_long', `A comment on YouTube has at most ${COMMENT_MAX.toLocaleString('en')} characters.`);
  return null;
}
