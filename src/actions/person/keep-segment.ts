import { CareError } from '../../core/errors.ts';
import type { Json } from '../../core/ids.ts';
import type { SegmentFilter } from '../../core/person/segment.ts';
import { addAudit } from '../../storage/audit.ts';
import type { Database } from '../../storage/database.ts';
import {
  deleteSegment,
  insertSegment,
  readSegment,
  type Segment,
  updateSegment,
} from '../../storage/person/segments.ts';
import type { Principal } from '../who.ts';

/** The id comes from the browser: a second try changes nothing. Throws `name_taken`. */
export function makeSegment(db: Database, who: Principal, input: Segment, now: Date): Promise<Segment> {
  return db.transaction(async (tx) => {
    const isNew = await insertSegment(tx, who.workspaceId, { ...input, by: who.agentId }, now);
    const known = await readSegment(tx, who.workspaceId, input.id);
    if (!known) throw nameTaken(input.name);
    if (!isNew) return known;
    await addAudit(
      tx,
      who,
      { act: 'segment.made', target: input.id, detail: { before: null, after: shown(known) } },
      now,
    );
    return known;
  });
}

/** Throws `no_such_segment`, `name_taken`. */
export function changeSegment(
  db: Database,
  who: Principal,
  id: string,
  patch: { readonly name?: string | undefined; readonly filter?: SegmentFilter | undefined },
  now: Date,
): Promise<Segment> {
  return db.transaction(async (tx) => {
    const before = await readSegment(tx, who.workspaceId, id);
    if (!before) throw noSuchSegment();
    const after = { id, name: patch.name ?? before.name, filter: patch.filter ?? before.filter };
    if (!(await updateSegment(tx, who.workspaceId, after))) throw nameTaken(after.name);
    const detail = { before: shown(before), after: shown(after) };
    if (JSON.stringify(detail.before) !== JSON.stringify(detail.after))
      await addAudit(tx, who, { act: 'segment.changed', target: id, detail }, now);
    return after;
  });
}

/** Throws `no_such_segment`. */
export function removeSegment(db: Database, who: Principal, id: string, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const before = await readSegment(tx, who.workspaceId, id);
    if (!before) throw noSuchSegment();
    await deleteSegment(tx, who.workspaceId, id);
    await addAudit(
      tx,
      who,
      { act: 'segment.removed', target: id, detail: { before: shown(before), after: null } },
      now,
    );
  });
}

const shown = ({ name, filter }: Segment): Json => ({ name, filter: filter as unknown as Json });
export const noSuchSegment = () =>
  new CareError('not_found', 'no_such_segment', 'There is no such segment (any more).');
const nameTaken = (name: string) =>
  new CareError('conflict', 'name_taken', `There is a segment “${name}” already. Take another name.`, {
    field: 'name',
  });
