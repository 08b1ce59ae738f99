import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Team } from '../../../wire/access.ts';
import { agentsQuery, teamsQuery } from '../../api/queries.ts';
import { useMay } from '../../frame/use-me.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Button } from '../../parts/button.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Line, Lines, Sheet } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';
import { TeamDialog } from './team-dialog.tsx';

const FACES = 6;

/** Groups of people that work is handed to, and that are given inboxes together. */
export default function Teams() {
  const may = useMay();
  const teams = useQuery(teamsQuery);
  const agents = useQuery(agentsQuery);
  const settle = useSettle('teams', 'agents', 'access', 'me');
  const [ask, asked] = useConfirm();
  const [edited, setEdited] = useState<Team | 'new' | null>(null);
  const mayManage = may('teams.manage');
  const add = (
    <Button look="main" icon={<Plus size={14} aria-hidden />} onClick={() => setEdited('new')}>
      {t('teams.add')}
    </Button>
  );
  async function remove(team: Team) {
    const isSure = await ask({
      title: t('teams.removeTitle', { name: team.name }),
      about: t('teams.removeAbout'),
      act: t('teams.remove'),
      isGrave: true,
    });
    if (isSure) await settle('DELETE', `/api/teams/${team.id}`, undefined, t('teams.removed', { name: team.name }));
  }
  return (
    <Sheet title={t('page.teams')} about={t('teams.about')} acts={mayManage && add}>
      <Loaded query={teams} what={t('what.teams')}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('teams.none')} act={mayManage && add}>
              {t('teams.noneAbout')}
            </Empty>
          ) : (
            <Lines label={t('page.teams')}>
              {items.map((team) => (
                <Line key={team.id}>
                  <div className="min-w-[140px] flex-1">
                    <p className="font-semibold">{team.name}</p>
                    <p className="text-s text-ink-3">{t('teams.members', { count: team.agentIds.length })}</p>
                  </div>
                  <span className="flex -space-x-1.5 max-phone:hidden rtl:space-x-reverse">
                    {team.agentIds.slice(0, FACES).map((id) => (
                      <Avatar key={id} size={26} name={agents.data?.find((one) => one.id === id)?.name ?? '?'} />
                    ))}
                  </span>
                  {mayManage && (
                    <span className="flex">
                      <Button look="quiet" onClick={() => setEdited(team)}>
                        {t('settings.change')}
                      </Button>
                      <Button look="quiet" onClick={() => void remove(team)}>
                        {t('teams.remove')}
                      </Button>
                    </span>
                  )}
                </Line>
              ))}
            </Lines>
          )
        }
      </Loaded>
      {edited && (
        <TeamDialog
          team={edited === 'new' ? null : edited}
          agents={agents.data ?? []}
          onClose={() => setEdited(null)}
        />
      )}
      {asked}
    </Sheet>
  );
}
