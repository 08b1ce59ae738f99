import { type PulledSource, type PulledStream, Trouble } from '../../core/channel/connector.ts';
import { wait } from '../meta/wait.ts';
import type { InstagramCredentials } from './credentials.ts';
import { pullComments } from './pull-comments.ts';
import { pullConversations } from './pull-conversations.ts';
import { pullTags } from './pull-tags.ts';
import type { Roads } from './road.ts';

const QUARTER_HOUR_MS = 15 * 60_000;
const STREAMS: readonly PulledStream[] = [
  { name: 'comments', everyMs: QUARTER_HOUR_MS, isReconciling: true },
  { name: 'conversations', everyMs: QUARTER_HOUR_MS, isReconciling: true },
  // Nothing else tells of tags, so what is new here was not missed.
  { name: 'tags', everyMs: QUARTER_HOUR_MS },
];

/** Instagram's own lists, as far as they go. */
export function sourceOver(
  roads: Roads,
  now: () => Date,
  conversationEveryMs: number,
): PulledSource<InstagramCredentials> {
  return {
    streams: () => STREAMS,
    async open(credentials) {
      const road = roads(credentials);
      const closing = new AbortController();
      const pause = () => wait(conversationEveryMs, closing.signal);
      return {
        async pull(stream, cursor) {
          if (stream === 'comments') return pullComments(road, cursor, now());
          if (stream === 'conversations') return pullConversations(road, cursor, now(), pause);
          if (stream === 'tags') return pullTags(road, cursor);
          throw new Trouble('misconfigured', `Instagram has no list "${stream}".`);
        },
        async close() {
          closing.abort();
        },
      };
    },
  };
}
