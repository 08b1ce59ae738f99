import { Trouble } from '../../core/channel/connector.ts';
import type { Finding, Outgoing } from '../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import { type Candidate, chooseFound, isSameText } from '../shared/timing.ts';
import type { Calls } from './calls.ts';
import { listComments } from './list.ts';
import { placeOf } from './send.ts';
import { Comment } from './shapes.ts';

const PAGES = 4;

/** Liking, hiding and deleting may be done twice without harm, so only answers are looked for. */
export async function findAct(calls: Calls, act: Outgoing): Promise<Finding> {
  const place = act.kind === 'reply' ? placeOf(act) : null;
  if (act.kind !== 'reply' || !place) return { kind: 'absent' };
  const { video, comment } = place;
  const candidates: Candidate[] = [];
  let cursor: string | undefined;
  let isWhole = false;
  try {
    for (let page = 0; page < PAGES && !isWhole; page++) {
      const listed = await listComments(calls, { video, comment, ...(cursor === undefined ? {} : { cursor }) });
      if ('kind' in listed) return { kind: 'unclear', detail: listed.message };
      for (const raw of listed.items) {
        const one = Comment.safeParse(raw).data;
        // it may be the one that is looked for
        if (!one) return { kind: 'unclear', detail: 'TikTok lists a comment that cannot be read.' };
        if (one.owner && isSameText(one.text ?? '', act.content.text))
          candidates.push({ id: one.comment_id as ExternalMessageId, at: one.create_time });
      }
      cursor = listed.next;
      isWhole = cursor === undefined;
    }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return { kind: 'unclear', detail: error.message };
  }
  const found = chooseFound(candidates, act.createdAt, isWhole);
  return found.kind === 'accepted' ? { ...found, remote: { video, parent: comment } } : found;
}
