import { z } from 'zod';
import type { Outgoing, OutgoingContent, SendOutcome } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { overBy } from '../../core/text/measure.ts';
import type { MetaCredentials } from '../meta/credentials.ts';
import { outcomeOf } from '../meta/errors.ts';
import { asPage, type Graph, type GraphCall } from '../meta/graph.ts';
import { id } from '../shared/shapes.ts';
import { capabilities } from './capabilities.ts';
import { findAct } from './find.ts';
import { commentId, pathOf, spelling } from './ids.ts';
import { uploadPhotos } from './photos.ts';

type Of<Kind extends Outgoing['kind']> = Outgoing & { readonly kind: Kind };
const refused = (reason: (SendOutcome & { kind: 'refused' })['reason'], detail: string): SendOutcome => ({
  kind: 'refused',
  reason,
  detail,
});

export async function sendAct(graph: Graph, act: Outgoing, credentials: MetaCredentials): Promise<SendOutcome> {
  const capability = capabilities.acts[act.kind];
  if (!capability) return refused('not_allowed', `Facebook has no "${act.kind.replace('_', ' ')}" for a Page.`);
  if ('content' in act) {
    const problem = contentProblem(act.content, act.kind);
    if (problem) return problem;
  }
  switch (act.kind) {
    case 'reply':
      return reply(graph, act, credentials);
    case 'private_reply':
      return privateReply(graph, act, credentials);
    case 'publish':
      return publish(graph, act, credentials);
    case 'edit':
      // On a comment of somebody else this call would overwrite their words, so it is only for what is ours.
      if (act.target.authorId !== null && act.target.authorId !== credentials.pageId)
        return refused('not_allowed', 'Only what the Page wrote itself can be changed.');
      return change(graph, credentials, {
        method: 'POST',
        path: pathOf(act.target),
        body: { message: act.content.text },
      });
    case 'delete':
      if (act.target.authorId !== null && act.target.authorId !== credentials.pageId)
        return refused('not_allowed', 'Only what the Page wrote itself is deleted from here. Hide it instead.');
      return remove(graph, credentials, pathOf(act.target));
    case 'like':
      return change(graph, credentials, { method: 'POST', path: `${pathOf(act.target)}/likes` });
    case 'unlike':
      return change(graph, credentials, { method: 'DELETE', path: `${pathOf(act.target)}/likes` });
    case 'hide':
    case 'unhide':
      return change(graph, credentials, {
        method: 'POST',
        path: pathOf(act.target),
        body: { is_hidden: act.kind === 'hide' },
      });
    default:
      return refused('not_allowed', 'Facebook has no reposts for a Page.');
  }
}

function contentProblem({ text, attachments }: OutgoingContent, kind: Outgoing['kind']): SendOutcome | null {
  const over = overBy(text, capabilities.acts[kind]?.text ?? capabilities.text);
  if (over > 0) return refused('too_long', `The text is ${over} characters too long for Facebook.`);
  if (text.trim() === '' && attachments.length === 0) return refused('other', 'There is nothing in it to send.');
  const { max, maxBytes, types } = capabilities.attachments;
  if (attachments.length > 0 && (kind === 'edit' || kind === 'private_reply'))
    return refused('bad_attachment', 'Here Facebook takes words only.');
  if (attachments.length > max) return refused('bad_attachment', 'Facebook takes one picture with a comment.');
  const odd = attachments.find(({ mimeType, sizeBytes }) => !types.includes(mimeType) || sizeBytes > maxBytes);
  return odd
    ? refused(
        'bad_attachment',
        `Facebook does not take "${odd.name}": it must be a JPEG, PNG, GIF or WebP picture of at most 10 MB.`,
      )
    : null;
}

const Made = z.object({ id });

