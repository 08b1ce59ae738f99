import { z } from 'zod';
import type { Finding, Outgoing, TargetMessage } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { findInConversation } from '../meta/conversation.ts';
import type { MetaCredentials } from '../meta/credentials.ts';
import { judge } from '../meta/errors.ts';
import { asPage, type Graph, type GraphAnswer } from '../meta/graph.ts';
import { walk } from '../meta/pages.ts';
import { id, lenient, moment, text } from '../shared/shapes.ts';
import { CLOCK_SKEW_MS, chooseFound, isSameText } from '../shared/timing.ts';
import { commentId, pathOf, threadId } from './ids.ts';

type Of<Kind extends Outgoing['kind']> = Outgoing & { readonly kind: Kind };
const unclear = (detail: string): Finding => ({ kind: 'unclear', detail });
const failed = (answer: Exclude<GraphAnswer, { kind: 'ok' }>) =>
  unclear(answer.kind === 'lost' ? answer.detail : judge(answer.error).detail);

/** Looks whether an act of unknown outcome was carried out: by the Page as author, its text, and its time. */
export function findAct(graph: Graph, act: Outgoing, credentials: MetaCredentials): Promise<Finding> {
  switch (act.kind) {
    case 'reply':
      return findComment(graph, act, credentials);
    case 'publish':
      return findPost(graph, act, credentials);
    case 'private_reply':
      return findPrivateReply(graph, act, credentials);
    case 'edit':
      return look(
        graph,
        credentials,
        act.target,
        'message',
        (value) => typeof value === 'string' && isSameText(value, act.content.text),
      );
    case 'hide':
    case 'unhide':
      return look(graph, credentials, act.target, 'is_hidden', (value) => value === (act.kind === 'hide'));
    case 'like':
    case 'unlike':
      return look(graph, credentials, act.target, 'user_likes', (value) => value === (act.kind === 'like'));
    case 'delete':
      return findRemoval(graph, act, credentials);
    default:
      return Promise.resolve(unclear('Facebook has no such act.'));
  }
}

const Written = z.object({ id, message: lenient(text), from: lenient(z.object({ id })), created_time: moment });
type Written = z.infer<typeof Written>;

async function findComment(graph: Graph, act: Of<'reply'>, credentials: MetaCredentials): Promise<Finding> {
  // The whole post and not only the parent: an answer to an answer is hung under the top-level comment.
  const found = await walk(graph, asPage(credentials), {
    path: `${encodeURIComponent(act.thread.id)}/comments`,
    query: {
      filter: 'stream',
      order: 'reverse_chronological',
      live_filter: 'no_filter',
      fields: 'id,message,from{id},created_time',
      limit: '100',
    },
    item: Written,
    until: isBefore(act.createdAt),
  });
  if (found.kind === 'failed') return failed(found.answer);
  const candidates = found.items
    .filter(isOurs(act.content.text, credentials))
    .map((one) => ({ id: commentId(act.thread.id, one.id), at: one.created_time }));
  return chooseFound(candidates, act.createdAt, found.isWhole);
}

async function findPost(graph: Graph, act: Of<'publish'>, credentials: MetaCredentials): Promise<Finding> {
  const found = await walk(graph, asPage(credentials), {
    path: `${credentials.pageId}/published_posts`,
    query: { fields: 'id,message,from{id},created_time', limit: '25' },
    item: Written,
    until: isBefore(act.createdAt),
  });
  if (found.kind === 'failed') return failed(found.answer);
  const candidates = found.items
    .filter(isOurs(act.content.text, credentials))
    .map((one) => ({ id: one.id as ExternalMessageId, at: one.created_time }));
  return chooseFound(candidates, act.createdAt, found.isWhole);
}

const isBefore = (madeAt: Date) => (one: Written) => one.created_time.getTime() < madeAt.getTime() - CLOCK_SKEW_MS;
const isOurs =
  (said: string, { pageId }: MetaCredentials) =>
  (one: Written) =>
    one.from?.id === pageId && isSameText(one.message ?? '', said);

const Privacy = z.object({
  can_reply_privately: lenient(z.boolean()),
  private_reply_conversation: lenient(
    z.object({ id, participants: lenient(z.object({ data: z.array(z.object({ id })) })) }),
  ),
});

async function findPrivateReply(
  graph: Graph,
  act: Of<'private_reply'>,
  credentials: MetaCredentials,
): Promise<Finding> {
  const query = { fields: 'can_reply_privately,private_reply_conversation{id,participants}' };
  const answer = await graph({ method: 'GET', path: pathOf(act.to), query }, asPage(credentials));
  if (answer.kind !== 'ok') return failed(answer);
  const state = Privacy.safeParse(answer.body);
  if (!state.success) return unclear('Facebook does not say whether the comment was answered privately.');
  const { can_reply_privately: isFree, private_reply_conversation: conversation } = state.data;
  if (!conversation)
    return isFree ? { kind: 'absent' } : unclear('Facebook does not say whether the comment was answered privately.');
  const finding = await findInConversation(graph, conversation.id, act.content.text, act.createdAt, credentials);
  const person = conversation.participants?.data.find((one) => one.id !== credentials.pageId)?.id;
  if (finding.kind !== 'accepted' || person === undefined) return finding;
  return {
    ...finding,
    thread: { channel: 'messenger', id: threadId(person) satisfies ExternalThreadId, counterpartId: person },
  };
}

/** For acts that may be done twice: `absent` only means that doing it again is right. */
async function look(
  graph: Graph,
  credentials: MetaCredentials,
  target: TargetMessage,
  field: string,
  isDone: (value: unknown) => boolean,
): Promise<Finding> {
  const answer = await graph({ method: 'GET', path: pathOf(target), query: { fields: field } }, asPage(credentials));
  // Not every node has every field: a post does not say whether the Page likes it.
  if (answer.kind === 'error' && judge(answer.error).means === 'other') return { kind: 'absent' };
  if (answer.kind !== 'ok') return failed(answer);
  const node = z.record(z.string(), z.unknown()).safeParse(answer.body).data;
  return isDone(node?.[field]) ? { kind: 'accepted' } : { kind: 'absent' };
}

async function findRemoval(graph: Graph, act: Of<'delete'>, credentials: MetaCredentials): Promise<Finding> {
  const answer = await graph({ method: 'GET', path: pathOf(act.target), query: { fields: 'id' } }, asPage(credentials));
  if (answer.kind === 'ok') return { kind: 'absent' };
  if (answer.kind === 'error' && judge(answer.error).means === 'gone') return { kind: 'accepted' };
  return failed(answer);
}
