import { CareError } from '../../core/errors.ts';
import type { Json } from '../../core/ids.ts';
import { addAudit } from '../../storage/audit.ts';
import {
  listPolicies,
  lockPolicies,
  orderPolicies,
  type PolicyRow,
  putPolicy,
  removePolicy,
} from '../../storage/clocks/policies.ts';
import type { Database } from '../../storage/database.ts';
import { requireEverywhere } from '../require-everywhere.ts';
import type { Principal } from '../who.ts';
import { tellTimesChanged } from './keep-calendar.ts';

/** More than anybody can keep apart. */
const MOST = 100;

/** Made at the end of the order (`isNew`), or changed where it stands. What waits already is timed by it too, from its start. */
export async function keepPolicy(
  db: Database,
  who: Principal,
  { isNew, ...wish }: PolicyRow & { readonly isNew: boolean },
  now: Date,
): Promise<PolicyRow> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    const all = await lockPolicies(tx, who.workspaceId);
    const before = all.find(({ id }) => id === wish.id) ?? null;
    if (!before && !isNew) throw noSuchPolicy();
    if (!before && all.length >= MOST)
      throw new CareError('invalid', 'too_many', `There are ${MOST} at most. Remove one, or make one fit more.`);
    if (!(await putPolicy(tx, who.workspaceId, wish, now)))
      throw new CareError('conflict', 'name_taken', `There is one called “${wish.name}” already.`, { field: 'name' });
    const after = (await listPolicies(tx, who.workspaceId)).find(({ id }) => id === wish.id) ?? wish;
    const detail = { before: before && shown(before), after: shown(after) };
    if (JSON.stringify(detail.before) === JSON.stringify(detail.after)) return after;
    const act = before ? 'answer_policy.changed' : 'answer_policy.made';
    await addAudit(tx, who, { act, target: wish.id, detail }, now);
    await tellTimesChanged(tx, who, now);
    return after;
  });
}

export async function dropPolicy(db: Database, who: Principal, id: string, now: Date): Promise<void> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    const before = (await lockPolicies(tx, who.workspaceId)).find((one) => one.id === id);
    if (!before) throw noSuchPolicy();
    await removePolicy(tx, who.workspaceId, id);
    await addAudit(tx, who, { act: 'answer_policy.removed', target: id, detail: { before: shown(before) } }, now);
    await tellTimesChanged(tx, who, now);
  });
}

/** All of them, in the order in which they are asked. Throws `changed_meanwhile` where it names others than there are. */
export async function sortPolicies(
  db: Database,
  who: Principal,
  ids: readonly string[],
  now: Date,
): Promise<readonly PolicyRow[]> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    const all = await lockPolicies(tx, who.workspaceId);
    const before = all.map(({ id }) => id);
    if (JSON.stringify(before.toSorted()) !== JSON.stringify([...ids].toSorted()))
      throw new CareError('conflict', 'changed_meanwhile', 'Somebody made or removed one meanwhile. Look again.');
    if (JSON.stringify(before) === JSON.stringify(ids)) return all;
    await orderPolicies(tx, who.workspaceId, ids);
    const names = (some: readonly string[]) => some.map((id) => all.find((one) => one.id === id)?.name ?? id);
    const detail = { before: names(before), after: names(ids) };
    await addAudit(tx, who, { act: 'answer_policy.ordered', detail }, now);
    const sorted = await listPolicies(tx, who.workspaceId);
    await tellTimesChanged(tx, who, now);
    return sorted;
  });
}

const shown = ({ id: _id, ...policy }: PolicyRow) =>
  JSON.parse(JSON.stringify(policy)) as { readonly [key: string]: Json };
const noSuchPolicy = () => new CareError('not_found', 'no_such_policy', 'There is no such SLA policy (any more).');
