import { z } from 'zod';
import type { Outgoing, OutgoingAttachment, SendOutcome, TargetMessage } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { tagFor } from '../meta/window.ts';
import { refused } from '../shared/refused.ts';
import { id } from '../shared/shapes.ts';
import { capabilities, MESSAGE_TEXT } from './capabilities.ts';
import type { InstagramCredentials } from './credentials.ts';
import { outcomeOf, PRIVATE_REPLY_REFUSED } from './errors.ts';
import { findPrivateReply } from './find-direct.ts';
import { contentProblem } from './refusal.ts';
import type { Road } from './road.ts';
import type { Reply } from './send-public.ts';

const NOT_YET = 'This person has not written to the account yet, so Instagram lets nobody write to them.';

export const personIn = (act: Reply): string => act.thread.counterpartId ?? act.thread.id;
const Sent = z.object({ message_id: id, recipient_id: id.optional() });
const NO_ID: SendOutcome = { kind: 'unknown', detail: 'Instagram answered, but without the id of the message.' };

export async function replyDirectly(
  road: Road,
  act: Reply,
  credentials: InstagramCredentials,
  now: Date,
): Promise<SendOutcome> {
  const problem = contentProblem(act.content, MESSAGE_TEXT, capabilities.direct?.attachments);
  if (problem) return problem;
  const tag = tagFor(act, capabilities.window, NOT_YET, now);
  if (tag.kind === 'refused') return tag;
  const [file] = act.content.attachments;
  let message: Record<string, unknown> = { text: act.content.text };
  if (file) {
    if (credentials.login === 'instagram')
      return refused(
        'bad_attachment',
        'With the login of Instagram a file can be sent only from a public web address, and files stay private here. Connect the account by its Facebook Page to send files.',
      );
    const uploaded = await upload(road, file);
    if ('outcome' in uploaded) return uploaded.outcome;
    message = { attachment: { type: typeOf(file.mimeType), payload: { attachment_id: uploaded.id } } };
  }
  const answer = await road.graph(
    {
      method: 'POST',
      path: `${road.sender}/messages`,
      body: { recipient: { id: personIn(act) }, ...tag.fields, message },
    },
    road.as,
  );
  if (answer.kind !== 'ok') return outcomeOf(answer, false);
  const sent = Sent.safeParse(answer.body);
  return sent.success ? { kind: 'accepted', id: sent.data.message_id as ExternalMessageId } : NO_ID;
}

const typeOf = (mimeType: string): string => {
  const [kind] = mimeType.split('/');
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
};

const Uploaded = z.object({ attachment_id: id });

/** Nothing has been said yet when this fails, so it may be tried again. */
async function upload(
  road: Road,
  file: OutgoingAttachment,
): Promise<{ readonly id: string } | { readonly outcome: SendOutcome }> {
  const form = new FormData();
  form.set('platform', 'instagram');
  form.set('message', JSON.stringify({ attachment: { type: typeOf(file.mimeType), payload: { is_reusable: true } } }));
  form.set('filedata', new Blob([Uint8Array.from(await file.read())], { type: file.mimeType }), file.name);
  const answer = await road.graph({ method: 'POST', path: `${road.sender}/message_attachments`, body: form }, road.as);
  if (answer.kind !== 'ok') return { outcome: outcomeOf(answer, true) };
  const uploaded = Uploaded.safeParse(answer.body);
  if (!uploaded.success)
    return { outcome: { kind: 'try_later', afterMs: 15_000, detail: 'Instagram took the file, but gave it no id.' } };
  return { id: uploaded.data.attachment_id };
}

/** One private message to the author of a comment; the talk goes on in their line with the account. */
export async function replyPrivately(
  road: Road,
  act: Outgoing & { readonly kind: 'private_reply' },
): Promise<SendOutcome> {
  const problem = contentProblem(act.content, MESSAGE_TEXT);
  if (problem) return problem;
  const body = { recipient: { comment_id: act.to.id }, message: { text: act.content.text } };
  const answer = await road.graph({ method: 'POST', path: `${road.sender}/messages`, body }, road.as);
  if (answer.kind !== 'ok') {
    const isRefused = answer.kind === 'error' && answer.error.subcode === PRIVATE_REPLY_REFUSED;
    if (!isRefused) return outcomeOf(answer, false);
    // That is how our own earlier try looks from outside, so it is looked for before it counts as a refusal.
    const finding = await findPrivateReply(road, act);
    return finding.kind === 'accepted' ? finding : outcomeOf(answer, false);
  }
  const sent = Sent.safeParse(answer.body);
  if (!sent.success) return NO_ID;
  const person = sent.data.recipient_id ?? act.to.authorId;
  return {
    kind: 'accepted',
    id: sent.data.message_id as ExternalMessageId,
    ...(person ? { thread: { channel: 'instagram', id: person as ExternalThreadId, counterpartId: person } } : {}),
  };
}

/** A like is a reaction; the account has one for each message, so doing it again changes nothing. */
export async function react(road: Road, kind: 'like' | 'unlike', target: TargetMessage): Promise<SendOutcome> {
  if (target.authorId === null || target.authorId === road.accountId)
    return refused('not_allowed', 'Only what the person wrote can be liked here.');
  const isLike = kind === 'like';
  const body = {
    recipient: { id: target.authorId },
    sender_action: isLike ? 'react' : 'unreact',
    payload: { message_id: target.id, ...(isLike ? { reaction: 'love' } : {}) },
  };
  const answer = await road.graph({ method: 'POST', path: `${road.sender}/messages`, body }, road.as);
  return answer.kind === 'ok' ? { kind: 'accepted' } : outcomeOf(answer, true);
}
