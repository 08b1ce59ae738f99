import { OFF } from '../../core/routing/policy.ts';
import { answerSecondsOf, satisfactionOf, usualOf } from '../../core/routing/prior.ts';
import type { DeskRow, DeskSettings } from '../../storage/routing/desks.ts';
import type { PolicyVersion as VersionRow } from '../../storage/routing/policies.ts';
import type { Desk, PolicyVersion, DeskSettings as ShownSettings } from '../../wire/routing.ts';

export const showVersion = ({ teamId, version, policy, madeBy, madeAt }: VersionRow): PolicyVersion => ({
  teamId,
  version,
  policy: policy && { ...OFF, ...policy },
  madeBy,
  madeAt: madeAt.toISOString(),
});

/** Before anybody decided anything. */
export const UNDECIDED: PolicyVersion = { teamId: null, version: 0, policy: OFF, madeBy: null, madeAt: null };

export const showSettings = (row: DeskSettings): ShownSettings => ({
  skills: [...row.skills],
  languages: [...row.languages],
  capacity: row.capacity,
  hours: row.hours,
  timeZone: row.timeZone,
  takesPart: row.takesPart,
});

/** Whoever may answer, with the figures as they count in a choice. */
export function showDesks(rows: readonly DeskRow[]): Desk[] {
  const usual = usualOf(rows.filter(({ isGiven }) => isGiven));
  return rows
    .filter(({ mayAnswer }) => mayAnswer)
    .map((row) => ({
      ...showSettings(row),
      agentId: row.agentId,
      presence: row.presence,
      isWithinHours: row.isWithinHours,
      isGiven: row.isGiven,
      load: row.load,
      answers: row.answers,
      answerSeconds: row.answers === 0 ? null : Math.round(answerSecondsOf(row, usual)),
      pleased: row.pleased,
      displeased: row.displeased,
      satisfaction: Math.round(satisfactionOf(row, usual) * 1_000) / 1_000,
    }));
}
