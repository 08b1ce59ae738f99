import { useQuery } from '@tanstack/react-query';
import type { BulkAct } from '../../../wire/work.ts';
import { agentsQuery, labelsQuery, teamsQuery } from '../../api/queries.ts';
import { t } from '../../text/t.ts';
import { spanWords } from '../../time/words.ts';

/** What an act of a macro does, in words. A time counts from the stroke. */
export function useActWords(): (act: BulkAct) => string {
  const agents = useQuery(agentsQuery).data;
  const teams = useQuery(teamsQuery).data;
  const labels = useQuery(labelsQuery).data;
  const named = (list: readonly { readonly id: string; readonly name: string }[] | undefined, id: string) =>
    list?.find((one) => one.id === id)?.name ?? '…';
  const all = (ids: readonly string[]) => ids.map((id) => named(labels, id)).join(', ');
  const span = (until: string) => spanWords(Math.round((Date.parse(until) - Date.now()) / 60_000) * 60_000);
  return (act) => {
    switch (act.do) {
      case 'attention':
        return t(`does.attention.${act.attention}`);
      case 'assign':
        return act.agentId === null ? t('does.unassign') : t('does.assign', { name: named(agents, act.agentId) });
      case 'team':
        return act.teamId === null ? t('does.noTeam') : t('does.team', { name: named(teams, act.teamId) });
      case 'label':
        return [
          act.add.length > 0 ? t('does.label', { names: all(act.add) }) : null,
          act.remove.length > 0 ? t('does.unlabel', { names: all(act.remove) }) : null,
        ]
          .filter(Boolean)
          .join(', ');
      case 'snooze':
        return act.until === null ? t('does.wake') : t('does.snooze', { span: span(act.until) });
      case 'resolve':
        return t(`does.resolve.${act.resolution}`);
      case 'promise':
        return act.for === null ? t('does.noPromise') : t('does.promise', { span: span(act.for) });
    }
  };
}
