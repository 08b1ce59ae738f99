import { type Choice, chooseAgent, type Standing } from './choose-agent.ts';
import type { Desk, Waiting } from './desk.ts';
import { capacityOf, isFree } from './fit.ts';
import { type CurrentPolicy, policyFor } from './policy.ts';
import { usualOf } from './prior.ts';

export interface Given {
  readonly waiting: Waiting;
  readonly choice: Choice;
  readonly policy: CurrentPolicy;
  /** The place in the order of all that was ever given out. */
  readonly turn: number;
}

/** Gives conversations out in the order in which they come, each knowing what those before it took. */
export function createGiver(desks: readonly Desk[], policies: readonly CurrentPolicy[], lastTurn: number, now: Date) {
  const usual = usualOf(desks);
  const standings: Standing[] = desks.map((desk) => ({ desk, load: desk.load, turn: desk.turn }));
  const byId = new Map(standings.map((one) => [one.desk.agentId, one]));
  const on = policies.filter(({ policy }) => policy.mode !== 'off').map(({ policy }) => policy);
  let turn = lastTurn;

  return {
    /** Null: nobody can take it now. */
    give(waiting: Waiting): Given | null {
      const policy = policyFor(policies, waiting.teamId);
      const choice = policy && chooseAgent(waiting, standings, { policy: policy.policy, usual, now });
      const standing = choice && byId.get(choice.agentId);
      if (!policy || !choice || !standing) return null;
      const holder = waiting.holderId === null ? undefined : byId.get(waiting.holderId);
      if (holder) holder.load -= 1;
      turn += 1;
      standing.load += 1;
      standing.turn = turn;
      return { waiting, choice, policy, turn };
    },
    hasRoom: () => room() > 0,
    /** How many more could be taken, by all together. */
    room,
  };

  function room(): number {
    const places = on.map((policy) =>
      standings.reduce((sum, { desk, load }) => {
        const isReady = isFree(desk, policy, load) === null;
        return isReady ? sum + capacityOf(desk, policy) - load : sum;
      }, 0),
    );
    return Math.max(0, ...places);
  }
}
