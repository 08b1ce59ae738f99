import { z } from 'zod';
import type { Finding, Outgoing, TargetMessage } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { walk } from '../meta/pages.ts';
import { id, lenient, moment, text } from '../shared/shapes.ts';
import { CLOCK_SKEW_MS, chooseFound, isSameText } from '../shared/timing.ts';
import { isGone, unclear } from './errors.ts';
import { findInLine, findPrivateReply } from './find-direct.ts';
import type { Road } from './road.ts';
import { personIn } from './send-direct.ts';
import { type Reply, topOf } from './send-public.ts';

/** Looks whether an act of unknown outcome was carried out. */
export async function findAct(road: Road, act: Outgoing): Promise<Finding> {
  switch (act.kind) {
    case 'reply':
      if (act.thread.reach === 'owned_private') return findInLine(road, personIn(act), act.content.text, act.createdAt);
      return act.thread.reach === 'earned' ? findElsewhere(road, act) : findComment(road, act);
    case 'private_reply':
      return findPrivateReply(road, act);
    // A reaction cannot be read back, and putting it there twice is the same as once.
    case 'like':
    case 'unlike':
      return { kind: 'absent' };
    case 'hide':
    case 'unhide':
      return findHidden(road, act.target, act.kind === 'hide');
    case 'delete':
      return findRemoval(road, act.target);
    default:
      return { kind: 'unclear', detail: 'Instagram has no such act.' };
  }
}

const ELSEWHERE: Finding = {
  kind: 'unclear',
  detail: 'Instagram does not list all comments below the posts of others. Look there in the Instagram app.',
};
const Elsewhere = z.object({
  mentioned_media: z.object({ comments: z.object({ data: z.array(z.unknown()) }) }),
});

/** Below a caption that names us the newest comments are shown, without their authors; answers to comments are not. */
async function findElsewhere(road: Road, act: Reply): Promise<Finding> {
  const mediaId: string = act.thread.id;
  if (!/^\d+$/.test(mediaId) || (act.inReplyTo !== null && String(act.inReplyTo.id) !== mediaId)) return ELSEWHERE;
  const fields = `mentioned_media.media_id(${mediaId}){comments{id,text,timestamp}}`;
  const answer = await road.graph({ method: 'GET', path: road.accountId, query: { fields } }, road.as);
  if (answer.kind !== 'ok') return unclear(answer);
  const listed = Elsewhere.safeParse(answer.body).data?.mentioned_media.comments.data ?? [];
  const candidates = listed
    .flatMap((raw) => Written.safeParse(raw).data ?? [])
    .filter((one) => isSameText(one.text ?? '', act.content.text))
    .map((one) => ({ id: one.id as ExternalMessageId, at: one.timestamp }));
  const finding = chooseFound(candidates, act.createdAt, false);
  return finding.kind === 'accepted' ? { ...finding, remote: { mention: 'ours' } } : ELSEWHERE;
}

const Written = z.object({
  id,
  text: lenient(text),
  timestamp: moment,
  from: lenient(z.object({ id })),
});

async function findComment(road: Road, act: Reply): Promise<Finding> {
  const top = topOf(act);
  const found = await walk(road.graph, road.as, {
    path: top === null ? `${encodeURIComponent(act.thread.id)}/comments` : `${encodeURIComponent(top)}/replies`,
    query: { fields: 'id,text,timestamp,from{id}', limit: '50' },
    item: Written,
    maxPages: 20,
  });
  if (found.kind === 'failed') return unclear(found.answer);
  const same = found.items
    .filter((one) => one.timestamp.getTime() >= act.createdAt.getTime() - CLOCK_SKEW_MS)
    .filter((one) => isSameText(one.text ?? '', act.content.text));
  const candidates = same
    .filter((one) => one.from?.id === road.accountId)
    .map((one) => ({ id: one.id as ExternalMessageId, at: one.timestamp }));
  const finding = chooseFound(candidates, act.createdAt, found.isWhole);
  // Better to ask a person than to say it twice.
  if (finding.kind === 'absent' && same.some((one) => one.from?.id !== act.inReplyTo?.authorId))
    return { kind: 'unclear', detail: 'The same words stand there, and Instagram does not say that they are ours.' };
  return finding.kind === 'accepted' && top !== null ? { ...finding, remote: { top } } : finding;
}

/** For acts that may be done twice: `absent` only means that doing it again is right. */
async function findHidden(road: Road, target: TargetMessage, isHidden: boolean): Promise<Finding> {
  const path = encodeURIComponent(target.id);
  const answer = await road.graph({ method: 'GET', path, query: { fields: 'id,hidden' } }, road.as);
  if (answer.kind !== 'ok') return unclear(answer);
  const state = z.object({ hidden: z.boolean() }).safeParse(answer.body).data;
  return state?.hidden === isHidden ? { kind: 'accepted' } : { kind: 'absent' };
}

async function findRemoval(road: Road, target: TargetMessage): Promise<Finding> {
  const path = encodeURIComponent(target.id);
  const answer = await road.graph({ method: 'GET', path, query: { fields: 'id' } }, road.as);
  if (answer.kind === 'ok') return { kind: 'absent' };
  return isGone(answer) ? { kind: 'accepted' } : unclear(answer);
}
