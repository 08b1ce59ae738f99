import type { Generated } from 'kysely';
import type { AgentId, ConversationId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Head } from '../../core/learning/own.ts';
import type { JsonColumn, JsonWithDefault, NullableJson } from './json-column.ts';

export interface CorrectionsTable {
  workspace_id: WorkspaceId;
  id: string;
  message_id: MessageId;
  conversation_id: ConversationId;
  head: Head;
  from_label: string | null;
  to_label: string | null;
  opinion: JsonColumn;
  agent_id: AgentId | null;
  at: Date;
}

export interface OwnLearningTable {
  workspace_id: WorkspaceId;
  head: Head;
  mode: Generated<'auto' | 'held' | 'off'>;
  corrections: Generated<number>;
  fitted_corrections: Generated<number>;
  fitted_at: Date | null;
  outcome: NullableJson;
  version: number | null;
}

export interface OwnModelsTable {
  workspace_id: WorkspaceId;
  head: Head;
  version: number;
  labels: JsonColumn;
  bias: JsonColumn;
  weights: Uint8Array;
  about: JsonColumn;
  made_at: Date;
}

export interface UnderstandingSettingsTable {
  workspace_id: WorkspaceId;
  version: Generated<number>;
  stamp: Generated<number>;
  triggers: JsonWithDefault;
  topics: JsonWithDefault;
  changed_by: AgentId | null;
  changed_at: Date | null;
}
