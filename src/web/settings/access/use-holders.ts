import { useQuery } from '@tanstack/react-query';
import type { InboxAccess } from '../../../wire/access.ts';
import { agentsQuery, teamsQuery } from '../../api/queries.ts';
import { t } from '../../text/t.ts';

export type Grant = InboxAccess['grants'][number];
export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly isTeam: boolean;
}

/** Everybody and every team that can be named, teams first: most of it should be said of teams. */
export function useHolders(): readonly Holder[] {
  const teams = useQuery(teamsQuery).data ?? [];
  const agents = useQuery(agentsQuery).data ?? [];
  return [
    ...teams.map(({ id, name }) => ({ id, name, isTeam: true })),
    ...agents.filter((one) => one.isActive).map(({ id, name }) => ({ id, name, isTeam: false })),
  ];
}

export const holderId = (grant: Grant): string => grant.agentId ?? grant.teamId ?? '';

export const holderName = (grant: Grant, holders: readonly Holder[]): string =>
  holders.find((one) => one.id === holderId(grant))?.name ?? t('access.unknown');
