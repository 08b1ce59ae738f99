import { useQuery } from '@tanstack/react-query';
import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { RoleList } from '../../../wire/access.ts';
import type { Inbox } from '../../../wire/inboxes.ts';
import type { Agent } from '../../../wire/people.ts';
import { agentsQuery } from '../../api/queries.ts';
import { useMe } from '../../frame/use-me.ts';
import { Chip } from '../../parts/chip.tsx';
import { Field } from '../../parts/field.tsx';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Line, Lines } from '../parts/sheet.tsx';
import { rolesQuery } from '../queries.ts';
import { roleName } from '../roles/role-name.ts';
import type { AccessByInbox } from './access.tsx';
import { effectiveRight } from './effective.ts';

/** "What does Ana see?", asked before she does. */
export function PersonPreview({
  inboxes,
  access,
}: {
  readonly inboxes: readonly Inbox[];
  readonly access: AccessByInbox;
}) {
  const me = useMe();
  const agents = useQuery(agentsQuery);
  const roles = useQuery(rolesQuery);
  const [id, setId] = useState(me.agent?.id ?? '');
  const active = (agents.data ?? []).filter((one) => one.isActive);
  const agent = active.find((one) => one.id === id) ?? active[0];
  return (
    <Loaded query={roles} what={t('what.roles')}>
      {(all) => (
        <div className="grid gap-4">
          <div className="max-w-[320px]">
            <Field label={t('access.person')} help={agent ? roleName(agent) : undefined}>
              {(ids) => (
                <Select
                  id={ids.id}
                  label={t('access.person')}
                  value={agent?.id ?? ''}
                  options={active.map((one) => ({ value: one.id, label: one.name }))}
                  onChange={setId}
                />
              )}
            </Field>
          </div>
          {agent && (
            <Lines label={t('access.seenBy', { name: agent.name })}>
              {inboxes.map((inbox) => {
                const its = access.get(inbox.id);
                const right = its && effectiveRight({ ...agent, acts: actsOfAgent(agent, all) }, its);
                return (
                  <Line key={inbox.id} className={right === null ? 'text-ink-3' : ''}>
                    <NetworkMark channel={inbox.channel} />
                    <span className="min-w-0 flex-1 truncate">{inbox.name}</span>
                    {right === null && (
                      <span className="flex items-center gap-1.5">
                        <EyeOff size={14} aria-hidden />
                        {t('access.notSeen')}
                      </span>
                    )}
                    {right && <Chip tone="accent">{t(`right.${right}.long`)}</Chip>}
                  </Line>
                );
              })}
            </Lines>
          )}
        </div>
      )}
    </Loaded>
  );
}

function actsOfAgent(agent: Agent, roles: RoleList): readonly string[] {
  const own = roles.custom.find((one) => one.id === agent.customRole?.id);
  return own?.acts ?? roles.builtIn.find((one) => one.role === agent.role)?.acts ?? [];
}
