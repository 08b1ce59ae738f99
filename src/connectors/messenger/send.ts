import { z } from 'zod';
import type { Outgoing, OutgoingAttachment, SendOutcome, TargetMessage } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { overBy } from '../../core/text/measure.ts';
import type { MetaCredentials } from '../meta/credentials.ts';
import { outcomeOf } from '../meta/errors.ts';
import { asPage, type Graph } from '../meta/graph.ts';
import { tagFor } from '../meta/window.ts';
import { id } from '../shared/shapes.ts';
import { capabilities } from './capabilities.ts';

const NOT_YET = 'This person has not written in Messenger yet, so Meta lets nobody write to them.';

export type Reply = Outgoing & { readonly kind: 'reply' };
type Refusal = SendOutcome & { readonly kind: 'refused' };
const refused = (reason: Refusal['reason'], detail: string): Refusal => ({ kind: 'refused', reason, detail });

export async function sendAct(
  graph: Graph,
  act: Outgoing,
  credentials: MetaCredentials,
  now: Date,
): Promise<SendOutcome> {
  if (act.kind === 'reply') return reply(graph, act, credentials, now);
  if (act.kind === 'like' || act.kind === 'unlike') return react(graph, act.kind, act.target, credentials);
  return refused('not_allowed', `Messenger has no "${act.kind.replace('_', ' ')}".`);
}

const Sent = z.object({ message_id: id });

async function reply(graph: Graph, act: Reply, credentials: MetaCredentials, now: Date): Promise<SendOutcome> {
  const problem = contentProblem(act);
  if (problem) return problem;
  const tag = tagFor(act, capabilities.window, NOT_YET, now);
  if (tag.kind === 'refused') return tag;
  const [file] = act.content.attachments;
  let message: Record<string, unknown> = { text: act.content.text };
  if (file) {
    const uploaded = await upload(graph, file, credentials);
    if ('outcome' in uploaded) return uploaded.outcome;
    message = { attachment: { type: typeOf(file.mimeType), payload: { attachment_id: uploaded.id } } };
  }
  const answer = await graph(
    {
      method: 'POST',
      path: `${credentials.pageId}/messages`,
      // The echo gives our mark back, so that it is known even when it overtakes the answer to this call.
      body: { recipient: { id: personOf(act) }, ...tag.fields, message: { ...message, metadata: act.id } },
    },
    asPage(credentials),
  );
  if (answer.kind !== 'ok') return outcomeOf(answer, false);
  const sent = Sent.safeParse(answer.body);
  return sent.success
    ? { kind: 'accepted', id: sent.data.message_id as ExternalMessageId }
    : { kind: 'unknown', detail: 'Messenger answered, but without the id of the message.' };
}

export const personOf = (act: Reply): string => act.thread.counterpartId ?? act.thread.id;

function contentProblem({ content: { text, attachments } }: Reply): Refusal | null {
  const over = overBy(text, capabilities.text);
  if (over > 0) return refused('too_long', `The text is ${over} characters too long for Messenger.`);
  if (text.trim() === '' && attachments.length === 0) return refused('other', 'There is nothing in it to send.');
  const { max, maxBytes } = capabilities.attachments;
  if (attachments.length > max) return refused('bad_attachment', 'Messenger takes one file at a time.');
  if (attachments.length > 0 && text.trim() !== '')
    return refused(
      'bad_attachment',
      'Messenger takes words or a file, not both in one message: send the file on its own.',
    );
  const big = attachments.find(({ sizeBytes }) => sizeBytes > maxBytes);
  return big ? refused('bad_attachment', `"${big.name}" is bigger than 25 MB.`) : null;
}

const typeOf = (mimeType: string): string => {
  const [kind] = mimeType.split('/');
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
};

const Uploaded = z.object({ attachment_id: id });

/** Nothing has been said yet when this fails, so it may be tried again. */
async function upload(
  graph: Graph,
  file: OutgoingAttachment,
  credentials: MetaCredentials,
): Promise<{ readonly id: string } | { readonly outcome: SendOutcome }> {
  const form = new FormData();
  form.set('message', JSON.stringify({ attachment: { type: typeOf(file.mimeType), payload: { is_reusable: true } } }));
  form.set('filedata', new Blob([Uint8Array.from(await file.read())], { type: file.mimeType }), file.name);
  const answer = await graph(
    { method: 'POST', path: `${credentials.pageId}/message_attachments`, body: form },
    asPage(credentials),
  );
  if (answer.kind !== 'ok') return { outcome: outcomeOf(answer, true) };
  const uploaded = Uploaded.safeParse(answer.body);
  if (!uploaded.success)
    return { outcome: { kind: 'try_later', afterMs: 15_000, detail: 'Messenger took the file, but gave it no id.' } };
  return { id: uploaded.data.attachment_id };
}

/** A like is a reaction; a Page has one for each message, so doing it again changes nothing. */
async function react(
  graph: Graph,
  kind: 'like' | 'unlike',
  target: TargetMessage,
  credentials: MetaCredentials,
): Promise<SendOutcome> {
  if (target.authorId === null || target.authorId === credentials.pageId)
    return refused('not_allowed', 'Only what the person wrote can be liked here.');
  const payload = kind === 'like' ? { message_id: target.id, reaction: '👍' } : { message_id: target.id };
  const body = { recipient: { id: target.authorId }, sender_action: kind === 'like' ? 'react' : 'unreact', payload };
  const answer = await graph({ method: 'POST', path: `${credentials.pageId}/messages`, body }, asPage(credentials));
  return answer.kind === 'ok' ? { kind: 'accepted' } : outcomeOf(answer, true);
}
