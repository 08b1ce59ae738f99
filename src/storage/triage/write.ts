import { sql } from 'kysely';
import type { Json, WorkspaceId } from '../../core/ids.ts';
import type { Triaged } from '../../core/triage/triage.ts';
import type { Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

/** A decision, and what rules change beside it. */
export interface Decided extends Triaged {
  readonly id: string;
  /** The number of what browsers are told of it; absent or null: nothing. */
  readonly changedSeq?: number | null;
  /** Absent: it stays as it is. */
  readonly assigneeId?: string | null;
  readonly teamId?: string | null;
  readonly labelIds?: readonly string[];
  readonly snoozedUntil?: Date | null;
  /** What rules keep of it. */
  readonly ruled?: { readonly inboundAt: Date | null; readonly boosts: Json; readonly fields: Json | null };
}

/** Writes decisions over conversations that the transaction holds. */
export async function writeDecided(tx: Tx, workspaceId: WorkspaceId, rows: readonly Decided[]): Promise<void> {
  if (rows.length === 0) return;
  const flat = rows.map((row) => ({
    id: row.id,
    priority: row.priority,
    parts: row.parts,
    clocks: row.clocks,
    due_at: row.dueAt,
    triage_at: row.nextAt,
    changed_seq: row.changedSeq ?? null,
    assigns: row.assigneeId !== undefined,
    assignee_id: row.assigneeId ?? null,
    teams: row.teamId !== undefined,
    team_id: row.teamId ?? null,
    label_ids: row.labelIds ?? null,
    snoozes: row.snoozedUntil !== undefined,
    snoozed_until: row.snoozedUntil ?? null,
    ruled_inbound_at: row.ruled?.inboundAt ?? null,
    rule_boosts: row.ruled?.boosts ?? null,
    fields: row.ruled?.fields ?? null,
  }));
  await sql`update conversations c set
      priority = r.priority, priority_parts = r.parts, clocks = r.clocks, due_at = r.due_at, triage_at = r.triage_at,
      changed_seq = coalesce(r.changed_seq, c.changed_seq),
      assignee_id = case when r.assigns then r.assignee_id else c.assignee_id end,
      team_id = case when r.teams then r.team_id else c.team_id end,
      label_ids = coalesce(r.label_ids, c.label_ids),
      snoozed_until = case when r.snoozes then r.snoozed_until else c.snoozed_until end,
      ruled_inbound_at = coalesce(r.ruled_inbound_at, c.ruled_inbound_at),
      rule_boosts = coalesce(r.rule_boosts, c.rule_boosts), fields = coalesce(r.fields, c.fields)
    from json_to_recordset(${jsonRows(flat)}) as r (id uuid, priority integer, parts jsonb, clocks jsonb, due_at timestamptz,
      triage_at timestamptz, changed_seq bigint, assigns boolean, assignee_id uuid, teams boolean, team_id uuid, label_ids uuid[], snoozes boolean,
      snoozed_until timestamptz, ruled_inbound_at timestamptz, rule_boosts jsonb, fields jsonb)
    where c.workspace_id = ${workspaceId} and c.id = r.id`.execute(tx);
}
