import { seesView, type Viewer } from '../../core/conversation/audience.ts';
import { CareError } from '../../core/errors.ts';
import type { ViewId } from '../../core/ids.ts';
import type { Reader } from '../../storage/database.ts';
import { readTeams, readView, type SavedView } from '../../storage/views/rows.ts';
import type { Visitor } from '../access/visitor.ts';

type Asks = Pick<Visitor, 'workspaceId' | 'agentId' | 'acts'>;

export async function viewerOf(db: Reader, { workspaceId, agentId, acts }: Asks): Promise<Viewer> {
  const teams = agentId ? await readTeams(db, workspaceId, agentId) : new Map();
  return { agentId, teamIds: (agentId && teams.get(agentId)) || [], mayShare: acts.includes('views.share') };
}

/** Throws `no_such_view` for one that is not there, or not for them: the answer tells nothing of which. */
export async function findView(db: Reader, who: Asks, viewer: Viewer, id: ViewId): Promise<SavedView> {
  const view = await readView(db, who.workspaceId, id);
  if (!view || !seesView(view, viewer))
    throw new CareError('not_found', 'no_such_view', 'This view is not here (any more).');
  return view;
}
