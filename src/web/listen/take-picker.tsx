import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { canHold } from '../api/can-hold.ts';
import { agentsQuery, teamsQuery } from '../api/queries.ts';
import { Picker } from '../conversation/header/picker.tsx';
import { useMay, useMe } from '../frame/use-me.ts';
import { Avatar } from '../parts/avatar.tsx';
import { t } from '../text/t.ts';
import type { Taker } from './use-hit-acts.ts';

/** Who gets it: me first, then the others, then the teams. */
export function TakePicker({
  trigger,
  isOpen,
  onOpenChange,
  onTake,
}: {
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onTake: (to: Taker) => void;
}) {
  const me = useMe().agent;
  const may = useMay()('agents.read');
  const { data: agents = [] } = useQuery({ ...agentsQuery, enabled: may && isOpen });
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: may && isOpen });
  const takers: readonly Taker[] = [
    ...(me ? [{ kind: 'agent', id: me.id, name: me.name } as const] : []),
    ...agents
      .filter((one) => canHold(one) && one.id !== me?.id)
      .map(({ id, name }) => ({ kind: 'agent', id, name }) as const),
    ...teams.map(({ id, name }) => ({ kind: 'team', id, name }) as const),
  ];
  return (
    <Picker
      label={t('hit.assignTo')}
      trigger={trigger}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      options={takers.map(({ kind, id, name }) => ({
        id,
        name: id === me?.id ? t('act.assignMe', { name }) : name,
        icon:
          kind === 'team' ? (
            <Users size={16} aria-label={t('hit.team')} className="mx-0.5 flex-none text-ink-3" />
          ) : (
            <Avatar name={name} size={20} tone={id === me?.id ? 'ours' : 'theirs'} />
          ),
      }))}
      chosen={[]}
      onToggle={({ id }) => {
        const taker = takers.find((one) => one.id === id);
        if (taker) onTake(taker);
      }}
      empty={t('picker.nobody')}
    />
  );
}
