import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../core/ids.ts';
import { LISTEN_STREAM } from '../../core/listening/search.ts';
import { HISTORY_HEADER } from '../shared/pulled-entry.ts';
import { field } from './account-calls.ts';
import { LIKE } from './capabilities.ts';
import { Entry, PostView } from './lexicon.ts';
import { logEvent } from './parse-chat.ts';
import { postEvent } from './parse-post.ts';
import { contactOf } from './person.ts';
import { speaksTo } from './speaks-to.ts';

/** What a notification's reason makes of the post in it. Others (follows, verifications) are nothing to answer. */
const SAID = new Set(['mention', 'reply', 'quote']);
const REACTIONS: Readonly<Record<string, string>> = { like: LIKE, repost: 'repost' };

export function parse(entry: RawEntry, context: ParseContext): readonly ChannelEvent[] {
  const account = context.account;
  if (account === null) return [ignored('It was read for no account.')];
  const body = jsonOf(entry.body);
  if (typeof body !== 'object' || body === null) return [ignored('It is not a JSON object.')];
  const isHistory = entry.headers[HISTORY_HEADER] !== undefined;

  if ('notification' in body) return [notificationEvent(body, account, isHistory)];
  if ('log' in body) {
    const read = Entry.log.safeParse(body);
    return [
      read.success ? logEvent(read.data, account, isHistory) : ignored('The line of the message log is not complete.'),
    ];
  }
  if ('deleted' in body) {
    const read = Entry.deleted.safeParse(body);
    if (!read.success) return [ignored('The deletion does not say of what.')];
    const { uri, at } = read.data.deleted;
    return [{ kind: 'deletion', account, id: uri as ExternalMessageId, at }];
  }
  if ('post' in body) {
    const read = Entry.post.safeParse(body);
    if (!read.success) return [ignored('The post is not complete.')];
    const event = postEvent(read.data.post, account, isHistory);
    const isOverheard = entry.source === LISTEN_STREAM && !speaksTo(read.data.post, account);
    return [
      isOverheard && event.kind === 'message' && event.author.kind === 'contact' ? { ...event, isOverheard } : event,
    ];
  }
  return [ignored('Neither a notification, a post nor a direct message.')];
}

function notificationEvent(body: object, account: ExternalAccountId, isHistory: boolean): ChannelEvent {
  const read = Entry.notification.safeParse(body);
  if (!read.success) return ignored('The notification is not complete.');
  const { notification, post } = read.data;
  const { reason, author, reasonSubject, indexedAt } = notification;

  if (SAID.has(reason)) {
    // the view carries pictures with addresses; the bare record is enough when there was no view to be had
    const facts = post ?? PostView.safeParse(field(body, 'notification')).data;
    return facts ? postEvent(facts, account, isHistory) : ignored('The post in it has no text.');
  }
  const reaction = REACTIONS[reason];
  if (reaction === undefined) return ignored(`Notifications of the kind "${reason.slice(0, 40)}" are not messages.`);
  if (reasonSubject === undefined) return ignored(`The ${reason} does not say of what.`);
  return {
    kind: 'reaction',
    account,
    target: reasonSubject as ExternalMessageId,
    by: author.did === account ? { kind: 'business' } : contactOf(author),
    reaction,
    isRemoved: false,
    at: indexedAt,
  };
}

export const ignored = (why: string): ChannelEvent => ({ kind: 'ignored', why });

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
