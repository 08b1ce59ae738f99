import type { Agent } from '../../wire/people.ts';

/** Whether something may be given to an agent: who only looks on has nothing to do. */
export const canHold = ({ isActive, role }: Agent): boolean => isActive && role !== 'viewer';