async function reply(graph: Graph, act: Of<'reply'>, credentials: MetaCredentials): Promise<SendOutcome> {
  const photos = await uploadPhotos(graph, act.content.attachments, credentials);
  if ('outcome' in photos) return photos.outcome;
  // `POST /{comment}` would edit the comment; an answer goes to its `comments`.
  const parent = act.inReplyTo ? pathOf(act.inReplyTo) : encodeURIComponent(act.thread.id);
  const [photo] = photos.ids;
  const body = {
    ...(act.content.text ? { message: act.content.text } : {}),
    ...(photo ? { attachment_id: photo } : {}),
  };
  const answer = await graph({ method: 'POST', path: `${parent}/comments`, body }, asPage(credentials));
  if (answer.kind !== 'ok') return settle(graph, act, credentials, outcomeOf(answer, false));
  const made = Made.safeParse(answer.body);
  if (!made.success) return { kind: 'unknown', detail: 'Facebook answered, but without the id of the comment.' };
  const ours = commentId(act.thread.id, made.data.id);
  return { kind: 'accepted', id: ours, ...spelling(ours, made.data.id) };
}

const Sent = z.object({ recipient_id: id, message_id: id });

async function privateReply(
  graph: Graph,
  act: Of<'private_reply'>,
  credentials: MetaCredentials,
): Promise<SendOutcome> {
  // A visitor's post is named by the Page's id in front, a comment by its post's.
  const isPost = act.to.id.startsWith(`${credentials.pageId}_`);
  const target = decodeURIComponent(pathOf(act.to));
  const answer = await graph(
    {
      method: 'POST',
      path: `${credentials.pageId}/messages`,
      body: {
        recipient: isPost ? { post_id: target } : { comment_id: target },
        message: { text: act.content.text, metadata: act.id },
      },
    },
    asPage(credentials),
  );
  if (answer.kind !== 'ok') return settle(graph, act, credentials, outcomeOf(answer, false));
  const sent = Sent.safeParse(answer.body);
  if (!sent.success) return { kind: 'unknown', detail: 'Facebook answered, but without the id of the message.' };
  const person = sent.data.recipient_id;
  return {
    kind: 'accepted',
    id: sent.data.message_id as ExternalMessageId,
    thread: { channel: 'messenger', id: person as ExternalThreadId, counterpartId: person },
  };
}

async function publish(graph: Graph, act: Of<'publish'>, credentials: MetaCredentials): Promise<SendOutcome> {
  const photos = await uploadPhotos(graph, act.content.attachments, credentials);
  if ('outcome' in photos) return photos.outcome;
  const body = {
    ...(act.content.text ? { message: act.content.text } : {}),
    ...(act.link ? { link: act.link } : {}),
    ...(photos.ids.length > 0 ? { attached_media: photos.ids.map((media_fbid) => ({ media_fbid })) } : {}),
  };
  const answer = await graph({ method: 'POST', path: `${credentials.pageId}/feed`, body }, asPage(credentials));
  if (answer.kind !== 'ok') return settle(graph, act, credentials, outcomeOf(answer, false));
  const made = Made.safeParse(answer.body);
  return made.success
    ? { kind: 'accepted', id: made.data.id as ExternalMessageId }
    : { kind: 'unknown', detail: 'Facebook answered, but without the id of the post.' };
}

/** "Already there" is how our own earlier try looks from outside, so it is looked up before it counts as a refusal. */
async function settle(
  graph: Graph,
  act: Outgoing,
  credentials: MetaCredentials,
  outcome: SendOutcome,
): Promise<SendOutcome> {
  if (outcome.kind !== 'refused' || (outcome.reason !== 'duplicate' && outcome.reason !== 'already_replied'))
    return outcome;
  const finding = await findAct(graph, act, credentials);
  return finding.kind === 'accepted' ? finding : outcome;
}

async function change(graph: Graph, credentials: MetaCredentials, call: GraphCall): Promise<SendOutcome> {
  const answer = await graph(call, asPage(credentials));
  return answer.kind === 'ok' ? { kind: 'accepted' } : outcomeOf(answer, true);
}

async function remove(graph: Graph, credentials: MetaCredentials, path: string): Promise<SendOutcome> {
  const outcome = await change(graph, credentials, { method: 'DELETE', path });
  return outcome.kind === 'refused' && outcome.reason === 'gone' ? { kind: 'accepted' } : outcome;
}
