import { CareError } from '../../core/errors.ts';
import type { Json } from '../../core/ids.ts';
import { LISTENING_RULES_MOST, type ListeningBody } from '../../core/listening/listening-rule.ts';
import { isSameJson } from '../../core/rules/same.ts';
import { addAudit } from '../../storage/audit.ts';
import type { Database, Tx } from '../../storage/database.ts';
import {
  insertListeningRule,
  type ListeningRuleRow,
  lockListening,
  lockListeningRule,
  updateListeningRule,
} from '../../storage/listening/listening-rules.ts';
import { requireEverywhere } from '../require-everywhere.ts';
import type { Principal } from '../who.ts';
import { announceListening } from './announce-listening.ts';
import { checkListeningRule } from './check-listening-rule.ts';

/** Writes down what to listen for. The id comes from the browser: a second try changes nothing. Throws what `checkListeningRule` throws. */
export function addListeningRule(
  db: Database,
  who: Principal,
  { id, isOn, body }: { readonly id: string; readonly isOn: boolean; readonly body: ListeningBody },
  now: Date,
): Promise<ListeningRuleRow> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    const { rules } = await lockListening(tx, who.workspaceId);
    const known = await lockListeningRule(tx, who.workspaceId, id);
    if (known?.isRemoved) throw idTaken();
    if (known) return known;
    if (rules >= LISTENING_RULES_MOST)
      throw new CareError(
        'conflict',
        'too_many_rules',
        `There are ${LISTENING_RULES_MOST} listening rules already. Remove one first.`,
      );
    const checked = await checkListeningRule(tx, who, body);
    if (!(await insertListeningRule(tx, who.workspaceId, { id, isOn, body: checked }, now))) throw idTaken();
    return tell(tx, who, 'listening_rule.made', null, id, now);
  });
}

/**
 * Switches a rule on or off, or writes another version of it. Throws `no_such_rule`, `changed_meanwhile` when somebody
 * else saved since `version`, and what `checkListeningRule` throws.
 */
export function changeListeningRule(
  db: Database,
  who: Principal,
  id: string,
  patch: {
    readonly isOn?: boolean | undefined;
    readonly body?: ListeningBody | undefined;
    readonly version?: number | undefined;
  },
  now: Date,
): Promise<ListeningRuleRow> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    await lockListening(tx, who.workspaceId);
    const before = await load(tx, who, id);
    if (patch.version !== undefined && patch.version !== before.version)
      throw new CareError(
        'conflict',
        'changed_meanwhile',
        'Somebody else changed this rule meanwhile. Look at it again.',
        {
          version: before.version,
        },
      );
    const body = patch.body ? await checkListeningRule(tx, who, patch.body) : bodyOf(before);
    const isOn = patch.isOn ?? before.isOn;
    if (isOn === before.isOn && isSameJson(body, bodyOf(before))) return before;
    await updateListeningRule(tx, who.workspaceId, { id, isOn, isRemoved: false, body }, now);
    return tell(tx, who, 'listening_rule.changed', before, id, now);
  });
}

/** What it found stays on its board. Throws `no_such_rule`. */
export function removeListeningRule(db: Database, who: Principal, id: string, now: Date): Promise<void> {
  requireEverywhere(who);
  return db.transaction(async (tx) => {
    await lockListening(tx, who.workspaceId);
    const before = await lockListeningRule(tx, who.workspaceId, id);
    if (!before) throw noSuchRule();
    if (before.isRemoved) return;
    const rule = { id, isOn: false, isRemoved: true, body: bodyOf(before) };
    await updateListeningRule(tx, who.workspaceId, rule, now);
    const detail = { before: shown(before), after: null };
    await addAudit(tx, who, { act: 'listening_rule.removed', target: id, detail }, now);
    await announceListening(tx, who.workspaceId, now);
  });
}

async function tell(
  tx: Tx,
  who: Principal,
  act: string,
  before: ListeningRuleRow | null,
  id: string,
  now: Date,
): Promise<ListeningRuleRow> {
  const after = await load(tx, who, id);
  await addAudit(tx, who, { act, target: id, detail: { before: before && shown(before), after: shown(after) } }, now);
  await announceListening(tx, who.workspaceId, now);
  return after;
}

async function load(tx: Tx, { workspaceId }: Principal, id: string): Promise<ListeningRuleRow> {
  const rule = await lockListeningRule(tx, workspaceId, id);
  if (!rule || rule.isRemoved) throw noSuchRule();
  return rule;
}

export const bodyOf = (rule: ListeningBody): ListeningBody => ({
  name: rule.name,
  boardId: rule.boardId,
  brand: rule.brand,
  forms: rule.forms,
  care: rule.care,
  triggers: rule.triggers,
  without: rule.without,
  languages: rule.languages,
  sources: rule.sources,
  becomes: rule.becomes,
});
const shown = (rule: ListeningRuleRow) =>
  ({ ...bodyOf(rule), isOn: rule.isOn }) as unknown as { readonly [key: string]: Json };
export const noSuchRule = () =>
  new CareError('not_found', 'no_such_rule', 'There is no such listening rule (any more).');
const idTaken = () => new CareError('conflict', 'id_taken', 'This id is used already. Take a new one.');
