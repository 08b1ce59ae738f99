import { sql } from 'kysely';
import type { Reach } from '../../core/channel/event.ts';
import type { ContactId, ConversationId, InboxId, MessageId, WorkspaceId } from '../../core/ids.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader } from '../database.ts';
import { isUuid } from '../uuids.ts';
import { authorName } from './author-name.ts';
import { badCursor, isMoment, markOf, packCursor, unpackCursor } from './cursor.ts';

export interface Moment {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId;
  readonly channel: string;
  readonly inboxId: InboxId;
  readonly reach: Reach;
  readonly direction: 'inbound' | 'outbound' | 'note';
  readonly authorName: string;
  readonly text: string;
  readonly files: number;
  readonly at: Date;
}

/** Everything said by and to a person, on every channel, the newest first. Throws `bad_cursor`. */
export async function readPersonLine(
  db: Reader,
  workspaceId: WorkspaceId,
  contactId: ContactId,
  {
    visible,
    cursor,
    limit,
  }: { readonly visible: readonly InboxId[] | null; readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ readonly items: readonly Moment[]; readonly cursor: string | null }> {
  const mark = markOf(['line', contactId]);
  const after = cursor === undefined ? null : readPlace(mark, cursor);
  const ahead = after ? sql`and (m.sent_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  // Of each conversation no more than a page: whoever wrote for years costs as much as whoever wrote yesterday.
  const { rows } = await sql<Moment & { readonly place: string }>`
    select m.id as "messageId", m.conversation_id as "conversationId", b.channel, m.inbox_id as "inboxId", m.reach, m.direction, m.text, m.sent_at as at,
      ${authorName(workspaceId)} as "authorName",
      (select count(*)::integer from media d where d.workspace_id = ${workspaceId} and d.message_id = m.id) as files,
      to_json(m.sent_at) #>> '{}' as place
    from (
      select said.id, said.sent_at from conversations c cross join lateral (
        select m.id, m.sent_at from messages m where m.workspace_id = ${workspaceId} and m.conversation_id = c.id ${ahead} and ${inInboxes(visible, 'm')}
        order by m.sent_at desc, m.id desc limit ${limit + 1}) said
      where c.workspace_id = ${workspaceId} and c.contact_id = ${contactId} and ${inInboxes(visible)}
      order by said.sent_at desc, said.id desc limit ${limit + 1}) line
    join messages m on m.workspace_id = ${workspaceId} and m.id = line.id
    join inboxes b on b.workspace_id = ${workspaceId} and b.id = m.inbox_id
    order by m.sent_at desc, m.id desc`.execute(db);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = last && rows.length > limit;
  return {
    items,
    cursor: more ? packCursor(mark, [last.place, last.messageId]) : null,
  };
}

function readPlace(mark: string, text: string): { readonly at: string; readonly id: string } {
  const [at, id] = unpackCursor(mark, text);
  if (typeof at !== 'string' || !isMoment(at) || !isUuid(id)) throw badCursor();
  return { at, id };
}
