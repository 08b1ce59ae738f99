import { sql } from 'kysely';
import type { IdentityId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { KeyKind } from '../../core/person/keys.ts';
import { foldName } from '../../core/text/fold-name.ts';
import type { Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

export interface NewKey {
  readonly identityId: IdentityId;
  readonly kind: KeyKind;
  readonly key: string;
  readonly source: 'own' | 'said';
  readonly isPrivate: boolean;
  readonly messageId: MessageId | null;
  readonly at: Date;
}

/** What is known already stays as it was first seen; but what somebody is reached under outweighs that they wrote it. */
export async function fileKeys(tx: Tx, workspaceId: WorkspaceId, keys: readonly NewKey[]): Promise<void> {
  if (keys.length === 0) return;
  const once = new Map<string, NewKey>();
  for (const key of keys) {
    const name = `${key.kind} ${key.key} ${key.identityId}`;
    if (!once.has(name) || key.source === 'own') once.set(name, key);
  }
  await sql`insert into contact_keys as k (workspace_id, kind, key, identity_id, source, is_private, message_id, at)
    select ${workspaceId}, r.kind, r.key, r."identityId", r.source, r."isPrivate", r."messageId", r.at
    from json_to_recordset(${jsonRows([...once.values()])}) as r ("identityId" uuid, kind text, key text, source text, "isPrivate" boolean, "messageId" uuid, at timestamptz)
    on conflict (workspace_id, kind, key, identity_id) do update set source = 'own', is_private = true
      where k.source = 'said' and excluded.source = 'own'`.execute(tx);
}

export interface NameUsed {
  readonly identityId: IdentityId;
  readonly name: string;
  readonly at: Date;
}

export async function fileNames(tx: Tx, workspaceId: WorkspaceId, names: readonly NameUsed[]): Promise<void> {
  if (names.length === 0) return;
  const once = new Map<string, { identityId: string; folded: string; name: string; first: Date; last: Date }>();
  for (const { identityId, name, at } of names) {
    const folded = foldName(name.trim()).slice(0, 200);
    if (folded === '') continue;
    const known = once.get(`${identityId} ${folded}`);
    once.set(`${identityId} ${folded}`, {
      identityId,
      folded,
      name,
      first: known && known.first < at ? known.first : at,
      last: known && known.last > at ? known.last : at,
    });
  }
  await sql`insert into identity_names as n (workspace_id, identity_id, folded, name, first_at, last_at)
    select ${workspaceId}, r."identityId", r.folded, r.name, r.first, r.last
    from json_to_recordset(${jsonRows([...once.values()])}) as r ("identityId" uuid, folded text, name text, first timestamptz, last timestamptz)
    on conflict (workspace_id, identity_id, folded) do update
      set first_at = least(n.first_at, excluded.first_at), last_at = greatest(n.last_at, excluded.last_at)`.execute(tx);
}
