import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../core/ids.ts';
import { LISTEN_STREAM } from '../../core/listening/search.ts';
import { headerOf } from '../shared/headers.ts';
import { parseJson } from '../shared/json.ts';
import { HISTORY_HEADER } from '../shared/pulled-entry.ts';
import { whyNot } from '../shared/shapes.ts';
import { type Settings, settingsOf } from './credentials.ts';
import {
  authorOf,
  commentThread,
  contentOf,
  countsOf,
  isOurs,
  linkOf,
  messageThread,
  postThread,
  remoteOf,
} from './place.ts';
import { Entry, type Post, standingOf, type Thing } from './shapes.ts';
import { speaksTo } from './speaks-to.ts';

interface Reader {
  readonly account: ExternalAccountId;
  readonly settings: Settings;
  readonly isHistory: boolean;
  /** A listening rule's search found it. */
  readonly isListened: boolean;
}

export function parse(entry: RawEntry, context: ParseContext): readonly ChannelEvent[] {
  const { account, receivedAt } = context;
  if (account === null) return [ignored('It was read for no account.')];
  const read = Entry.safeParse(jsonOf(entry.body));
  if (!read.success) return [ignored(`Not a comment, post or message that is complete: ${whyNot(read.error)}`)];
  const { thing, change } = read.data;
  const id = thing.data.name as ExternalMessageId;
  switch (change) {
    case 'deleted':
      return [{ kind: 'deletion', account, id, at: receivedAt }];
    case 'hidden':
    case 'shown':
      return [{ kind: 'visibility', account, id, isHidden: change === 'hidden', at: receivedAt }];
    case 'edited': {
      const at = typeof thing.data.edited === 'number' ? new Date(thing.data.edited * 1_000) : receivedAt;
      if (Number.isNaN(at.getTime())) return [ignored('It was edited at no possible time.')];
      return [{ kind: 'edit', account, id, content: contentOf(thing), at }];
    }
    case 'new': {
      const isHistory = headerOf(entry.headers, HISTORY_HEADER) !== undefined;
      const isListened = entry.source === LISTEN_STREAM;
      const said = saidBy(thing, { account, settings: settingsOf(context.settings), isHistory, isListened });
      const isHidden = standingOf(thing) === 'hidden';
      return said.kind === 'message' && isHidden
        ? [said, { kind: 'visibility', account, id, isHidden, at: receivedAt }]
        : [said];
    }
  }
}

function saidBy(thing: Thing, reader: Reader): ChannelEvent {
  const { account, settings, isHistory } = reader;
  const { data } = thing;
  if (standingOf(thing) === 'gone') return ignored('It was deleted before it was read.');
  if (thing.kind === 't3' && isOurs(thing.data, account, settings)) return ownPost(thing.data, thing, reader);
  const author = authorOf(data, account, settings);
  const thread =
    thing.kind === 't1'
      ? commentThread(thing.data, settings)
      : thing.kind === 't3'
        ? postThread(thing.data, settings)
        : messageThread(thing.data, author);
  if (!thread) return ignored('A comment that does not say below which post it stands.');
  const parent = thing.kind === 't3' ? undefined : thing.data.parent_id;
  const context = thing.kind === 't1' ? thing.data.context : undefined;
  const permalink = linkOf(data.permalink ?? context);
  return {
    kind: 'message',
    account,
    id: data.name as ExternalMessageId,
    thread,
    author,
    ...(parent === undefined || thing.kind === 't4' ? {} : { parent: parent as ExternalMessageId }),
    content: contentOf(thing),
    sentAt: data.created_utc,
    ...(permalink ? { permalink } : {}),
    ...(data.author === 'AutoModerator' ? { automatic: 'bot' as const } : {}),
    ...(isHistory ? { isHistory } : {}),
    ...(reader.isListened && author.kind !== 'business' && !speaksTo(thing, account, settings)
      ? { isOverheard: true }
      : {}),
    remote: remoteOf(data),
  };
}

function ownPost(post: Post, thing: Thing, { account, settings }: Reader): ChannelEvent {
  const counts = countsOf(post);
  const permalink = linkOf(post.permalink);
  return {
    kind: 'post',
    account,
    thread: postThread(post, settings),
    author: { kind: 'business' },
    content: contentOf(thing),
    at: post.created_utc,
    ...(permalink ? { permalink } : {}),
    ...(counts ? { counts } : {}),
    remote: remoteOf(post),
  };
}

export const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

function jsonOf(body: Uint8Array): unknown {
  try {
    return parseJson(body);
  } catch {
    return undefined;
  }
}
