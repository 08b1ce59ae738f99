import type { RuleAct } from '../../../core/rules/rule.ts';

type Kind = RuleAct['do'];

/** What an act is before anything was chosen for it. */
export const FIRST: { readonly [K in Kind]: () => Extract<RuleAct, { do: K }> } = {
  team: () => ({ do: 'team', teamId: '' }),
  assign: () => ({ do: 'assign', agentId: '' }),
  choose: () => ({ do: 'choose' }),
  label: () => ({ do: 'label', add: [], remove: [] }),
  priority: () => ({ do: 'priority', points: 20 }),
  reply: () => ({ do: 'reply', replyId: '' }),
  snooze: () => ({ do: 'snooze', minutes: 60 }),
  hook: () => ({ do: 'hook', hookId: '' }),
  field: () => ({ do: 'field', fieldId: '', value: null }),
  stop: () => ({ do: 'stop' }),
};

export function isFilledIn(act: RuleAct): boolean {
  switch (act.do) {
    case 'team':
      return act.teamId !== '';
    case 'assign':
      return act.agentId !== '';
    case 'label':
      return act.add.length + act.remove.length > 0;
    case 'priority':
      return act.points !== 0;
    case 'reply':
      return act.replyId !== '';
    case 'hook':
      return act.hookId !== '';
    case 'field':
      return act.fieldId !== '';
    case 'choose':
    case 'snooze':
    case 'stop':
      return true;
  }
}
