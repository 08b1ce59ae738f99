import type { InboxId, WorkspaceId } from '../core/ids.ts';
import { addVisitor, noteVisitor } from '../storage/chat/visitors.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { makeSecretToken } from '../storage/secret-token.ts';
import type { Receiver } from './receive.ts';

export interface ChatDoor {
  readonly db: Database;
  readonly receiver: Receiver;
}
export interface ChatPlace {
  readonly workspaceId: WorkspaceId;
  readonly id: InboxId;
  readonly channel: string;
}
export interface ChatSpeaker {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}
export interface ChatWords {
  /** Made in the browser. */
  readonly id: string;
  readonly text: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly page?: { readonly url: string; readonly title?: string | undefined } | undefined;
  readonly files: readonly { readonly name: string; readonly mimeType: string; readonly data: string }[];
}

/** Lets somebody new begin a talk. Their token is told once, to their browser. */
export async function beginChat({ db }: ChatDoor, chat: ChatPlace, now: Date): Promise<{ readonly token: string }> {
  const { text, hash } = makeSecretToken(chat.workspaceId);
  const visitor = { id: newId<string>(now.getTime()), inboxId: chat.id, tokenHash: hash };
  await db.alone((tx) => addVisitor(tx, chat.workspaceId, visitor, now));
  return { token: text };
}

/** What a visitor says goes the way of everything that arrives: into the ledger first, and is filed from there. */
export async function receiveChatLine(
  { db, receiver }: ChatDoor,
  chat: ChatPlace,
  visitor: ChatSpeaker,
  line: ChatWords,
  now: Date,
): Promise<void> {
  const name = line.name || visitor.name;
  const email = line.email || visitor.email;
  await append(receiver, chat, now, {
    type: 'message',
    // Nobody can take the name of somebody else's line.
    id: `${visitor.id}/${line.id}`,
    visitor: { id: visitor.id, ...(name ? { name } : {}), ...(email ? { email } : {}) },
    text: line.text,
    files: line.files.map((file) => ({ name: file.name, mime_type: file.mimeType, data_base64: file.data })),
    ...(line.page ? { page: line.page } : {}),
    at: now.toISOString(),
  });
  const said = { name: line.name || null, email: line.email || null };
  await db.alone((tx) => noteVisitor(tx, chat.workspaceId, visitor.id, said, now));
}

/** Our answers reached a window, or were shown in it. */
export function receiveChatSeen(
  { receiver }: ChatDoor,
  chat: ChatPlace,
  visitor: ChatSpeaker,
  seen: { readonly ids: readonly string[]; readonly status: 'delivered' | 'read' },
  now: Date,
): Promise<void> {
  return append(receiver, chat, now, { type: 'seen', visitor: { id: visitor.id }, ...seen, at: now.toISOString() });
}

function append(receiver: Receiver, chat: ChatPlace, now: Date, what: object): Promise<void> {
  return receiver.receive(chat.workspaceId, [
    {
      family: chat.channel,
      inboxId: chat.id,
      source: 'widget',
      headers: {},
      body: Buffer.from(JSON.stringify(what)),
      receivedAt: now,
    },
  ]);
}
