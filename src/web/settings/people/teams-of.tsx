import { useQuery } from '@tanstack/react-query';
import type { Agent } from '../../../wire/people.ts';
import { teamsQuery } from '../../api/queries.ts';
import { Chip } from '../../parts/chip.tsx';
import { ChooseMany } from '../../parts/combobox.tsx';
import { t } from '../../text/t.ts';
import { Setting } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';

/** The teams somebody is in. Kept with the team, so each press changes one team. */
export function TeamsOf({ agent, mayChange }: { readonly agent: Agent; readonly mayChange: boolean }) {
  const teams = useQuery(teamsQuery);
  const settle = useSettle('teams', 'agents', 'me');
  const all = teams.data ?? [];
  const own = all.filter((team) => team.agentIds.includes(agent.id));
  async function choose(ids: readonly string[]) {
    const moved = all.filter((team) => team.agentIds.includes(agent.id) !== ids.includes(team.id));
    for (const team of moved) {
      const agentIds = ids.includes(team.id)
        ? [...team.agentIds, agent.id]
        : team.agentIds.filter((one) => one !== agent.id);
      await settle('PATCH', `/api/teams/${team.id}`, { agentIds }, t('people.changed', { name: agent.name }));
    }
  }
  return (
    <Setting title={t('people.teams')} help={t('people.teamsHelp')}>
      {mayChange && all.length > 0 ? (
        <div className="w-72 max-phone:w-full">
          <ChooseMany
            label={t('people.teams')}
            placeholder={t('people.addTeam')}
            choices={all.map((team) => ({ value: team.id, label: team.name }))}
            values={own.map((team) => team.id)}
            onChange={(ids) => void choose(ids)}
          />
        </div>
      ) : (
        <span className="flex flex-wrap gap-1">
          {own.length === 0 && <span className="text-ink-2">{t('people.noTeams')}</span>}
          {own.map((team) => (
            <Chip key={team.id}>{team.name}</Chip>
          ))}
        </span>
      )}
    </Setting>
  );
}
