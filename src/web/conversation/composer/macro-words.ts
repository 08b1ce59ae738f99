import type { BulkAct } from '../../../wire/work.ts';
import { t } from '../../text/t.ts';
import { momentWords } from '../../time/words.ts';

/** Names of what acts speak of, by id. */
export interface Names {
  readonly agents: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
}

/** What an act of a macro will do, said before it is done. */
export function macroWords(act: BulkAct, names: Names, now: number): string[] {
  const of = (map: ReadonlyMap<string, string>, id: string) => map.get(id) ?? t('macro.somebody');
  const at = (time: string) => momentWords(time, now);
  switch (act.do) {
    case 'attention':
      return [t(`macro.attention.${act.attention}`, { reason: act.reason ?? '' })];
    case 'assign':
      return [act.agentId ? t('macro.assign', { name: of(names.agents, act.agentId) }) : t('macro.unassign')];
    case 'team':
      return [act.teamId ? t('macro.team', { name: of(names.teams, act.teamId) }) : t('macro.noTeam')];
    case 'label': {
      const list = (ids: readonly string[]) => ids.map((id) => of(names.labels, id)).join(', ');
      return [
        ...(act.add.length > 0 ? [t('macro.label', { names: list(act.add) })] : []),
        ...(act.remove.length > 0 ? [t('macro.unlabel', { names: list(act.remove) })] : []),
      ];
    }
    case 'snooze':
      return [act.until ? t('macro.snooze', { at: at(act.until) }) : t('macro.wake')];
    case 'resolve':
      return [t(`macro.resolve.${act.resolution}`)];
    case 'promise':
      return [act.for ? t('macro.promise', { at: at(act.for) }) : t('macro.noPromise')];
  }
}
