import type { Generated, GeneratedAlways } from 'kysely';
import type {
  AgentId,
  ContactId,
  ConversationId,
  FieldId,
  LabelId,
  TaskId,
  UndoId,
  WorkspaceId,
} from '../../core/ids.ts';
import type { FieldAbout, FieldKind } from '../../core/work/field.ts';
import type { JsonColumn, NullableJson } from './json-column.ts';

export interface LabelsTable {
  workspace_id: WorkspaceId;
  id: LabelId;
  name: string;
  folded: string;
  colour: string;
  archived_at: Date | null;
  created_by: AgentId | null;
  created_at: Date;
}

export interface CustomFieldsTable {
  workspace_id: WorkspaceId;
  id: FieldId;
  about: FieldAbout;
  name: string;
  folded: string;
  kind: FieldKind;
  choices: Generated<string[]>;
  position: number;
  archived_at: Date | null;
  created_by: AgentId | null;
  created_at: Date;
}

export interface TasksTable {
  workspace_id: WorkspaceId;
  id: TaskId;
  conversation_id: ConversationId;
  text: string;
  assignee_id: AgentId | null;
  due_at: Date | null;
  done_at: Date | null;
  done_by: AgentId | null;
  called_at: Date | null;
  created_by: AgentId | null;
  created_at: Date;
}

export interface ConversationLinksTable {
  workspace_id: WorkspaceId;
  a_id: ConversationId;
  b_id: ConversationId;
  created_by: AgentId | null;
  created_at: Date;
}

export interface ContactNotesTable {
  workspace_id: WorkspaceId;
  id: string;
  contact_id: ContactId;
  text: string;
  author_id: AgentId | null;
  created_at: Date;
  edited_at: Date | null;
}

export interface UndosTable {
  workspace_id: WorkspaceId;
  id: UndoId;
  position: GeneratedAlways<number>;
  kind: 'acts' | 'merge' | 'split';
  actor_id: string | null;
  conversation_id: ConversationId | null;
  asked: JsonColumn;
  answer: JsonColumn;
  at: Date;
  expires_at: Date;
  undone_at: Date | null;
  undone_by: string | null;
}

export interface UndoStepsTable {
  workspace_id: WorkspaceId;
  undo_id: UndoId;
  place: number;
  conversation_id: ConversationId;
  before: JsonColumn;
  after: JsonColumn;
  moved: NullableJson;
}
