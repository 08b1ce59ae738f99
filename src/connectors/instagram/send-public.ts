import { z } from 'zod';
import type { Outgoing, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId, Json } from '../../core/ids.ts';
import type { GraphCall } from '../meta/graph.ts';
import { id } from '../shared/shapes.ts';
import { capabilities } from './capabilities.ts';
import { outcomeOf } from './errors.ts';
import { contentProblem } from './refusal.ts';
import { remoteOf } from './remote.ts';
import type { Road } from './road.ts';

export type Reply = Outgoing & { readonly kind: 'reply' };

/** The top-level comment of what is answered; null: the post itself is. */
export const topOf = ({ inReplyTo }: Reply): string | null =>
  inReplyTo ? (remoteOf(inReplyTo.remote).top ?? inReplyTo.id) : null;

/** Answers hang below top-level comments only. */
export function replyToComment(road: Road, act: Reply): Promise<SendOutcome> {
  const top = topOf(act);
  const path = top === null ? `${encodeURIComponent(act.thread.id)}/comments` : `${encodeURIComponent(top)}/replies`;
  const ad = remoteOf(act.inReplyTo?.remote ?? null).ad;
  const remote: Json = { ...(top === null ? {} : { top }), ...(ad ? { ad } : {}) };
  return say(road, act, { method: 'POST', path, body: { message: act.content.text } }, remote);
}

/** An answer to somebody who named us in their own place. */
export function answerMention(road: Road, act: Reply): Promise<SendOutcome> {
  const isCaption = act.inReplyTo === null || act.inReplyTo.id === (act.thread.id as string);
  const body = {
    media_id: act.thread.id,
    ...(isCaption ? {} : { comment_id: act.inReplyTo?.id }),
    message: act.content.text,
  };
  return say(road, act, { method: 'POST', path: `${road.accountId}/mentions`, body }, { mention: 'ours' });
}

const Made = z.object({ id });

async function say(road: Road, act: Reply, call: GraphCall, remote: Json): Promise<SendOutcome> {
  const problem = contentProblem(act.content, capabilities.text);
  if (problem) return problem;
  const answer = await road.graph(call, road.as);
  if (answer.kind !== 'ok') return outcomeOf(answer, false);
  const made = Made.safeParse(answer.body);
  return made.success
    ? { kind: 'accepted', id: made.data.id as ExternalMessageId, remote }
    : { kind: 'unknown', detail: 'Instagram answered, but without the id of the comment.' };
}
