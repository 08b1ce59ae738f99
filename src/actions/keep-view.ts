import { mayChangeView } from '../core/conversation/audience.ts';
import type { Filter, Sort } from '../core/conversation/filter.ts';
import { CareError } from '../core/errors.ts';
import type { TeamId, ViewId } from '../core/ids.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { listViews, type SavedView } from '../storage/views/rows.ts';
import { deleteView, hasTeam, insertView, lockView, updateView } from '../storage/views/write.ts';
import type { Principal } from './who.ts';

/** More than anybody would look through, in one workspace. */
const MOST_VIEWS = 500;

export interface ViewWish {
  readonly name: string;
  readonly filter: Filter;
  readonly sort: Sort;
  readonly audience: SavedView['audience'];
  readonly teamId: TeamId | null;
}

/** Keeps a view. The same id again changes nothing. Throws `view_not_shared`, `no_such_team`, `too_many_views`. */
export function makeView(
  db: Database,
  who: Principal,
  wish: ViewWish & { readonly id: ViewId },
  now: Date,
): Promise<void> {
  return db.transaction(async (tx) => {
    const all = await listViews(tx, who.workspaceId);
    if (all.length >= MOST_VIEWS && !all.some(({ id }) => id === wish.id))
      throw new CareError('conflict', 'too_many_views', `There are ${MOST_VIEWS} views already. Remove one first.`);
    const view = { ...wish, ownerId: who.agentId, position: (all.at(-1)?.position ?? 0) + 1 };
    await check(tx, who, view);
    // Whoever guesses the id of another's view learns nothing by it and changes nothing.
    if (!(await insertView(tx, who.workspaceId, view, now))) return;
    await told(tx, who, 'view.made', null, view, now);
  });
}

export type ViewChange = Partial<ViewWish> & { readonly position?: number };

/** Throws `no_such_view`, `view_not_yours`, `view_not_shared`, `no_such_team`. */
export function changeView(db: Database, who: Principal, id: ViewId, change: ViewChange, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const before = await findOwn(tx, who, id);
    const audience = change.audience ?? before.audience;
    const after: SavedView = {
      ...before,
      ...change,
      audience,
      teamId: audience === 'team' ? (change.teamId ?? before.teamId) : null,
      // What was everybody's becomes the own of whoever takes it back.
      ownerId: audience === 'me' ? who.agentId : before.ownerId,
    };
    await check(tx, who, after);
    await updateView(tx, who.workspaceId, after, now);
    await told(tx, who, 'view.changed', before, after, now);
  });
}

/** Throws `no_such_view`, `view_not_yours`. */
export function removeView(db: Database, who: Principal, id: ViewId, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const before = await findOwn(tx, who, id);
    await deleteView(tx, who.workspaceId, id);
    await told(tx, who, 'view.removed', before, null, now);
  });
}

async function findOwn(tx: Tx, who: Principal, id: ViewId): Promise<SavedView> {
  const view = await lockView(tx, who.workspaceId, id);
  const isTheirs = view?.audience === 'me' && view.ownerId !== who.agentId;
  if (!view || isTheirs) throw new CareError('not_found', 'no_such_view', 'This view is not here (any more).');
  if (!mayChangeView(view, { agentId: who.agentId, mayShare: who.acts.includes('views.share') }))
    throw new CareError(
      'forbidden',
      'view_not_yours',
      'This view is shared: only whoever may share views changes it. Keep a copy of your own instead.',
    );
  return view;
}

async function check(tx: Tx, who: Principal, view: Pick<SavedView, 'audience' | 'teamId' | 'ownerId'>): Promise<void> {
  if (view.audience === 'me') {
    if (!who.agentId)
      throw new CareError('invalid', 'view_needs_a_person', 'An API token has no views of its own: share it instead.');
    return;
  }
  if (!who.acts.includes('views.share'))
    throw new CareError(
      'forbidden',
      'view_not_shared',
      'Your role keeps views for yourself only. A team lead can share one.',
    );
  if (view.audience === 'team' && !(view.teamId && (await hasTeam(tx, who.workspaceId, view.teamId))))
    throw new CareError('invalid', 'no_such_team', 'Say for which team this view is.');
}

/** What others see is everybody's business; what one keeps for oneself is not. */
async function told(
  tx: Tx,
  who: Principal,
  act: string,
  before: SavedView | null,
  after: SavedView | null,
  now: Date,
): Promise<void> {
  const isShared = [before, after].some((view) => view !== null && view.audience !== 'me');
  const shown = (view: SavedView | null) =>
    view && {
      name: view.name,
      audience: view.audience,
      sort: view.sort,
      teamId: view.teamId,
      filter: JSON.stringify(view.filter),
    };
  if (isShared)
    await addAudit(
      tx,
      who,
      { act, target: (after ?? before)?.id ?? null, detail: { before: shown(before), after: shown(after) } },
      now,
    );
  await recordChanges(tx, who.workspaceId, [{ kind: 'views', conversationId: null }], now);
}
