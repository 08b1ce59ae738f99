import { z } from 'zod';
import type { Finding } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { id, lenient, moment, text } from '../shared/shapes.ts';
import { CLOCK_SKEW_MS, chooseFound, isSameText, SAME_SECOND_MS } from '../shared/timing.ts';
import type { MetaCredentials } from './credentials.ts';
import { judge } from './errors.ts';
import { asPage, type Graph } from './graph.ts';
import { walk } from './pages.ts';

/** Meta lets only this many of the newest messages of a conversation be read. Source: "Conversations API"; read 2026-11. */
const READABLE = 20;

const Message = z.object({
  id,
  created_time: moment,
  from: lenient(z.object({ id })),
  message: lenient(text),
  attachments: lenient(z.object({ data: z.array(z.unknown()) })),
});

/**
 * Looks for a private message of ours. The list does not show the mark that we send along, so it goes by author,
 * text and time; an empty text means a file.
 */
export async function findInConversation(
  graph: Graph,
  conversationId: string,
  said: string,
  madeAt: Date,
  credentials: MetaCredentials,
): Promise<Finding> {
  let seen = 0;
  const found = await walk(graph, asPage(credentials), {
    path: `${encodeURIComponent(conversationId)}/messages`,
    query: { fields: 'id,created_time,from,message,attachments', limit: String(READABLE) },
    item: Message,
    until: (one) => {
      seen += 1;
      return one.created_time.getTime() < madeAt.getTime() - CLOCK_SKEW_MS;
    },
    maxPages: 4,
  });
  if (found.kind === 'failed') {
    return {
      kind: 'unclear',
      detail: found.answer.kind === 'lost' ? found.answer.detail : judge(found.answer.error).detail,
    };
  }
  const isIt = (one: z.infer<typeof Message>) =>
    one.from?.id === credentials.pageId &&
    isSameText(one.message ?? '', said) &&
    (said !== '' || (one.attachments?.data.length ?? 0) > 0);
  const candidates = found.items.filter(isIt).map((one) => ({ id: one.id as ExternalMessageId, at: one.created_time }));
  // With twenty newer ones, what lies behind them cannot be read any more.
  const oldest = found.items.at(-1)?.created_time.getTime() ?? Number.POSITIVE_INFINITY;
  const isBehind = found.items.length < seen || oldest < madeAt.getTime() - SAME_SECOND_MS;
  const isWhole = found.isWhole && (isBehind || seen < READABLE);
  return chooseFound(candidates, madeAt, isWhole);
}
