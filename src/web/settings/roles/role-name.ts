import type { Agent } from '../../../wire/people.ts';
import { t } from '../../text/t.ts';

/** The role as the workspace calls it: its own name for it where it made one. */
export function roleName(agent: Pick<Agent, 'role' | 'customRole'>): string {
  return agent.customRole?.name ?? t(`role.${agent.role}`);
}
