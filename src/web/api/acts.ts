import type { z } from 'zod';
import type { ConversationRow } from '../../wire/conversations.ts';
import type { StoredMedia } from '../../wire/messages.ts';
import type { NewAct, NewPost, NewReply, OutgoingAct, TemplateList } from '../../wire/replying.ts';
import type { PutAttention, PutResolution } from '../../wire/work.ts';
import { call } from './call.ts';

export type Attention = z.infer<typeof PutAttention>['attention'];
export type Resolution = z.infer<typeof PutResolution>['resolution'];
export type Uploaded = z.infer<typeof StoredMedia>;
type Sent<Body> = Omit<Body, 'attachments' | 'choices'> & { attachments?: string[]; choices?: string[] };

const of = (id: string) => `/api/conversations/${id}`;

/** "Somebody has it on screen." Never clears that it waits. */
export const putOpening = (id: string) => call<unknown>('PUT', `${of(id)}/opening`);
export const addNote = (
  id: string,
  note: { id: string; text: string; mentions?: { agents: string[]; teams: string[] } },
) => call<unknown>('POST', `${of(id)}/notes`, note);

export const sendReply = (id: string, reply: Sent<NewReply>) => call<OutgoingAct>('POST', `${of(id)}/messages`, reply);
export const listTemplates = (inboxId: string) => call<TemplateList>('GET', `/api/inboxes/${inboxId}/templates`);
export const actOn = (messageId: string, act: NewAct) => call<unknown>('POST', `/api/messages/${messageId}/acts`, act);
export const publish = (post: Sent<NewPost>) => call<unknown>('POST', '/api/posts', post);
export const retryOutgoing = (id: string) => call<unknown>('POST', `/api/outgoing/${id}/retry`);
export const cancelOutgoing = (id: string) => call<unknown>('POST', `/api/outgoing/${id}/cancel`);
export const decideOutgoing = (id: string, wasSent: boolean) =>
  call<unknown>('POST', `/api/outgoing/${id}/decision`, { wasSent });

/** Stores a file on the server; the answer's id goes into a reply. */
export function upload(file: File, signal?: AbortSignal): Promise<Uploaded> {
  const form = new FormData();
  form.set('file', file);
  return call<Uploaded>('POST', '/api/media', form, signal);
}

/** What an act will make of a row, shown before the server has answered. */
export type Change = Partial<ConversationRow>;
