import { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../core/ids.ts';
import { id, lenient } from '../shared/shapes.ts';
import { ignored } from './ignored.ts';
import { toldMessages } from './told-message.ts';
import { toldPost } from './told-post.ts';
import { isoOfMillis, stamp } from './v1-message.ts';
import { postOfV1 } from './v1-post.ts';

const list = lenient(z.array(z.unknown()));
const Body = z.looseObject({
  for_user_id: lenient(id),
  tweet_create_events: list,
  tweet_delete_events: list,
  direct_message_events: list,
  direct_message_mark_read_events: list,
});
const Deleted = z.looseObject({ status: z.looseObject({ id }), timestamp_ms: lenient(stamp) });

/** A body of the Account Activity API, in the shapes of version 1.1. Null: it is none. */
export function readAccountActivity(raw: unknown, receivedAt: Date): readonly ChannelEvent[] | null {
  const body = Body.safeParse(raw).data;
  if (!body) return null;
  if ('user_event' in body)
    return [
      ignored('Somebody took the rights of the app back; the next look at the account says whether it was ours.'),
    ];
  const account = body.for_user_id as ExternalAccountId | undefined;
  if (account === undefined) return null;
  const { direct_message_events: said, direct_message_mark_read_events: seen } = body;
  const events = [
    ...(body.tweet_create_events ?? []).flatMap((post) => readPost(post, account)),
    ...(body.tweet_delete_events ?? []).map((one) => readDeletion(one, account, receivedAt)),
    ...(said || seen ? toldMessages(body, account) : []),
  ];
  const others = Object.keys(body).filter((name) => name.endsWith('_events') && !(name in Body.shape));
  return [
    ...events,
    ...others.map((name) => ignored(`"${name.slice(0, 60)}" are not read.`)),
    ...(events.length + others.length === 0 ? [ignored('Nothing happened in it that is known here.')] : []),
  ];
}

function readPost(raw: unknown, account: ExternalAccountId): readonly ChannelEvent[] {
  const converted = postOfV1(raw);
  return converted ? toldPost(converted.post, converted.includes, account) : [ignored('A post without its number.')];
}

function readDeletion(raw: unknown, account: ExternalAccountId, receivedAt: Date): ChannelEvent {
  const gone = Deleted.safeParse(raw).data;
  if (!gone) return ignored('A deletion that does not say of what.');
  const at = gone.timestamp_ms === undefined ? undefined : isoOfMillis(gone.timestamp_ms);
  return {
    kind: 'deletion',
    account,
    id: gone.status.id as ExternalMessageId,
    at: at === undefined ? receivedAt : new Date(at),
  };
}
