import { CareError } from '../../core/errors.ts';
import type { Json } from '../../core/ids.ts';
import { RULES_MOST, type RuleBody } from '../../core/rules/rule.ts';
import { isSameJson } from '../../core/rules/same.ts';
import { namedFirst } from '../../core/work/named-first.ts';
import { addAudit } from '../../storage/audit.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { lookAgainAtBoosted, lookAgainAtWaiting } from '../../storage/rules/look-again.ts';
import {
  insertRule,
  lockOrder,
  lockRule,
  type RuleRow,
  readVersion,
  updateRule,
  writeOrder,
} from '../../storage/rules/rows.ts';
import { requireEverywhere } from '../require-everywhere.ts';
import type { Principal } from '../who.ts';
import { checkRule } from './check-rule.ts';

/** Writes down a new rule, below those that are there. The id comes from the browser: a second try changes nothing. */
export function addRule(
  db: Database,
  who: Principal,
  { id, isOn, body }: { readonly id: string; readonly isOn: boolean; readonly body: RuleBody },
  now: Date,
): Promise<RuleRow> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    const known = await lockRule(tx, who.workspaceId, id);
    if (known) return known;
    await checkRule(tx, who, body, [], now);
    const order = await lockOrder(tx, who.workspaceId);
    if (order.length >= RULES_MOST)
      throw new CareError('conflict', 'too_many_rules', `There are ${RULES_MOST} rules already. Remove one first.`);
    const rule = { id, isOn, position: order.length + 1, body };
    if (!(await insertRule(tx, who.workspaceId, rule, who.agentId, now))) throw idTaken();
    const made = await load(tx, who, id);
    await tell(tx, who, 'rule.made', null, made, now);
    return made;
  });
}

/** Switches a rule on or off, or writes another version of it. Throws `no_such_rule` and what `checkRule` throws. */
export function changeRule(
  db: Database,
  who: Principal,
  id: string,
  patch: { readonly isOn?: boolean | undefined; readonly body?: RuleBody | undefined },
  now: Date,
): Promise<RuleRow> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    const before = await load(tx, who, id);
    if (before.isRemoved) throw noSuchRule();
    if (patch.body) await checkRule(tx, who, patch.body, before.acts, now);
    return put(tx, who, before, { ...patch, isRemoved: false, act: 'rule.changed' }, now);
  });
}

export function removeRule(db: Database, who: Principal, id: string, now: Date): Promise<void> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    const before = await load(tx, who, id);
    if (!before.isRemoved) await put(tx, who, before, { isRemoved: true, act: 'rule.removed' }, now);
  });
}

/** Brings back how a rule was, as a version of its own; a removed one comes back as it was last. */
export function takeBackRule(
  db: Database,
  who: Principal,
  { id, version }: { readonly id: string; readonly version: number },
  now: Date,
): Promise<RuleRow> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    const before = await load(tx, who, id);
    const body = await readVersion(tx, who.workspaceId, id, version);
    if (!body) throw new CareError('not_found', 'no_such_version', 'There is no such version of this rule.');
    await checkRule(tx, who, body, before.acts, now);
    return put(tx, who, before, { body, isRemoved: false, act: 'rule.taken_back' }, now);
  });
}

/** Which rule comes first. Rules that somebody else made meanwhile stay behind those that are named. */
export function orderRules(db: Database, who: Principal, ids: readonly string[], now: Date): Promise<void> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    const before = await lockOrder(tx, who.workspaceId);
    const after = namedFirst(before, ids);
    if (!after) return;
    await writeOrder(tx, who.workspaceId, after);
    await addAudit(
      tx,
      who,
      { act: 'rule.ordered', target: null, detail: { before: [...before], after: [...after] } },
      now,
    );
    await recordChanges(tx, who.workspaceId, [{ kind: 'rules', conversationId: null }], now);
  });
}

async function put(
  tx: Tx,
  who: Principal,
  before: RuleRow,
  {
    isOn = before.isOn,
    body = bodyOf(before),
    isRemoved,
    act,
  }: {
    readonly isOn?: boolean | undefined;
    readonly body?: RuleBody | undefined;
    readonly isRemoved: boolean;
    readonly act: string;
  },
  now: Date,
): Promise<RuleRow> {
  const isOther = !isSameJson(bodyOf(before), body);
  if (!isOther && isOn === before.isOn && isRemoved === before.isRemoved) return before;
  const begins = isOther || (isOn && !before.isOn) || (before.isRemoved && !isRemoved);
  const rule = {
    id: before.id,
    isOn,
    isRemoved,
    body,
    version: isOther ? before.version + 1 : before.version,
    since: begins ? now : before.since,
  };
  await updateRule(tx, who.workspaceId, rule, before, who.agentId, now);
  const after = await load(tx, who, before.id);
  await tell(tx, who, act, before, after, now);
  return after;
}

async function tell(tx: Tx, who: Principal, act: string, before: RuleRow | null, after: RuleRow, now: Date) {
  const detail = { before: before && shown(before), after: after.isRemoved ? null : shown(after) };
  await addAudit(tx, who, { act, target: after.id, detail }, now);
  const works = after.isOn && !after.isRemoved;
  // What waits already is a matter of such a rule, too.
  if (works && (after.when === 'waits' || after.when === 'always')) await lookAgainAtWaiting(tx, who.workspaceId, now);
  else if (before) await lookAgainAtBoosted(tx, who.workspaceId, after.id, now);
  await recordChanges(tx, who.workspaceId, [{ kind: 'rules', conversationId: null }], now);
}

async function load(tx: Tx, { workspaceId }: Principal, id: string): Promise<RuleRow> {
  const rule = await lockRule(tx, workspaceId, id);
  if (!rule) throw noSuchRule();
  return rule;
}

export const bodyOf = ({ name, when, waitMinutes, hours, filter, acts }: RuleBody): RuleBody => ({
  name,
  when,
  waitMinutes,
  hours,
  filter,
  acts,
});
const shown = (rule: RuleRow) => ({ ...bodyOf(rule), isOn: rule.isOn }) as unknown as { readonly [key: string]: Json };
export const noSuchRule = () => new CareError('not_found', 'no_such_rule', 'There is no such rule (any more).');
const idTaken = () => new CareError('conflict', 'id_taken', 'This id is used already. Take a new one.');
