import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import type { ConversationRow } from '../../wire/conversations.ts';
import { agentsQuery } from '../api/queries.ts';
import { useMe } from '../frame/use-me.ts';
import { Avatar } from '../parts/avatar.tsx';
import { IconButton } from '../parts/button.tsx';
import { Menu, MenuItem, MenuLine } from '../parts/menu.tsx';
import { t } from '../text/t.ts';

/** Who has it: me first, then the others, then nobody. */
export function AssignMenu({
  conversation,
  isOpen,
  onOpenChange,
  onAssign,
}: {
  readonly conversation: ConversationRow;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onAssign: (agentId: string | null) => void;
}) {
  const me = useMe();
  const { data: agents = [] } = useQuery(agentsQuery);
  const mine = me.agent;
  const others = agents.filter((agent) => agent.isActive && agent.id !== mine?.id && agent.role !== 'viewer');
  return (
    <Menu
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      trigger={
        <IconButton label={t('act.assign')} shortcut="a" className="edge">
          <UserPlus size={15} aria-hidden />
        </IconButton>
      }
    >
      {mine && (
        <MenuItem
          icon={<Avatar name={mine.name} size={20} tone="ours" />}
          hint="i"
          isChosen={conversation.assigneeId === mine.id}
          onSelect={() => onAssign(mine.id)}
        >
          {t('act.assignMe')}
        </MenuItem>
      )}
      {others.map((agent) => (
        <MenuItem
          key={agent.id}
          icon={<Avatar name={agent.name} size={20} />}
          isChosen={conversation.assigneeId === agent.id}
          onSelect={() => onAssign(agent.id)}
        >
          {agent.name}
        </MenuItem>
      ))}
      {conversation.assigneeId !== null && (
        <>
          <MenuLine />
          <MenuItem onSelect={() => onAssign(null)}>{t('act.unassign')}</MenuItem>
        </>
      )}
    </Menu>
  );
}
