import type { Generated } from 'kysely';
import type { AgentId, ConversationId, MacroId, MediaId, SavedReplyId, WorkspaceId } from '../../core/ids.ts';
import type { JsonColumn, JsonWithDefault } from './json-column.ts';

export interface DraftsTable {
  workspace_id: WorkspaceId;
  agent_id: AgentId;
  conversation_id: ConversationId;
  kind: 'reply' | 'note';
  way: string | null;
  subject: string | null;
  text: string;
  attachments: Generated<MediaId[]>;
  alts: JsonWithDefault;
  version: number;
  saved_at: Date;
}

export interface SavedRepliesTable {
  workspace_id: WorkspaceId;
  id: SavedReplyId;
  title: string;
  shortcut: string | null;
  is_shared: boolean;
  owner_id: AgentId | null;
  variants: JsonColumn;
  uses: Generated<number>;
  used_at: Date | null;
  created_at: Date;
  changed_at: Date;
}

export interface MacrosTable {
  workspace_id: WorkspaceId;
  id: MacroId;
  name: string;
  is_shared: boolean;
  owner_id: AgentId | null;
  reply_id: SavedReplyId | null;
  acts: JsonColumn;
  uses: Generated<number>;
  used_at: Date | null;
  created_at: Date;
  changed_at: Date;
}
