import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Agent } from '../../../wire/people.ts';
import { call } from '../../api/call.ts';
import { agentsQuery } from '../../api/queries.ts';
import { useMay, useMe } from '../../frame/use-me.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Form, useSave } from '../../parts/form.tsx';
import { Card } from '../../parts/page.tsx';
import { Select } from '../../parts/select.tsx';
import { Empty } from '../../parts/states.tsx';
import { say } from '../../parts/toasts.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Lines, Section, Setting, Sheet } from '../parts/sheet.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { useSettle } from '../parts/use-settle.ts';
import { rolesQuery } from '../queries.ts';
import { roleName } from '../roles/role-name.ts';
import { roleChoice, roleOptions, roleValue } from '../roles/role-options.ts';
import { NameAndEmail } from './name-and-email.tsx';
import { PersonDesk } from './person-desk.tsx';
import { PersonSafety } from './person-safety.tsx';
import { TeamsOf } from './teams-of.tsx';

/** One colleague: who they are, what they may do, and how they come in. */
export function Person({ id }: { readonly id: string }) {
  const agents = useQuery(agentsQuery);
  const agent = agents.data?.find((one) => one.id === id);
  return (
    <Sheet title={agent?.name ?? t('page.people')} up="people">
      <Loaded query={agents} what={t('what.people')}>
        {() => (agent ? <Facts agent={agent} /> : <Empty title={t('people.gone')}>{t('people.goneAbout')}</Empty>)}
      </Loaded>
    </Sheet>
  );
}

function Facts({ agent }: { readonly agent: Agent }) {
  const me = useMe();
  const may = useMay();
  const isMe = agent.id === me.agent?.id;
  return (
    <>
      <div className="flex items-center gap-4">
        <Avatar name={agent.name} size={48} tone={isMe ? 'ours' : 'theirs'} />
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2 text-xl font-semibold">
            {agent.name}
            {!agent.isActive && <Chip tone="warn">{t('people.deactivated')}</Chip>}
            {agent.isActive && agent.isInvited && <Chip tone="note">{t('people.invited')}</Chip>}
          </p>
          <p className="truncate text-ink-2">
            {agent.email} · {roleName(agent)}
          </p>
        </div>
      </div>
      {may('agents.manage') && <Identity agent={agent} />}
      <Section title={t('people.does')}>
        <Lines>
          {may('agents.manage') && !isMe && <RoleOf agent={agent} />}
          <TeamsOf agent={agent} mayChange={may('teams.manage')} />
        </Lines>
        {isMe && <p className="mt-2 text-s text-ink-3">{t('people.ownRole')}</p>}
      </Section>
      {may('triage.manage') && agent.isActive && <PersonDesk agent={agent} />}
      {may('agents.manage') && !isMe && <PersonSafety agent={agent} />}
    </>
  );
}

function RoleOf({ agent }: { readonly agent: Agent }) {
  const me = useMe();
  const roles = useQuery(rolesQuery);
  const settle = useSettle('agents', 'roles');
  const options = roleOptions(me.acts, roles.data);
  const value = roleValue(agent);
  const isAbove = !options.some((one) => one.value === value);
  return (
    <Setting title={t('people.role')} help={t(isAbove ? 'people.roleAbove' : 'people.roleHelp')}>
      {isAbove ? (
        <span className="text-ink-2">{roleName(agent)}</span>
      ) : (
        <div className="w-48 max-phone:w-full">
          <Select
            label={t('people.roleOf', { name: agent.name })}
            value={value}
            options={options}
            onChange={(next) =>
              void settle(
                'PATCH',
                `/api/agents/${agent.id}`,
                roleChoice(next),
                t('people.changed', { name: agent.name }),
              )
            }
          />
        </div>
      )}
    </Setting>
  );
}

function Identity({ agent }: { readonly agent: Agent }) {
  const refresh = useRefresh('agents', 'me');
  const save = useSave();
  const [form, setForm] = useState({ name: agent.name, email: agent.email });
  const isDirty = form.name !== agent.name || form.email !== agent.email;
  async function submit() {
    const done = await save.run(() => call<Agent>('PATCH', `/api/agents/${agent.id}`, form));
    if (!done) return;
    setForm({ name: done.name, email: done.email });
    void refresh();
    say({ title: t('people.changed', { name: done.name }) });
  }
  return (
    <Card>
      <Form save={save} fields={['name', 'email']} onSubmit={() => void submit()}>
        <div className="grid gap-4 phone:grid-cols-2">
          <NameAndEmail value={form} save={save} onChange={setForm} />
        </div>
        <Button type="submit" look="main" isBusy={save.isBusy} disabled={!isDirty} className="justify-self-start">
          {t('settings.save')}
        </Button>
      </Form>
      <Unsaved isDirty={isDirty && !save.isBusy} />
    </Card>
  );
}
