import { type PulledSource, type PulledStream, Trouble } from '../../core/channel/connector.ts';
import type { MetaCredentials } from '../meta/credentials.ts';
import type { Graph } from '../meta/graph.ts';
import { historyMsOf } from '../meta/history.ts';
import { pullFeed } from './pull-feed.ts';
import { pullTags } from './pull-tags.ts';

const QUARTER_HOUR_MS = 15 * 60_000;
const STREAMS: readonly PulledStream[] = [
  { name: 'feed', everyMs: QUARTER_HOUR_MS, isReconciling: true },
  // Meta promises no webhook for every tag, so what is new here was not missed.
  { name: 'tags', everyMs: QUARTER_HOUR_MS },
];

/** The Page's own lists, as far as they go. */
export function sourceOver(graph: Graph, now: () => Date): PulledSource<MetaCredentials> {
  return {
    streams: () => STREAMS,
    async open(credentials, _account, settings) {
      const historyMs = historyMsOf(settings);
      return {
        async pull(stream, cursor) {
          if (stream === 'feed') return pullFeed(graph, credentials, cursor, now(), historyMs);
          if (stream === 'tags') return pullTags(graph, credentials, cursor, now(), historyMs);
          throw new Trouble('misconfigured', `Facebook has no list "${stream}".`);
        },
        async close() {},
      };
    },
  };
}
