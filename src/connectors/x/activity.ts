import { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../core/ids.ts';
import { id, lenient } from '../shared/shapes.ts';
import { ignored } from './ignored.ts';
import { toldEncrypted } from './told-encrypted.ts';
import { toldMessages } from './told-message.ts';
import { toldPost } from './told-post.ts';

const Activity = z.looseObject({
  event_type: z.string(),
  filter: lenient(z.looseObject({ user_id: lenient(id) })),
  payload: z.looseObject({}),
  includes: z.unknown().optional(),
});
const Deleted = z.looseObject({ id });

/** One event of the X Activity API. `receivedAt`: when a deletion was told, since it carries no time. */
export function readActivity(raw: unknown, beside: unknown, receivedAt: Date): readonly ChannelEvent[] {
  const read = Activity.safeParse(raw);
  if (!read.success) return [ignored('An event without its kind or what it is about.')];
  const { event_type: kind, filter, payload, includes } = read.data;
  if (kind === 'oauth.revoke')
    return [
      ignored('Somebody took the rights of the app back; the next look at the account says whether it was ours.'),
    ];
  const account = filter?.user_id as ExternalAccountId | undefined;
  if (account === undefined) return [ignored('It does not say whose account it is about.')];
  switch (kind) {
    case 'post.create':
    case 'post.mention.create':
    case 'post.reply.create':
    case 'post.quote.create':
      return toldPost(payload, includes ?? beside, account, kind === 'post.quote.create');
    case 'post.delete': {
      const gone = Deleted.safeParse(payload).data?.id;
      if (gone === undefined) return [ignored('A deletion that does not say of what.')];
      return [{ kind: 'deletion', account, id: gone as ExternalMessageId, at: receivedAt }];
    }
    case 'dm.received':
    case 'dm.sent':
    case 'dm.read':
      return toldMessages(payload, account);
    case 'chat.received':
    case 'chat.sent':
      return [toldEncrypted(payload, account)];
    default:
      return [ignored(whyIgnored(kind))];
  }
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^post\.repost\./, 'A repost says nothing new.'],
  [/^like\./, 'Who likes what is not kept, since lists do not tell it.'],
  [/^follow\./, 'Who follows whom is not kept.'],
  [/^profile\./, 'A changed profile is read with the next message.'],
  [/typing/, 'Typing is not a message.'],
  [/^chat\./, 'Somebody came into or left an encrypted conversation.'],
];
const whyIgnored = (kind: string): string =>
  REASONS.find(([test]) => test.test(kind))?.[1] ?? `Events of the kind "${kind.slice(0, 40)}" are not read.`;
