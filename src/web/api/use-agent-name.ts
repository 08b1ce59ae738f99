import { useQuery } from '@tanstack/react-query';
import { agentsQuery } from './queries.ts';

/** Who an agent is, by id; null: not known (yet). */
export function useAgentName(): (id: string) => string | null {
  const { data: agents } = useQuery(agentsQuery);
  return (id) => agents?.find((agent) => agent.id === id)?.name ?? null;
}
