import { ratingOf } from '../../core/filing/rating.ts';
import type { ConversationId, Json, WorkspaceId } from '../../core/ids.ts';
import { isComplaining } from '../../core/listening/problem.ts';
import { type Gist, gistOf, NO_GIST } from '../../core/triage/gist.ts';
import type { Tx } from '../../storage/database.ts';
import { readWaitingSaid } from '../../storage/learning/corrections.ts';
import { readProblemOf } from '../../storage/listening/problems.ts';

/** What waits in a conversation comes to this, as it is understood now. */
export async function gistNow(tx: Tx, workspaceId: WorkspaceId, conversationId: ConversationId): Promise<Gist> {
  const said = await readWaitingSaid(tx, workspaceId, conversationId);
  const gist = gistOf(
    NO_GIST,
    said.map(({ understood, rating }) => ({ understood, rating: rated(rating) })),
  );
  // Others made it part of a known problem; it stays so as long as it tells of one.
  const isAbout = isComplaining(gist.kind, gist.sentiment === -1);
  const problem = isAbout ? await readProblemOf(tx, workspaceId, conversationId) : null;
  return problem === null ? gist : { ...gist, signs: { ...gist.signs, problem } };
}

/** What a network said of stars was checked as it was filed. */
const rated = (rating: Json | null): number | null =>
  rating === null ? null : ratingOf({ rating } as unknown as Parameters<typeof ratingOf>[0]);
