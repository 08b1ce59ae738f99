import type { AgentId, ContactId, ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { JsonColumn } from './json-column.ts';

export interface RulesTable {
  workspace_id: WorkspaceId;
  id: string;
  is_on: boolean;
  position: number;
  version: number;
  body: JsonColumn;
  since: Date;
  removed_at: Date | null;
  changed_at: Date;
  created_at: Date;
}

export interface RuleVersionsTable {
  workspace_id: WorkspaceId;
  rule_id: string;
  version: number;
  body: JsonColumn;
  saved_by: AgentId | null;
  saved_at: Date;
}

export interface RuleRunsTable {
  workspace_id: WorkspaceId;
  conversation_id: ConversationId;
  rule_id: string;
  version: number;
  cause: string;
  outcome: 'acted' | 'paused';
  at: Date;
}

export interface RuleRepliesTable {
  workspace_id: WorkspaceId;
  contact_id: ContactId;
  at: Date;
}
