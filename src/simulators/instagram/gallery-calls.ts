import { type Call, textOf } from '../meta/call.ts';
import { listing, pick } from '../meta/listing.ts';
import { badParameter, gone, Refusal } from '../meta/refusal.ts';
import { fieldNames, innerOf } from './fields.ts';
import type { Gallery } from './gallery.ts';
import { accountNode, commentNode, mediaNode, mentionedComment, repliesTo, topLevel } from './nodes.ts';
import type { Account, Comment, Media, State } from './state.ts';

const COMMENT_MAX = 2_200;
const fieldsOf = (call: Call) => textOf(call.params.fields) ?? '';
const isOurs = ({ kind }: Media) => kind === 'own' || kind === 'live';

function wordsOf(call: Call): string {
  const message = textOf(call.params.message);
  if (!message) throw badParameter('The parameter message is required.');
  if (message.length > COMMENT_MAX) throw badParameter('Comment is too long');
  return message;
}

export function readAccount(state: State, call: Call, account: Account): unknown {
  const fields = fieldsOf(call);
  const names = fieldNames(fields);
  const node: Record<string, unknown> = accountNode(state, account);
  if (names.includes('mentioned_comment')) {
    const id = /mentioned_comment\.comment_id\((\d+)\)/.exec(fields)?.[1] ?? '';
    const comment = state.comments.get(id);
    if (!comment || comment.isDeleted || isOurs(comment.media) || comment.media.account !== account) throw gone(id);
    if (!comment.text.includes(`@${account.username}`)) throw gone(id);
    node.mentioned_comment = mentionedComment(comment, innerOf(fields, 'mentioned_comment'));
  }
  if (names.includes('mentioned_media')) {
    const id = /mentioned_media\.media_id\((\d+)\)/.exec(fields)?.[1] ?? '';
    const media = state.media.get(id);
    // Named in a comment only, the post is shown as a part of that comment.
    if (media?.kind !== 'mention' || media.account !== account) throw gone(id);
    node.mentioned_media = mediaNode(media, innerOf(fields, 'mentioned_media'));
  }
  return pick(node, fields || 'id', 'id');
}

export function listMedia(state: State, call: Call, account: Account): unknown {
  const media = [...state.media.values()].filter((one) => one.account === account && one.kind === 'own');
  return listing(state, call, newest(media), (one) => mediaNode(one, fieldsOf(call)));
}

export function listTags(state: State, call: Call, account: Account): unknown {
  const media = [...state.media.values()].filter((one) => one.account === account && one.kind === 'tag');
  return listing(state, call, newest(media), (one) => mediaNode(one, fieldsOf(call)));
}
const newest = (media: readonly Media[]) => media.toSorted((a, b) => b.at.getTime() - a.at.getTime());

export function onMedia(state: State, call: Call, media: Media, account: Account, gallery: Gallery): unknown {
  const [, edge] = call.path;
  // Posts of others are read through `mentioned_media` only.
  if (media.account !== account || !isOurs(media)) throw gone(media.id);
  if (edge === undefined && call.method === 'GET') return mediaNode(media, fieldsOf(call));
  if (edge === 'comments' && call.method === 'GET')
    return listing(state, call, topLevel(media), (one) => commentNode(one, fieldsOf(call)));
  if (edge === 'comments' && call.method === 'POST')
    return { id: gallery.comment(media, null, by(account), wordsOf(call)).id };
  throw new Refusal(2500, `Unknown path components: /${edge}`);
}

export function onComment(state: State, call: Call, comment: Comment, account: Account, gallery: Gallery): unknown {
  const [, edge] = call.path;
  const { media } = comment;
  if (media.account !== account || !isOurs(media)) throw gone(comment.id);
  if (edge === 'replies') return onReplies(state, call, comment, account, gallery);
  if (edge !== undefined) throw new Refusal(2500, `Unknown path components: /${edge}`);
  if (call.method === 'GET') return commentNode(comment, fieldsOf(call));
  if (call.method === 'DELETE') {
    gallery.remove(comment);
    return { success: true };
  }
  const hide = textOf(call.params.hide);
  if (hide !== 'true' && hide !== 'false') throw badParameter('The parameter hide is required.');
  if (comment.isOnAd && textOf(call.params.ad_id) === undefined)
    throw badParameter('The parameter ad_id is required for comments on ads.');
  // What the owner of the post wrote stays visible, whatever is asked.
  if (comment.authorId !== account.id) comment.isHidden = hide === 'true';
  return { success: true };
}

function onReplies(state: State, call: Call, comment: Comment, account: Account, gallery: Gallery): unknown {
  if (call.method === 'GET') return listing(state, call, repliesTo(comment), (one) => commentNode(one, fieldsOf(call)));
  if (comment.parent) throw badParameter('Replies can only be made to top-level comments.');
  if (comment.isHidden) throw badParameter('Hidden comments cannot be replied to.');
  if (comment.media.kind === 'live') throw badParameter('Comments on live videos cannot be replied to.');
  return { id: gallery.comment(comment.media, comment, by(account), wordsOf(call)).id };
}

/** An answer where we were named; a tag in a picture is not enough. */
export function answerMention(state: State, call: Call, account: Account, gallery: Gallery): unknown {
  const mediaId = textOf(call.params.media_id) ?? '';
  const commentId = textOf(call.params.comment_id);
  const media = state.media.get(mediaId);
  if (!media || media.account !== account || isOurs(media)) throw gone(mediaId);
  if (commentId === undefined) {
    if (media.kind !== 'mention') throw new Refusal(10, 'The account is not mentioned in this caption.');
    return { id: gallery.comment(media, null, by(account), wordsOf(call)).id };
  }
  const comment = state.comments.get(commentId);
  if (!comment || comment.isDeleted || comment.media !== media) throw gone(commentId);
  if (!comment.text.includes(`@${account.username}`))
    throw new Refusal(10, 'The account is not mentioned in this comment.');
  return { id: gallery.comment(media, comment, by(account), wordsOf(call)).id };
}

const by = ({ id, username }: Account) => ({ id, username });
