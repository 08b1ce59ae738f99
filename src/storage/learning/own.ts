import type { WorkspaceId } from '../../core/ids.ts';
import { labelsOf } from '../../core/learning/labels-of.ts';
import type { Head, Own, OwnHead, OwnTopic } from '../../core/learning/own.ts';
import type { Reader } from '../database.ts';
import { readModelsInUse } from './models.ts';
import { readStamp, readUnderstandingSettings } from './settings.ts';

export type OwnOf = (workspaceId: WorkspaceId) => Promise<Own | null>;

/** What each workspace knows better, read again only after it changed. Null: nothing, all is as shipped. */
export function rememberOwn(db: Reader): OwnOf {
  const known = new Map<WorkspaceId, { readonly stamp: number; readonly own: Own | null }>();
  return async (workspaceId) => {
    const stamp = await readStamp(db, workspaceId);
    const before = known.get(workspaceId);
    if (before?.stamp === stamp) return before.own;
    const own = stamp === 0 ? null : await readOwn(db, workspaceId);
    known.set(workspaceId, { stamp, own });
    return own;
  };
}

export async function readOwn(db: Reader, workspaceId: WorkspaceId): Promise<Own> {
  const { triggers, topics } = await readUnderstandingSettings(db, workspaceId);
  const inUse = await readModelsInUse(db, workspaceId);
  const heads: Partial<Record<Head, OwnHead>> = {};
  for (const { head, model } of inUse) heads[head] = withoutGone(head, model, topics);
  return {
    version: inUse.map(({ head, version }) => `${head}-${version}`).join(' '),
    heads,
    triggers,
    topics,
  };
}

/** A topic that the workspace gave up is never told again, although the model learned it. */
function withoutGone(head: Head, model: OwnHead, topics: readonly OwnTopic[]): OwnHead {
  const known = new Set(labelsOf(head, topics));
  const bias = model.bias.map((value, at) => (known.has(model.labels[at] ?? '') ? value : -1e6));
  return { ...model, bias };
}
