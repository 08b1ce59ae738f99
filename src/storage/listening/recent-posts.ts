import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Understood } from '../../core/understanding/understood.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import type { Reader } from '../database.ts';
import { unpackUnderstood } from '../packed-understood.ts';
import type { SaidPublicly } from './hits.ts';

/** With all that was understood of it, for a rule to look at. */
export interface RecentPost extends SaidPublicly {
  readonly understood: Understood | null;
}
type Row = Omit<RecentPost, 'understood' | 'sentiment' | 'urgency'>;

const DAYS = 30;
/** Behind so many newer messages, private ones too, nobody looks any further. */
const LOOKED_AT = 20_000;

/** What was said in public within the last 30 days, to us or overheard, the newest first. */
export async function listRecentPosts(
  db: Reader,
  workspaceId: WorkspaceId,
  { visible, limit }: { readonly visible: readonly InboxId[] | null; readonly limit: number },
  now: Date,
): Promise<readonly RecentPost[]> {
  const since = new Date(now.getTime() - DAYS * 86_400_000);
  const messages = await sql<Row & { understood: string | null }>`
    select i.channel, m.inbox_id as "inboxId", m.text, m.permalink, m.sent_at as "saidAt", m.language, m.understood,
      jsonb_array_length(coalesce(m.content -> 'attachments', '[]')) as media,
      jsonb_build_object('name', coalesce(p.name, p.handle, ''), 'handle', p.handle, 'avatarUrl', p.avatar_url, 'followers', p.followers) as author
    from (
      select * from messages where workspace_id = ${workspaceId} and conversation_id is not null and sent_at >= ${since} and sent_at <= ${now}
      order by sent_at desc, id desc limit ${sql.lit(LOOKED_AT)}
    ) m
    join inboxes i on i.workspace_id = ${workspaceId} and i.id = m.inbox_id
    left join identities p on p.workspace_id = ${workspaceId} and p.id = m.identity_id
    where m.direction = 'inbound' and m.reach <> 'owned_private' and m.deleted_at is null and m.text <> '' and ${inInboxes(visible, 'm')}
    order by m.sent_at desc, m.id desc limit ${limit}`.execute(db);
  const hits = await sql<Row & { understood: Understood | null } & Pick<SaidPublicly, 'sentiment' | 'urgency'>>`
    select h.channel, h.inbox_id as "inboxId", h.author, h.text, h.permalink, h.said_at as "saidAt", h.language, h.sentiment, h.urgency, h.understood,
      jsonb_array_length(coalesce(h.event #> '{content,attachments}', '[]')) as media
    from hits h where h.workspace_id = ${workspaceId} and h.found_at >= ${since} and h.message_id is null and h.state <> 'gone'
      and h.said_at >= ${since} and ${inInboxes(visible, 'h')}
    order by h.found_at desc limit ${limit}`.execute(db);
  const posts = [...messages.rows.map(opened), ...hits.rows];
  return posts.toSorted((a, b) => b.saidAt.getTime() - a.saidAt.getTime()).slice(0, limit);
}

function opened(row: Row & { readonly understood: string | null }): RecentPost {
  const understood = row.understood === null ? null : unpackUnderstood(row.understood);
  return {
    ...row,
    understood,
    sentiment: understood?.sentiment.label ?? null,
    urgency: understood?.urgency.label ?? null,
  };
}
