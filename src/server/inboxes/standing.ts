import type { WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../../storage/database.ts';
import { type AlertRow, listAlerts } from '../../storage/health/alerts.ts';
import { type Gap, listGaps, peopleAround } from '../../storage/health/gaps.ts';

/** How all inboxes of a workspace stand. */
export interface Standing {
  readonly alerts: readonly AlertRow[];
  readonly gaps: readonly Gap[];
  readonly people: Awaited<ReturnType<typeof peopleAround>>;
}

export async function readStanding(db: Reader, workspaceId: WorkspaceId): Promise<Standing> {
  const [alerts, gaps] = await Promise.all([listAlerts(db, workspaceId), listGaps(db, workspaceId)]);
  return { alerts, gaps, people: await peopleAround(db, workspaceId, gaps) };
}
