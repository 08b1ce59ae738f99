import type { Generated } from 'kysely';
import type { AgentId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Head } from '../../core/learning/own.ts';
import type { Limit, Shape } from '../../core/second-opinion/way.ts';
import type { NullableJson } from './json-column.ts';

export interface SecondOpinionSettingsTable {
  workspace_id: WorkspaceId;
  version: Generated<number>;
  is_on: Generated<boolean>;
  address: string;
  model: string;
  api_key: Uint8Array | null;
  calls_a_day: number;
  tokens_a_day: number | null;
  below: number;
  heads: readonly Head[];
  languages: Generated<readonly string[]>;
  with_private: Generated<boolean>;
  shape: Generated<Shape>;
  limit_name: Generated<Limit>;
  is_coldest: Generated<boolean>;
  day: string | null;
  calls: Generated<number>;
  tokens: Generated<number>;
  failures: Generated<number>;
  rests_until: Date | null;
  last_error: string | null;
  last_error_at: Date | null;
  changed_by: AgentId | null;
  changed_at: Date;
}

export interface SecondOpinionsTable {
  workspace_id: WorkspaceId;
  message_id: MessageId;
  heads: readonly Head[];
  state: Generated<'waiting' | 'asking' | 'done' | 'left'>;
  why: string | null;
  filed_at: Date;
  asker: string | null;
  asker_until: Date | null;
  words: string | null;
  model: string | null;
  said: NullableJson;
  changed: NullableJson;
  is_copy: Generated<boolean>;
  took_ms: number | null;
  settled_at: Date | null;
}
