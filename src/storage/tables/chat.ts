import type { InboxId, WorkspaceId } from '../../core/ids.ts';

export interface ChatVisitorsTable {
  workspace_id: WorkspaceId;
  id: string;
  inbox_id: InboxId;
  token_hash: Uint8Array;
  name: string | null;
  email: string | null;
  created_at: Date;
  seen_at: Date;
}
