import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import { stepsOf } from '../../core/rules/decide-rules.ts';
import type { Effect } from '../../core/rules/effect.ts';
import type { RuledPlace } from '../../core/rules/place.ts';
import type { Rule, RuleAct, RuleBody } from '../../core/rules/rule.ts';
import type { Reader } from '../../storage/database.ts';
import { type DryRunRow, findForRule } from '../../storage/rules/dry-run.ts';
import { readPlaces } from '../../storage/rules/places.ts';
import type { Who } from '../who.ts';
import { readRuleNames } from './read-names.ts';

const DAYS = 30;
const NEWEST = 20;

/** What one act of a rule would come to. `why`: it cannot be done. */
export interface Step {
  readonly do: RuleAct['do'];
  readonly outcome: 'does' | 'nothing' | 'cannot';
  readonly why: string | null;
}
export interface DryRun {
  readonly looked: number;
  readonly found: number;
  readonly newest: readonly (DryRunRow & { readonly steps: readonly Step[] })[];
}

/** A rule over the last 30 days without doing anything, as the conversations are now. Its hours are not asked. */
export async function dryRunRule(db: Reader, who: Who, body: RuleBody, now: Date): Promise<DryRun> {
  const from = new Date(now.getTime() - DAYS * 86_400_000);
  const visible = visibleInboxes(who.inboxes ?? null);
  const { newest, ...counts } = await findForRule(db, who.workspaceId, body, { from, visible, newest: NEWEST }, now);
  const ids = newest.map(({ id }) => id);
  const places = await readPlaces(db, who.workspaceId, ids, false);
  const rule: Rule = { ...body, id: '', version: 0, since: now };
  const names = await readRuleNames(db, who.workspaceId, [rule], places.values(), now);
  const stepsAt = (place: RuledPlace) => {
    const standing = { facts: place.facts, fields: place.fieldValues, boosts: place.boosts };
    return stepsOf(rule, standing, place, names, now).steps.map(({ act, effect }) => stepOf(act, effect));
  };
  return {
    ...counts,
    newest: newest.flatMap((row) => {
      const place = places.get(row.id);
      return place ? [{ ...row, steps: stepsAt(place) }] : [];
    }),
  };
}

function stepOf(act: RuleAct, effect: Effect | null): Step {
  if (effect?.kind === 'left') return { do: act.do, outcome: 'cannot', why: effect.why };
  return { do: act.do, outcome: effect || act.do === 'stop' ? 'does' : 'nothing', why: null };
}
