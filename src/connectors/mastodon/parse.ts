import type { z } from 'zod';
import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../core/ids.ts';
import { LISTEN_STREAM } from '../../core/listening/search.ts';
import { jsonIn } from '../shared/json.ts';
import { HISTORY_HEADER } from '../shared/pulled-entry.ts';
import { whyNot } from '../shared/shapes.ts';
import { LIKE } from './capabilities.ts';
import { contentOf } from './content.ts';
import { authorOf } from './person.ts';
import { readStatus } from './read-status.ts';
import { speaksTo } from './speaks-to.ts';
import { Entry, Status } from './status.ts';

const REACTIONS: Readonly<Record<string, string>> = { favourite: LIKE, reblog: 'repost' };

export function parse({ source, body, headers }: RawEntry, { account }: ParseContext): readonly ChannelEvent[] {
  if (account === null) return [ignored('It was read for no account.')];
  const entry = jsonIn(body);
  if (typeof entry !== 'object' || entry === null) return [ignored('It is not a JSON object.')];
  const isHistory = headers[HISTORY_HEADER] !== undefined;
  if ('notification' in entry)
    return [reading(Entry.notification, entry, (read) => notificationEvent(read, account, isHistory))];
  if ('status' in entry)
    return [
      reading(Entry.status, entry, ({ status, root, ownId }) => {
        const event = readStatus(status, account, root, isHistory);
        const isOverheard = source === LISTEN_STREAM && !speaksTo(status, account, root, ownId);
        return isOverheard && event.kind === 'message' && event.author.kind === 'contact'
          ? { ...event, isOverheard }
          : event;
      }),
    ];
  if ('edited' in entry) return [reading(Entry.edited, entry, ({ edited }) => editEvent(edited, account))];
  if ('gone' in entry)
    return [
      reading(Entry.gone, entry, ({ gone: { id, at } }) => ({
        kind: 'deletion',
        account,
        id: id as ExternalMessageId,
        at,
      })),
    ];
  return [ignored('Neither a notification nor a post.')];
}

const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

function notificationEvent(
  { notification, root }: z.infer<typeof Entry.notification>,
  account: ExternalAccountId,
  isHistory: boolean,
): ChannelEvent {
  const { type, status, account: by, created_at: at } = notification;
  if (type === 'mention' || type === 'quote')
    return reading(Status, status, (read) => readStatus(read, account, root, isHistory));
  if (type === 'update') return reading(Status, status, (read) => editEvent(read, account));
  const reaction = Object.hasOwn(REACTIONS, type) ? REACTIONS[type] : undefined;
  if (reaction === undefined)
    return ignored(`Notifications of the kind "${type.slice(0, 40).replace(/\W/g, '?')}" are not messages.`);
  return reading(Status, status, ({ id }) => ({
    kind: 'reaction',
    account,
    target: id as ExternalMessageId,
    by: authorOf(by, account),
    reaction,
    isRemoved: false,
    at,
  }));
}

/** A post of our own is no message: it is shown anew. */
function editEvent(status: Status, account: ExternalAccountId): ChannelEvent {
  const asNew = readStatus(status, account, undefined, false);
  if (asNew.kind === 'post') return asNew;
  const at = status.edited_at ?? status.created_at;
  return { kind: 'edit', account, id: status.id as ExternalMessageId, content: contentOf(status), at };
}

function reading<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  read: (value: z.infer<Schema>) => ChannelEvent,
): ChannelEvent {
  const result = schema.safeParse(value);
  return result.success ? read(result.data) : ignored(`It cannot be read: ${whyNot(result.error)}.`);
}
