import { z } from 'zod';
import type { ParseContext } from '../../core/channel/connector.ts';
import type { Attachment } from '../../core/channel/content.ts';
import type { Author, ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId, ExternalThreadId } from '../../core/ids.ts';
import { directThread } from '../meta/line-place.ts';
import { parseJson } from '../shared/json.ts';
import { id, lenient, moment, text, webUrl, whyNot } from '../shared/shapes.ts';
import { From } from './comment.ts';
import { ignored } from './envelope.ts';
import { directContent, ListedMessage } from './listed-message.ts';
import { accountOf, authorOf, namedPerson, personOf } from './person.ts';

const ListedComment = z.object({
  id,
  text: lenient(text),
  timestamp: moment,
  username: lenient(text.pipe(z.string().max(300))),
  from: lenient(From),
  hidden: lenient(z.boolean()),
  parent_id: lenient(id),
});
const Media = z.object({
  id,
  caption: lenient(text),
  permalink: lenient(webUrl),
  timestamp: lenient(moment),
  username: lenient(text.pipe(z.string().max(300))),
  media_type: lenient(z.string()),
  media_url: lenient(webUrl),
});

/** What the source puts into the ledger: one thing of one of Instagram's lists, as it stood there. */
const Listed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('comment'), isHistory: z.boolean(), media: Media, comment: ListedComment }),
  z.object({ kind: z.literal('message'), isHistory: z.boolean(), participant: From, message: ListedMessage }),
  z.object({ kind: z.literal('tag'), isHistory: z.boolean(), media: Media }),
]);
type Of<Kind> = z.infer<typeof Listed> & { readonly kind: Kind };

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
  const { data } = listed;
  if (data.kind === 'comment') return readComment(data, account);
  if (data.kind === 'message') return [readMessage(data, account)];
  return [readTag(data, account)];
}

function readComment({ comment, media, isHistory }: Of<'comment'>, account: string): ChannelEvent[] {
  const parent = comment.parent_id === media.id ? undefined : comment.parent_id;
  const common = { account: accountOf(account), id: comment.id as ExternalMessageId };
  const said: ChannelEvent = {
    kind: 'message',
    ...common,
    thread: {
      id: media.id as ExternalThreadId,
      kind: 'post',
      reach: 'owned_public',
      ...(media.permalink ? { permalink: media.permalink } : {}),
    },
    author: commenter(comment, media, account),
    ...(parent === undefined ? {} : { parent: parent as ExternalMessageId }),
    content: { text: comment.text ?? '', attachments: [] },
    sentAt: comment.timestamp,
    ...(media.permalink ? { permalink: media.permalink } : {}),
    ...(isHistory ? { isHistory: true } : {}),
    ...(parent === undefined ? {} : { remote: { top: parent } }),
  };
  return comment.hidden ? [said, { kind: 'visibility', ...common, isHidden: true, at: comment.timestamp }] : [said];
}

function commenter(
  { from, username }: z.infer<typeof ListedComment>,
  media: z.infer<typeof Media>,
  account: string,
): Author {
  const name = from?.username ?? username;
  // The post is ours, so its name is our own, by whatever id this list knows us.
  if (name !== undefined && name === media.username) return { kind: 'business' };
  if (from) return authorOf({ id: from.id, username: name }, account);
  if (username === undefined) return { kind: 'unknown' };
  return { kind: 'contact', person: namedPerson(username, account) };
}

function readMessage({ message, participant, isHistory }: Of<'message'>, account: string): ChannelEvent {
  const person = personOf(participant.id, participant.username, account);
  return {
    kind: 'message',
    account: accountOf(account),
    id: message.id as ExternalMessageId,
    thread: directThread(person),
    // A line has two sides: who is not the person is the account, by whatever id this list knows it.
    author: isTheirs(message, participant.id) ? { kind: 'contact', person } : { kind: 'business' },
    content: directContent(message),
    sentAt: message.created_time,
    ...(isHistory ? { isHistory: true } : {}),
  };
}

const isTheirs = ({ from, to }: Of<'message'>['message'], personId: string): boolean =>
  from ? from.id === personId : !to?.data.some(({ id: other }) => other === personId);

/** A picture of somebody else in which the account is tagged. */
function readTag({ media, isHistory }: Of<'tag'>, account: string): ChannelEvent {
  if (!media.timestamp) return ignored('a tagged post without its time');
  const link = media.permalink;
  const picture: Attachment[] =
    media.media_url === undefined
      ? []
      : [
          {
            kind: media.media_type === 'VIDEO' ? 'video' : 'image',
            source: { kind: 'url', url: media.media_url },
          },
        ];
  return {
    kind: 'message',
    account: accountOf(account),
    id: media.id as ExternalMessageId,
    thread: {
      id: media.id as ExternalThreadId,
      kind: 'post',
      reach: 'earned',
      ...(link ? { permalink: link } : {}),
    },
    author: media.username ? { kind: 'contact', person: namedPerson(media.username, account) } : { kind: 'unknown' },
    content: { text: media.caption ?? '', attachments: picture },
    sentAt: media.timestamp,
    ...(link ? { permalink: link } : {}),
    ...(isHistory ? { isHistory: true } : {}),
    remote: { mention: 'tag', ...(link ? { link } : {}) },
  };
}
