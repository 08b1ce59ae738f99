import { type RawBuilder, sql } from 'kysely';
import type { ContactId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import { authorName } from '../conversations/author-name.ts';
import { badCursor, isMoment, markOf, packCursor, unpackCursor } from '../conversations/cursor.ts';
import type { Reader } from '../database.ts';
import { isUuid } from '../uuids.ts';

export type StoryKind = 'said' | 'note' | 'task' | 'order';
export interface StoryRow {
  readonly id: string;
  readonly kind: StoryKind;
  readonly at: Date;
  readonly channel: string | null;
  readonly reach: string | null;
  readonly direction: string | null;
  readonly isCall: boolean;
  readonly who: string | null;
  readonly text: string;
  readonly conversationId: string | null;
  readonly isDone: boolean | null;
  /** What an order came to, in its whole units; null: it is none. */
  readonly amount: string | null;
  readonly currency: string | null;
}
export interface StoryAsked {
  readonly visible: readonly InboxId[] | null;
  readonly channel?: string | undefined;
  readonly kind?: StoryKind | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * Everything with one person, whatever the channel, the newest first: what was said and called, noted, to be done, and
 * bought. Of each source no more than a page is read. Throws `bad_cursor`.
 */
export async function readStory(
  db: Reader,
  workspaceId: WorkspaceId,
  contactId: ContactId,
  asked: StoryAsked,
): Promise<{ readonly items: readonly StoryRow[]; readonly cursor: string | null }> {
  const { channel, kind, limit } = asked;
  const mark = markOf(['story', contactId, channel ?? null, kind ?? null]);
  const after = asked.cursor === undefined ? null : readPlace(mark, asked.cursor);
  const most = limit + 1;
  const sources = SOURCES.filter((one) => (kind === undefined || one.kind === kind) && (!channel || one.hasChannel));
  if (sources.length === 0) return { items: [], cursor: null };
  const parts = sources.map(({ of }) => sql`(${of(workspaceId, contactId, asked, after, most)})`);
  const { rows } = await sql<StoryRow & { readonly place: string }>`
    select story.*, to_json(story.at) #>> '{}' as place from (${sql.join(parts, sql` union all `)})
      story (id, kind, at, channel, reach, direction, "isCall", who, text, "conversationId", "isDone", amount, currency)
    order by at desc, id desc limit ${most}`.execute(db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(({ place: _, ...item }) => item);
  return { items, cursor: last && rows.length > limit ? packCursor(mark, [last.place, last.id]) : null };
}

interface Place {
  readonly at: string;
  readonly id: string;
}
type Source = (
  workspaceId: WorkspaceId,
  contactId: ContactId,
  asked: StoryAsked,
  after: Place | null,
  most: number,
) => RawBuilder<unknown>;

const ahead = (after: Place | null, at: string, id: string) =>
  after ? sql`and (${sql.ref(at)}, ${sql.ref(id)}) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;

const said: Source = (workspaceId, contactId, { visible, channel }, after, most) => sql`
  select m.id, 'said' as kind, m.sent_at as at, b.channel, m.reach, m.direction, coalesce(m.content ? 'call', false) as "isCall",
    ${authorName(workspaceId)} as who, m.text, m.conversation_id as "conversationId", null::boolean as "isDone",
    null::text as amount, null::text as currency
  from (select said.id from conversations c cross join lateral (
      select m.id, m.sent_at from messages m where m.workspace_id = ${workspaceId} and m.conversation_id = c.id
        ${ahead(after, 'm.sent_at', 'm.id')} and ${inInboxes(visible, 'm')}
        ${channel ? sql`and m.inbox_id in (select x.id from inboxes x where x.workspace_id = ${workspaceId} and x.channel = ${channel})` : sql``}
      order by m.sent_at desc, m.id desc limit ${most}) said
    where c.workspace_id = ${workspaceId} and c.contact_id = ${contactId} and ${inInboxes(visible)}
    order by said.sent_at desc, said.id desc limit ${most}) line
  join messages m on m.workspace_id = ${workspaceId} and m.id = line.id
  join inboxes b on b.workspace_id = ${workspaceId} and b.id = m.inbox_id`;

const notes: Source = (workspaceId, contactId, _asked, after, most) => sql`
  select n.id, 'note', n.created_at, null, null, null, false, a.name, n.text, null::uuid, null::boolean, null::text, null::text
  from contact_notes n left join agents a on a.workspace_id = ${workspaceId} and a.id = n.author_id
  where n.workspace_id = ${workspaceId} and n.contact_id = ${contactId} ${ahead(after, 'n.created_at', 'n.id')}
  order by n.created_at desc, n.id desc limit ${most}`;

const tasks: Source = (workspaceId, contactId, { visible, channel }, after, most) => sql`
  select k.id, 'task', k.created_at, c.channel, null, null, false, a.name, k.text, k.conversation_id, k.done_at is not null, null::text, null::text
  from conversations c
  join tasks k on k.workspace_id = ${workspaceId} and k.conversation_id = c.id
  left join agents a on a.workspace_id = ${workspaceId} and a.id = k.created_by
  where c.workspace_id = ${workspaceId} and c.contact_id = ${contactId} and ${inInboxes(visible)}
    ${channel ? sql`and c.channel = ${channel}` : sql``} ${ahead(after, 'k.created_at', 'k.id')}
  order by k.created_at desc, k.id desc limit ${most}`;

const orders: Source = (workspaceId, contactId, _asked, after, most) => sql`
  select o.id, 'order', o.placed_at, null, null, null, false, null, o.number, null::uuid, null::boolean, o.total::text, o.currency
  from orders o where o.workspace_id = ${workspaceId} and o.contact_id = ${contactId} ${ahead(after, 'o.placed_at', 'o.id')}
  order by o.placed_at desc, o.id desc limit ${most}`;

const SOURCES: readonly { readonly kind: StoryKind; readonly hasChannel: boolean; readonly of: Source }[] = [
  { kind: 'said', hasChannel: true, of: said },
  { kind: 'note', hasChannel: false, of: notes },
  { kind: 'task', hasChannel: true, of: tasks },
  { kind: 'order', hasChannel: false, of: orders },
];

function readPlace(mark: string, text: string): Place {
  const [at, id] = unpackCursor(mark, text);
  if (typeof at !== 'string' || !isMoment(at) || !isUuid(id)) throw badCursor();
  return { at, id };
}
