import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Heard, HeardWord } from '../../core/listening/hear.ts';
import { foldForSearch } from '../../core/text/fold.ts';
import type { Tx } from '../database.ts';
import { storableJson, storableText } from '../rows.ts';

interface Target {
  /** Absent: as the account names it. */
  readonly channel?: string;
  readonly inboxId: InboxId;
  readonly externalId: string;
}
const named = (
  workspaceId: WorkspaceId,
  { channel, inboxId, externalId }: Target,
) => sql`workspace_id = ${workspaceId} and id in (
  select id from hits where workspace_id = ${workspaceId} and channel = ${channel ?? null} and external_id = ${externalId}
  union select id from hits where workspace_id = ${workspaceId} and inbox_id = ${inboxId} and local_id = ${externalId})`;

/** The network's edit of a post that was overheard: its words change, what is decided stays. False: it is no hit, or says so already. */
export async function mirrorHitEdit(
  tx: Tx,
  workspaceId: WorkspaceId,
  edit: Target & { readonly content: { readonly text: string } },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string; text: string; because: readonly Heard[] }>`
    select id, text, because from hits where ${named(workspaceId, edit)} and state <> 'gone' for update`.execute(tx);
  const text = storableText(edit.content.text);
  const changed = rows.filter((row) => row.text !== text);
  for (const row of changed) {
    const because = row.because.map((heard) => ({ ...heard, because: moved(heard.because, row.text, text) }));
    await sql`update hits set text = ${text}, search = ${foldForSearch(text)}, because = ${storableJson(because)}::jsonb, changed_at = ${now},
        event = jsonb_set(event, '{content}', ${storableJson(edit.content)}::jsonb)
      where workspace_id = ${workspaceId} and id = ${row.id}`.execute(tx);
  }
  return changed.length > 0;
}

/** The network's deletion: words, pictures and the stored raw entry go, that something was found stays. */
export async function mirrorHitDeletion(
  tx: Tx,
  workspaceId: WorkspaceId,
  deletion: Target,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update hits set text = '', search = '', because = (select coalesce(jsonb_agg(jsonb_set(x, '{because}', '[]')), '[]') from jsonb_array_elements(because) x),
      event = jsonb_set(event, '{content}', '{"text":"","attachments":[]}'), understood = null, changed_at = ${now},
      state = case when state = 'taken_up' then state else 'gone' end
    where ${named(workspaceId, deletion)} and (state <> 'gone' or text <> '') returning id`.execute(tx);
  if (rows.length === 0) return false;
  const ids = rows.map(({ id }) => id);
  await sql`with off as (
      update board_hits set is_waiting = false where workspace_id = ${workspaceId} and hit_id = any(${ids}::uuid[])
    ) update ledger set body = ''::bytea, redacted_at = ${now} where workspace_id = ${workspaceId} and state <> 'waiting'
      and id in (select ledger_id from hits where workspace_id = ${workspaceId} and id = any(${ids}::uuid[]) and ledger_id is not null)`.execute(
    tx,
  );
  return true;
}

/** Where the words stand now; those that were taken out are marked nowhere. */
function moved(words: readonly HeardWord[], before: string, after: string): readonly HeardWord[] {
  return words.flatMap((word) => {
    const said = before.slice(word.from, word.to);
    const at = after.startsWith(said, word.from) ? word.from : after.indexOf(said);
    return at < 0 ? [] : [{ ...word, from: at, to: at + said.length }];
  });
}
