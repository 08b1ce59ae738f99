import type { OnBreach } from './policy.ts';

export interface Hearer {
  readonly id: string;
  readonly teamIds: readonly string[];
  readonly isLead: boolean;
}

/** Whoever has it, else its team, else the leads; of a breach also whom the policy names. */
export function whoHears<Person extends Hearer>(
  { assigneeId, teamId }: { readonly assigneeId: string | null; readonly teamId: string | null },
  what: 'warned' | 'breached',
  also: OnBreach | null,
  crew: readonly Person[],
): readonly Person[] {
  const holder = crew.filter(({ id }) => id === assigneeId);
  const team = crew.filter(({ teamIds }) => teamId !== null && teamIds.includes(teamId));
  const [nearest] = [holder, team, crew.filter(({ isLead }) => isLead)].filter((some) => some.length > 0);
  const named =
    what === 'breached' && also
      ? crew.filter(({ id, teamIds }) => id === also.agentId || (also.teamId !== null && teamIds.includes(also.teamId)))
      : [];
  return [...new Set([...(nearest ?? []), ...named])];
}
