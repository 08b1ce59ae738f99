import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { canHold } from '../api/can-hold.ts';
import { agentsQuery } from '../api/queries.ts';
import { WhenMenu } from '../conversation/header/when-menu.tsx';
import { useMe } from '../frame/use-me.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Menu, MenuItem, MenuLine } from '../parts/menu.tsx';
import { t } from '../text/t.ts';

const SMALL =
  'grid size-6 place-items-center rounded-small text-ink-3 hover:bg-raised hover:text-ink data-popup-open:bg-raised max-phone:size-10';

export function WhoMenu({
  chosen,
  onChoose,
  label,
  className = SMALL,
  children,
}: {
  readonly chosen: string | null;
  readonly onChoose: (agentId: string | null) => void;
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const me = useMe().agent?.id;
  const { data: agents = [] } = useQuery(agentsQuery);
  const able = agents.filter(canHold).toSorted((a, b) => Number(b.id === me) - Number(a.id === me));
  return (
    <Menu
      trigger={
        <button type="button" aria-label={label} title={t('task.who')} className={className}>
          {children}
        </button>
      }
    >
      {able.map((agent) => (
        <MenuItem
          key={agent.id}
          icon={<Avatar name={agent.name} size={20} tone={agent.id === me ? 'ours' : 'theirs'} />}
          isChosen={agent.id === chosen}
          onSelect={() => onChoose(agent.id)}
        >
          {agent.id === me ? t('act.assignMe', { name: agent.name }) : agent.name}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem isChosen={chosen === null} onSelect={() => onChoose(null)}>
        {t('task.nobody')}
      </MenuItem>
    </Menu>
  );
}

export function DueMenu({
  isSet,
  onChoose,
  label,
  className = SMALL,
  children,
}: {
  readonly isSet: boolean;
  readonly onChoose: (dueAt: string | null) => void;
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <WhenMenu
      title={t('task.when')}
      trigger={
        <button type="button" aria-label={label} title={t('task.when')} className={className}>
          {children}
        </button>
      }
      isOpen={isOpen}
      onOpenChange={setOpen}
      onChoose={(until) => onChoose(until.toISOString())}
      end={isSet ? { label: t('task.whenNone'), run: () => onChoose(null) } : null}
    />
  );
}
