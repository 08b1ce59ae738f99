import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Head } from '../../core/learning/own.ts';
import type { Reader } from '../database.ts';
import { byIn, labelIn } from '../packed-understood.ts';

/** A message with the label that a person gave or left it. */
export interface Lesson {
  readonly text: string;
  readonly isPrivate: boolean;
  readonly language: string | null;
  readonly label: string;
  readonly isCorrected: boolean;
}

/** Left alone counts little each; this many for each correction, and it cannot drown what people said. */
const CONFIRMED_PER_CORRECTION = 5;

/**
 * What there is to learn from, the oldest first: the newest correction of each message, and messages whose conversation a
 * person dealt with while the opinion of the models was in sight and stayed.
 */
export async function readLessons(
  db: Reader,
  workspaceId: WorkspaceId,
  head: Head,
  most: number,
): Promise<readonly Lesson[]> {
  const { rows } = await sql<Lesson>`
    with newest as (
      select distinct on (message_id) message_id, id, to_label, at from corrections
      where workspace_id = ${workspaceId} and head = ${head} order by message_id, id desc
    ), put_right as (
      select m.text, m.reach, m.language, n.to_label as label, true as corrected, n.at
      from newest n join messages m on m.workspace_id = ${workspaceId} and m.id = n.message_id
      where n.to_label is not null and m.text <> '' and m.deleted_at is null
      order by n.id desc limit ${most}
    ), left_alone as (
      select m.text, m.reach, m.language, ${labelIn('m', head)} as label, false as corrected, c.attention_at as at
      from conversations c
      join messages m on m.workspace_id = ${workspaceId} and m.conversation_id = c.id
      where c.workspace_id = ${workspaceId} and c.attention_by is not null and c.attention <> 'needs_answer'
        and m.direction = 'inbound' and m.automatic is null and m.text <> '' and m.deleted_at is null
        and ${byIn('m', head)} in ('model', 'own') and ${labelIn('m', head)} is not null
        and not exists (select 1 from newest n where n.message_id = m.id)
      order by c.attention_at desc, m.id desc
      limit least(${most} - (select count(*) from put_right), ${CONFIRMED_PER_CORRECTION} * (select count(*) from put_right))
    )
    select text, reach = 'owned_private' as "isPrivate", language, label, corrected as "isCorrected"
    from (select * from put_right union all select * from left_alone) l order by at`.execute(db);
  return rows;
}
