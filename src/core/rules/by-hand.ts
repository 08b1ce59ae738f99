import type { RuledPlace, RuleRun } from './place.ts';

/** What a person did last about one thing that rules change too. */
export interface HandAct {
  readonly did: 'labelled' | 'unlabelled' | 'filled' | 'snoozed' | 'unsnoozed';
  /** Of the label or the field; empty for a snooze. */
  readonly id: string;
  readonly at: Date;
}

/** The conversation as this rule must take it: what a person undid after the rule had acted there stays undone. */
export function undoneFor(ruleId: string, place: RuledPlace, ran: readonly RuleRun[]): RuledPlace {
  if (place.byHand.length === 0) return place;
  const first = Math.min(
    ...ran.filter((run) => run.ruleId === ruleId && run.outcome === 'acted').map(({ at }) => at.getTime()),
  );
  return { ...place, byHand: place.byHand.filter(({ at }) => at.getTime() > first) };
}

export const isByHand = ({ byHand }: RuledPlace, did: HandAct['did'], id = ''): boolean =>
  byHand.some((act) => act.did === did && act.id === id);
