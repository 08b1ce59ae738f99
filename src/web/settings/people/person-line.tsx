import { ShieldCheck } from 'lucide-react';
import type { Team } from '../../../wire/access.ts';
import type { Agent } from '../../../wire/people.ts';
import { useMe } from '../../frame/use-me.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Chip } from '../../parts/chip.tsx';
import { t } from '../../text/t.ts';
import { ItemLink } from '../parts/item-link.tsx';
import { roleName } from '../roles/role-name.ts';

export function PersonLine({ agent, teams }: { readonly agent: Agent; readonly teams: readonly Team[] }) {
  const me = useMe();
  const own = teams.filter((team) => agent.teamIds.includes(team.id));
  return (
    <ItemLink page="people" item={agent.id}>
      <Avatar name={agent.name} size={32} tone={agent.id === me.agent?.id ? 'ours' : 'theirs'} />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="truncate font-semibold">{agent.name}</span>
          {agent.id === me.agent?.id && <Chip tone="accent">{t('people.you')}</Chip>}
          {agent.isActive && agent.isInvited && <Chip tone="note">{t('people.invitedShort')}</Chip>}
          {agent.hasSecondFactor && (
            <ShieldCheck size={14} role="img" aria-label={t('people.hasFactor')} className="flex-none text-accent" />
          )}
        </span>
        <span className="block truncate text-s text-ink-3">{agent.email}</span>
      </span>
      <span className="flex min-w-0 flex-wrap justify-end gap-1 max-phone:hidden">
        {own.slice(0, 3).map((team) => (
          <Chip key={team.id}>{team.name}</Chip>
        ))}
        {own.length > 3 && <Chip>{t('people.moreTeams', { count: own.length - 3 })}</Chip>}
      </span>
      <span className="w-24 flex-none truncate text-end text-ink-2">{roleName(agent)}</span>
    </ItemLink>
  );
}
