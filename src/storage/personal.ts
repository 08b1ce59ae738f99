import { sql } from 'kysely';
import type { AgentId, ConversationId, NotificationId, WorkspaceId } from '../core/ids.ts';
import type { Tx } from './database.ts';

/** The topic of what concerns one person only. Empty: the line broke and nobody knows what was said meanwhile. */
export const PERSONAL = 'earshot_personal';

export type Personal =
  | { readonly kind: 'notification'; readonly id: NotificationId }
  | { readonly kind: 'unread' }
  | {
      readonly kind: 'draft';
      readonly conversationId: ConversationId;
      readonly of: 'reply' | 'note';
      readonly version: number;
      readonly isEmpty: boolean;
    };

export interface PersonalNotice {
  readonly workspaceId: WorkspaceId;
  readonly agentId: AgentId;
  readonly said: Personal;
}

/** Tells every browser of one person, after the commit. */
export async function tellAgent(tx: Tx, workspaceId: WorkspaceId, agentId: AgentId, said: Personal): Promise<void> {
  const notice: PersonalNotice = { workspaceId, agentId, said };
  await sql`select pg_notify(${PERSONAL}, ${JSON.stringify(notice)})`.execute(tx);
}
