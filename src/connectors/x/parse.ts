import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import { LISTEN_STREAM } from '../../core/listening/search.ts';
import { headerOf } from '../shared/headers.ts';
import { parseJson } from '../shared/json.ts';
import { HISTORY_HEADER } from '../shared/pulled-entry.ts';
import { whyNot } from '../shared/shapes.ts';
import { ignored } from './ignored.ts';
import { messageEvent } from './parse-message.ts';
import { postEvents } from './parse-post.ts';
import { readWebhook } from './parse-webhook.ts';
import { PulledMessage, PulledPost } from './shapes.ts';

/** One post or direct message, as the source wrote it down, or what X told by itself. */
export function parse(entry: RawEntry, { account, receivedAt }: ParseContext): readonly ChannelEvent[] {
  const body = jsonOf(entry.body);
  if (typeof body !== 'object' || body === null) return [ignored('It is not a JSON object.')];
  if (entry.source === 'webhook') return readWebhook(body, receivedAt);
  if (account === null) return [ignored('It was read for no account.')];
  const isHistory = headerOf(entry.headers, HISTORY_HEADER) !== undefined;
  if ('post' in body) {
    const read = PulledPost.safeParse(body);
    if (!read.success) return [ignored(`The post is not complete: ${whyNot(read.error)}`)];
    const { post, includes, isOurRoot = false } = read.data;
    return postEvents(post, account, { includes, isOurRoot, isHistory, isListened: entry.source === LISTEN_STREAM });
  }
  if ('dm' in body) {
    const read = PulledMessage.safeParse(body);
    if (!read.success) return [ignored(`The direct message is not complete: ${whyNot(read.error)}`)];
    return [messageEvent(read.data.dm, read.data.includes, account, isHistory)];
  }
  return [ignored('Neither a post nor a direct message.')];
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return parseJson(body);
  } catch {
    return undefined;
  }
}
