import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { CareError } from '../../core/errors.ts';
import { type ChatVisitor, findVisitor } from '../../storage/chat/visitors.ts';
import type { Database } from '../../storage/database.ts';
import { readSecretToken } from '../../storage/secret-token.ts';
import type { ChatInbox } from './chat-inbox.ts';

const textOf = ({ headers }: FastifyRequest): string => /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '';

/** Null: no token, or one of another chat or another workspace. */
export async function visitorOf(db: Database, chat: ChatInbox, request: FastifyRequest): Promise<ChatVisitor | null> {
  const token = readSecretToken(textOf(request));
  if (token?.workspaceId !== chat.workspaceId) return null;
  return findVisitor(db.read, chat.workspaceId, chat.id, token.hash);
}

/** Throws `no_such_visitor`: the window then forgets its token and begins anew. */
export async function requireVisitor(db: Database, chat: ChatInbox, request: FastifyRequest): Promise<ChatVisitor> {
  const visitor = await visitorOf(db, chat, request);
  if (!visitor)
    throw new CareError('unauthenticated', 'no_such_visitor', 'This talk is not known here. Begin a new one.');
  return visitor;
}

/** The same for one browser from call to call, and not a secret; the address where there is no token. */
export function callerKey(request: FastifyRequest, neighbourhood: string): string {
  const text = textOf(request);
  return text === '' ? neighbourhood : createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
