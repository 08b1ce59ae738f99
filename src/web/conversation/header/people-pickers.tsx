import { useQuery } from '@tanstack/react-query';
import { UserRound, Users } from 'lucide-react';
import type { ConversationRow } from '../../../wire/conversations.ts';
import { canHold } from '../../api/can-hold.ts';
import { agentsQuery, teamsQuery } from '../../api/queries.ts';
import { useMe } from '../../frame/use-me.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { t } from '../../text/t.ts';
import { Picker } from './picker.tsx';
import { Property } from './property.tsx';

const NOBODY = 'nobody';
interface Props {
  readonly conversation: ConversationRow;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onChoose: (id: string | null, name: string) => void;
  /** It may be looked at, not changed. */
  readonly isFixed: boolean;
}

/** Who has it: me first, then the others, then nobody. */
export function AssigneePicker({ conversation, isOpen, onOpenChange, onChoose, isFixed }: Props) {
  const me = useMe();
  const { data: agents = [] } = useQuery(agentsQuery);
  const holder = agents.find((agent) => agent.id === conversation.assigneeId);
  const others = agents.filter((agent) => canHold(agent) && agent.id !== me.agent?.id);
  const words =
    conversation.assigneeId === null
      ? t('conversation.nobody')
      : conversation.assigneeId === me.agent?.id
        ? t('conversation.yours')
        : (holder?.name ?? t('actor.someone'));
  const shown = (
    <Property
      icon={
        holder ? (
          <Avatar name={holder.name} size={18} tone={holder.id === me.agent?.id ? 'ours' : 'theirs'} />
        ) : (
          <UserRound size={14} aria-hidden />
        )
      }
      label={t('act.assignNow', { now: words })}
      shortcut="a"
      isFixed={isFixed}
    >
      {words}
    </Property>
  );
  if (isFixed) return shown;
  return (
    <Picker
      label={t('act.assignTo')}
      trigger={shown}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      options={[
        ...(me.agent
          ? [
              {
                id: me.agent.id,
                name: t('act.assignMe', { name: me.agent.name }),
                hint: 'i',
                icon: <Avatar name={me.agent.name} size={20} tone="ours" />,
              },
            ]
          : []),
        ...others.map((agent) => ({ id: agent.id, name: agent.name, icon: <Avatar name={agent.name} size={20} /> })),
        {
          id: NOBODY,
          name: t('act.unassign'),
          icon: <UserRound size={16} aria-hidden className="mx-0.5 text-ink-3" />,
        },
      ]}
      chosen={[conversation.assigneeId ?? NOBODY]}
      onToggle={({ id }) => onChoose(id === NOBODY ? null : id, nameOf(agents, id))}
      empty={t('picker.nobody')}
    />
  );
}

export function TeamPicker({ conversation, isOpen, onOpenChange, onChoose, isFixed }: Props) {
  const { data: teams = [] } = useQuery(teamsQuery);
  const team = teams.find(({ id }) => id === conversation.teamId);
  if (teams.length === 0) return null;
  const words = team?.name ?? t('conversation.noTeam');
  const shown = (
    <Property
      icon={<Users size={14} aria-hidden />}
      label={t('act.teamNow', { now: words })}
      shortcut="t"
      isFixed={isFixed}
      isUnset={!team}
    >
      {words}
    </Property>
  );
  if (isFixed) return team ? shown : null;
  return (
    <Picker
      label={t('act.teamTo')}
      trigger={shown}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      options={[...teams.map(({ id, name }) => ({ id, name })), { id: NOBODY, name: t('conversation.noTeam') }]}
      chosen={[conversation.teamId ?? NOBODY]}
      onToggle={({ id }) => onChoose(id === NOBODY ? null : id, nameOf(teams, id))}
      empty={t('picker.noTeam')}
    />
  );
}

const nameOf = (all: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  all.find((one) => one.id === id)?.name ?? '';
