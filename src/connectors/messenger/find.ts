import { z } from 'zod';
import type { Finding, Outgoing } from '../../core/channel/outgoing.ts';
import { findInConversation } from '../meta/conversation.ts';
import type { MetaCredentials } from '../meta/credentials.ts';
import { judge } from '../meta/errors.ts';
import { asPage, type Graph } from '../meta/graph.ts';
import { walk } from '../meta/pages.ts';
import { id } from '../shared/shapes.ts';
import { personOf } from './send.ts';

/** Looks in the newest messages of the person's line for one whose outcome is unknown. */
export async function findAct(graph: Graph, act: Outgoing, credentials: MetaCredentials): Promise<Finding> {
  // A reaction cannot be read back, and putting it there twice is the same as once.
  if (act.kind === 'like' || act.kind === 'unlike') return { kind: 'absent' };
  if (act.kind !== 'reply') return { kind: 'unclear', detail: 'Messenger has no such act.' };
  const lines = await walk(graph, asPage(credentials), {
    path: `${credentials.pageId}/conversations`,
    query: { platform: 'messenger', user_id: personOf(act), fields: 'id' },
    item: z.object({ id }),
  });
  if (lines.kind === 'failed') {
    return {
      kind: 'unclear',
      detail: lines.answer.kind === 'lost' ? lines.answer.detail : judge(lines.answer.error).detail,
    };
  }
  const [line] = lines.items;
  if (!line) return { kind: 'absent' };
  return findInConversation(graph, line.id, act.content.text, act.createdAt, credentials);
}
