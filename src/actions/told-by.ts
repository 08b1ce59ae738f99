import type { Who } from './who.ts';

/** Who did something and when, as a conversation's timeline tells it. */
export const toldBy = ({ agentId, rule }: Who, at: Date) => ({
  at,
  actorKind: agentId ? ('agent' as const) : rule ? ('rule' as const) : ('system' as const),
  actorId: agentId,
});
