import { z } from 'zod';
import type { ParseContext } from '../../core/channel/connector.ts';
import type { Attachment, Content } from '../../core/channel/content.ts';
import type { ChannelEvent, Person } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalIdentityId, ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { ignored } from '../meta/envelope.ts';
import { listedFiles } from '../meta/listed-files.ts';
import { parseJson } from '../shared/json.ts';
import { id, lenient, millis, moment, text, webUrl, whyNot } from '../shared/shapes.ts';

const Named = z.object({ id, name: lenient(text) });

/** A message as the list of its conversation shows it. */
export const ListedMessage = z.object({
  id,
  created_time: moment,
  from: lenient(Named),
  to: lenient(z.object({ data: z.array(Named) })),
  message: lenient(text),
  attachments: lenient(z.object({ data: z.array(z.unknown()) })),
  sticker: lenient(webUrl),
  shares: lenient(z.object({ data: z.array(z.object({ link: lenient(webUrl), name: lenient(text) })) })),
});
type ListedMessage = z.infer<typeof ListedMessage>;
export const MESSAGE_FIELDS = 'id,created_time,from,to,message,attachments,sticker,shares';

/** What the source puts into the ledger. */
const Listed = z.object({
  kind: z.literal('message'),
  isHistory: z.boolean(),
  /** When it stood there so, in milliseconds. */
  seenAt: millis,
  message: ListedMessage,
});

/** Lists lag: what was changed in the last minute is left to its webhook. */
const LAG_MS = 60_000;

export function readListed(body: Uint8Array, account: ParseContext['account']): ChannelEvent[] {
  if (account === null) return [ignored('read from a list of no inbox')];
  let json: unknown;
  try {
    json = parseJson(body);
  } catch {
    return [ignored('the body is not JSON')];
  }
  const listed = Listed.safeParse(json);
  if (!listed.success) return [ignored(`something listed that cannot be read: ${whyNot(listed.error)}`)];
  return readMessage(listed.data, account);
}

function readMessage(
  { message, isHistory, seenAt }: z.infer<typeof Listed>,
  account: ExternalAccountId,
): ChannelEvent[] {
  const person = otherOf(message, account);
  if (!person) return [ignored('a message that names no person')];
  const isOurs = message.from?.id === account;
  const id = message.id as ExternalMessageId;
  const content = contentOf(message);
  const said: ChannelEvent = {
    kind: 'message',
    account,
    id,
    thread: {
      id: person.id as string as ExternalThreadId,
      kind: 'direct',
      reach: 'owned_private',
      counterpart: person,
    },
    author: isOurs ? { kind: 'business' } : { kind: 'contact', person },
    content,
    sentAt: message.created_time,
    ...(isHistory ? { isHistory: true } : {}),
  };
  const at = new Date(seenAt.getTime() - LAG_MS);
  // The list does not say that a message was edited: where its words are others than those we have, it was.
  const isEditable = !isHistory && !isOurs && content.text !== '' && at > message.created_time;
  return isEditable
    ? [said, { kind: 'edit', account, id, content: { text: content.text, attachments: [] }, at }]
    : [said];
}

/** A line has two sides: who is not the Page. */
function otherOf({ from, to }: ListedMessage, account: string): Person | null {
  const other = [from, ...(to?.data ?? [])].find((one) => one !== undefined && one.id !== account);
  if (!other) return null;
  return { id: other.id as ExternalIdentityId, scope: account, ...(other.name ? { name: other.name } : {}) };
}

function contentOf({ message, attachments, sticker, shares }: ListedMessage): Content {
  const all: Attachment[] = [...listedFiles(attachments?.data ?? [])];
  if (sticker) all.push({ kind: 'sticker', source: { kind: 'url', url: sticker } });
  for (const { link, name } of shares?.data ?? [])
    if (link) all.push({ kind: 'link', source: { kind: 'none' }, href: link, ...(name ? { title: name } : {}) });
  // Something was said, even where Meta passes on nothing of it.
  if (!message?.trim() && all.length === 0)
    all.push({ kind: 'unsupported', source: { kind: 'none' }, title: 'Something that Messenger does not pass on' });
  return { text: message ?? '', attachments: all };
}
