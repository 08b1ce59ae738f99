import { type PulledSource, type PulledStream, Trouble } from '../../core/channel/connector.ts';
import type { MetaCredentials } from '../meta/credentials.ts';
import { judge } from '../meta/errors.ts';
import { asPage, type Graph } from '../meta/graph.ts';
import { historyMsOf } from '../meta/history.ts';
import { walk } from '../meta/pages.ts';
import { type ListedLine, pullConversations, READABLE } from '../meta/pull-conversations.ts';
import { asJson, unreadable } from '../meta/pulled.ts';
import { wait } from '../meta/wait.ts';
import { ListedMessage, MESSAGE_FIELDS } from './listed.ts';

const STREAMS: readonly PulledStream[] = [{ name: 'conversations', everyMs: 15 * 60_000, isReconciling: true }];

/** The list of conversations and the newest messages of each. */
export function sourceOver(graph: Graph, now: () => Date, conversationEveryMs: number): PulledSource<MetaCredentials> {
  return {
    streams: () => STREAMS,
    async open(credentials, _account, settings) {
      const closing = new AbortController();
      const list = {
        graph,
        as: asPage(credentials),
        owner: credentials.pageId,
        platform: 'messenger',
        network: 'Messenger',
        historyMs: historyMsOf(settings),
        messagesOf: (conversationId: string) => messagesOf(graph, credentials, conversationId),
        unreadable,
        pause: () => wait(conversationEveryMs, closing.signal),
      } as const;
      return {
        async pull(stream, cursor) {
          if (stream !== 'conversations') throw new Trouble('misconfigured', `Messenger has no list "${stream}".`);
          return pullConversations(list, cursor, now());
        },
        async close() {
          closing.abort();
        },
      };
    },
  };
}

/** Newest first, as Messenger lists them. */
async function messagesOf(
  graph: Graph,
  credentials: MetaCredentials,
  conversationId: string,
): Promise<readonly ListedLine[]> {
  const found = await walk(graph, asPage(credentials), {
    path: `${encodeURIComponent(conversationId)}/messages`,
    query: { fields: MESSAGE_FIELDS, limit: String(READABLE) },
    item: ListedMessage,
    maxPages: 4,
  });
  if (found.kind === 'failed') {
    // A conversation that was taken away meanwhile does not keep the others from being read.
    if (found.answer.kind === 'error' && judge(found.answer.error).means === 'gone') return [];
    throw unreadable(found.answer);
  }
  return found.items.map((message) => ({
    at: message.created_time,
    entry: { kind: 'message', message: asJson(message) },
  }));
}
