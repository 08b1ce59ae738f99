import { useQuery } from '@tanstack/react-query';
import type { RuleAct } from '../../../core/rules/rule.ts';
import type { RuleBody } from '../../../wire/rules.ts';
import { savedRepliesQuery } from '../../api/composing.ts';
import { agentsQuery, fieldsQuery, labelsQuery, teamsQuery } from '../../api/queries.ts';
import { useChoices, useFields } from '../../desk/filter/use-choices.tsx';
import { conditionWords } from '../../desk/filter/words.ts';
import { useMay } from '../../frame/use-me.ts';
import { t } from '../../text/t.ts';
import { spanWords } from '../../time/words.ts';
import { hooksQuery } from '../hooks/queries.ts';

type Named = readonly { readonly id: string; readonly name: string }[] | undefined;
const nameIn = (list: Named, id: string) => list?.find((one) => one.id === id)?.name ?? '…';

/** Everything of a house that a rule can name. */
export function useRuleThings() {
  const may = useMay();
  const mayHook = may('inboxes.manage');
  return {
    agents: useQuery(agentsQuery).data?.filter(({ isActive }) => isActive),
    teams: useQuery(teamsQuery).data,
    labels: useQuery(labelsQuery).data,
    fields: useQuery(fieldsQuery).data?.filter(({ about }) => about === 'conversation'),
    replies: useQuery(savedRepliesQuery)
      .data?.items.filter(({ isShared }) => isShared)
      .map(({ id, title }) => ({ id, name: title })),
    hooks: useQuery({ ...hooksQuery, enabled: mayHook }).data?.items,
    mayHook,
  };
}

/** What an act does, in a few words. */
export function useActWords(): (act: RuleAct) => string {
  const { agents, teams, labels, fields, replies, hooks } = useRuleThings();
  const all = (ids: readonly string[]) => ids.map((id) => nameIn(labels, id)).join(', ');
  return (act) => {
    switch (act.do) {
      case 'team':
        return t('rules.does.team', { name: nameIn(teams, act.teamId) });
      case 'assign':
        return t('rules.does.assign', { name: nameIn(agents, act.agentId) });
      case 'label':
        return [
          act.add.length > 0 ? t('rules.does.label', { names: all(act.add) }) : null,
          act.remove.length > 0 ? t('rules.does.unlabel', { names: all(act.remove) }) : null,
        ]
          .filter(Boolean)
          .join(', ');
      case 'priority':
        return t('rules.does.priority', { points: signed(act.points) });
      case 'reply':
        return t('rules.does.reply', { name: nameIn(replies, act.replyId) });
      case 'snooze':
        return t('rules.does.snooze', { span: spanWords(act.minutes * 60_000) });
      case 'hook':
        return t('rules.does.hook', { name: nameIn(hooks, act.hookId) });
      case 'field':
        return t('rules.does.field', {
          name: nameIn(fields, act.fieldId),
          value: String(act.value ?? t('rules.empty')),
        });
      case 'choose':
      case 'stop':
        return t(`rules.does.${act.do}`);
    }
  };
}

const signed = (points: number) => new Intl.NumberFormat('en', { signDisplay: 'always' }).format(points);

/** When a rule looks and what must hold, in one line. */
export function useWhenWords(): (rule: RuleBody) => string {
  const choices = useChoices();
  const fields = useFields();
  return ({ when, waitMinutes, hours, filter }) => {
    const moment =
      when === 'waits' ? `${t('rules.waitMinutes')} ${spanWords(waitMinutes * 60_000)}` : t(`rules.when.${when}`);
    const conditions = filter.conditions.map((one) => conditionWords(one as never, { choices, fields }));
    const joined = conditions.join(filter.match === 'any' ? ` ${t('filter.or')} ` : ' · ');
    const time = hours && `${t(`rules.hours.${hours.is}`)} ${hours.week}`;
    return [moment, joined, time].filter(Boolean).join(' · ');
  };
}
