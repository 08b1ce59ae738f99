import { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../core/ids.ts';
import { id, whyNot } from '../shared/shapes.ts';
import { ignored } from './ignored.ts';
import { directThread } from './parse-message.ts';
import { authorOf } from './person.ts';
import { NOTHING_INCLUDED } from './shapes.ts';
import { isoOfMillis, lineBetween, stamp } from './v1-message.ts';

const Chat = z.looseObject({ id, sender_id: id, conversation_id: id, created_at_msec: stamp });

/**
 * A message of X Chat: who wrote when to whom can be read, the words only with the keys of the account. It stands in the
 * line of the two as something to be opened on x.com, so that nobody waits unseen.
 */
export function toldEncrypted(raw: unknown, account: ExternalAccountId): ChannelEvent {
  const read = Chat.safeParse(raw);
  if (!read.success) return ignored(`The encrypted message is not complete: ${whyNot(read.error)}`);
  const { id: number, sender_id: sender, conversation_id: conversation, created_at_msec: ms } = read.data;
  const at = isoOfMillis(ms);
  if (at === undefined) return ignored('The encrypted message has no time.');
  const [one, other] = /^(\d+)[:-](\d+)$/.exec(conversation)?.slice(1) ?? [];
  const line = one === undefined || other === undefined ? conversation : lineBetween(one, other);
  if (one !== undefined && one !== account && other !== account)
    return ignored('The account has no part in this encrypted message.');
  const thread = directThread(line, NOTHING_INCLUDED, account);
  const title = 'An encrypted message: read and answer it on x.com';
  const link = { kind: 'link', source: { kind: 'none' }, href: PLACE, title } as const;
  return {
    kind: 'message',
    account,
    id: number as ExternalMessageId,
    thread,
    author: authorOf(sender, [], account),
    content: { text: '', attachments: [link] },
    sentAt: new Date(at),
    permalink: PLACE,
  };
}

/** Where the account's messages are; lines of X Chat have no address that is documented. */
const PLACE = 'https://x.com/messages';
