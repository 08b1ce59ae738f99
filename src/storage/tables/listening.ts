import type { Generated } from 'kysely';
import type { AgentId, ConversationId, InboxId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { BoardKind } from '../../core/listening/listening-rule.ts';
import type { JsonColumn } from './json-column.ts';

export interface BoardsTable {
  workspace_id: WorkspaceId;
  id: string;
  name: string;
  kind: BoardKind;
  position: number;
  removed_at: Date | null;
  created_at: Date;
}

export interface ListeningRulesTable {
  workspace_id: WorkspaceId;
  id: string;
  board_id: string;
  is_on: boolean;
  version: number;
  body: JsonColumn;
  removed_at: Date | null;
  changed_at: Date;
  created_at: Date;
}

export interface HitsTable {
  workspace_id: WorkspaceId;
  id: string;
  channel: string;
  external_id: string;
  inbox_id: InboxId;
  local_id: string;
  ledger_id: number | null;
  event: JsonColumn;
  author_id: string | null;
  author: JsonColumn;
  text: string;
  search: Generated<string>;
  permalink: string | null;
  said_at: Date;
  found_at: Date;
  language: string | null;
  sentiment: string | null;
  urgency: number | null;
  understood: JsonColumn;
  because: JsonColumn;
  alike_id: string;
  state: 'waiting' | 'acknowledged' | 'ignored' | 'taken_up' | 'gone';
  reason: string | null;
  judged_by: AgentId | null;
  judged_at: Date | null;
  message_id: MessageId | null;
  conversation_id: ConversationId | null;
  changed_at: Date;
}

export interface BoardHitsTable {
  workspace_id: WorkspaceId;
  board_id: string;
  hit_id: string;
  said_at: Date;
  is_waiting: boolean;
}

export interface VoiceHoursTable {
  workspace_id: WorkspaceId;
  board_id: string;
  channel: string;
  hour: Date;
  positive: number;
  neutral: number;
  negative: number;
  unclear: number;
}

export interface SpikesTable {
  workspace_id: WorkspaceId;
  id: string;
  board_id: string;
  began_at: Date;
  seen_at: Date;
  ended_at: Date | null;
  posts: number;
  expected: number;
  authors: number;
  negative: number;
  drivers: JsonColumn;
}
