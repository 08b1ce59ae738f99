import type { Generated, GeneratedAlways } from 'kysely';
import type { ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { JsonWithDefault, NullableJson } from './json-column.ts';

export interface WorkspacesTable {
  id: GeneratedAlways<WorkspaceId>;
  slug: string;
  name: string;
  is_practice: Generated<boolean>;
  settings: JsonWithDefault;
  change_seq: Generated<number>;
  mail_inbox_id: InboxId | null;
  created_at: Generated<Date>;
}

export interface FilingTurnsTable {
  workspace_id: WorkspaceId;
  asks_second_opinion: Generated<boolean>;
}

export interface HeartbeatsTable {
  process: string;
  role: string;
  started_at: Date;
  seen_at: Date;
}

export interface ChangesTable {
  workspace_id: WorkspaceId;
  seq: number;
  at: Date;
  kind: string;
  conversation_id: ConversationId | null;
  detail: NullableJson;
}
