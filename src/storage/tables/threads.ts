import type { Reach } from '../../core/channel/event.ts';
import type { IdentityId, InboxId, ThreadId, WorkspaceId } from '../../core/ids.ts';
import type { JsonColumn, NullableJson } from './json-column.ts';

export interface ThreadsTable {
  workspace_id: WorkspaceId;
  id: ThreadId;
  inbox_id: InboxId;
  external_id: string;
  kind: 'post' | 'direct' | 'mail' | 'review';
  reach: Reach;
  title: string | null;
  permalink: string | null;
  counterpart_id: IdentityId | null;
  remote: NullableJson;
  looked_up_at: Date | null;
  created_at: Date;
}

export interface PostsTable {
  workspace_id: WorkspaceId;
  thread_id: ThreadId;
  is_ours: boolean;
  author_name: string | null;
  content: JsonColumn;
  remote: NullableJson;
  permalink: string | null;
  posted_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  reactions: number | null;
  comments: number | null;
  shares: number | null;
  looked_up_at: Date | null;
}

export interface NoticesTable {
  workspace_id: WorkspaceId;
  inbox_id: InboxId;
  external_id: string;
  thread_id: ThreadId | null;
  notice: string;
  detail: string;
  at: Date;
}
