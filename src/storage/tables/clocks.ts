import type { Generated } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { JsonColumn, JsonWithDefault } from './json-column.ts';

export interface CalendarsTable {
  workspace_id: WorkspaceId;
  id: string;
  name: string;
  folded: string;
  time_zone: string;
  week: JsonWithDefault;
  days: JsonWithDefault;
  country: string | null;
  region: string | null;
  holidays: JsonWithDefault;
  holidays_until: string | null;
  is_default: Generated<boolean>;
  created_at: Date;
}

export interface AnswerPoliciesTable {
  workspace_id: WorkspaceId;
  id: string;
  name: string;
  folded: string;
  position: number;
  is_on: Generated<boolean>;
  conditions: JsonColumn;
  targets: JsonColumn;
  warn_minutes: number | null;
  on_breach: JsonColumn;
  created_at: Date;
  changed_at: Date;
}
