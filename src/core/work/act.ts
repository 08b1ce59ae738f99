import type { Attention, Resolution } from '../conversation/states.ts';
import type { Fault } from '../errors.ts';
import type { Json } from '../ids.ts';

/** One act on one or many conversations. Times are ISO 8601. */
export type WorkAct =
  | { readonly do: 'attention'; readonly attention: Attention; readonly reason?: string | undefined }
  | { readonly do: 'assign'; readonly agentId: string | null }
  | { readonly do: 'team'; readonly teamId: string | null }
  | { readonly do: 'label'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly do: 'snooze'; readonly until: string | null }
  | { readonly do: 'resolve'; readonly resolution: Resolution }
  | { readonly do: 'promise'; readonly for: string | null; readonly words: string };

/** Columns of a conversation as the database writes them in JSON: what is patched, kept for undoing, and compared. */
export type Columns = { readonly [column: string]: Json };

/** Of a conversation, what decisions about it need. */
export interface WorkRow {
  readonly attention: Attention | null;
  readonly attention_reason: string | null;
  readonly waiting_since: string | null;
  readonly last_inbound_at: string | null;
  readonly resolution: Resolution;
  readonly assignee_id: string | null;
  readonly team_id: string | null;
  readonly label_ids: readonly string[];
  readonly snoozed_until: string | null;
  readonly promised_for: string | null;
  readonly promise: string | null;
  readonly merged_into_id: string | null;
}

export interface Refusal {
  readonly fault: Fault;
  readonly code: string;
  readonly why: string;
}
export type Decision =
  | {
      readonly kind: 'change';
      readonly patch: Columns;
      readonly event: { readonly kind: string; readonly detail: Columns };
    }
  /** It is so already. */
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'refused' } & Refusal);

/** Who acts, and what the ids in the act stand for. A name that is missing: there is no such thing. */
export interface ActFacts {
  /** Null: no person, so nothing that only a person may decide. */
  readonly agentId: string | null;
  readonly now: Date;
  readonly agents: ReadonlyMap<string, { readonly name: string; readonly isActive: boolean }>;
  readonly teams: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, { readonly name: string; readonly isArchived: boolean }>;
}
