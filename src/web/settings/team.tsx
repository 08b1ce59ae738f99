import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy, Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Agent } from '../../wire/people.ts';
import { call, inWords } from '../api/call.ts';
import { agentsQuery } from '../api/queries.ts';
import { useMay, useMe } from '../frame/use-me.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { Chip } from '../parts/chip.tsx';
import { Dialog, DialogActs } from '../parts/dialog.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { Card } from '../parts/page.tsx';
import { Select } from '../parts/select.tsx';
import { LoadFailed, Skeleton } from '../parts/states.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';

const ROLES = ['owner', 'admin', 'lead', 'agent', 'viewer'] as const;

/** Who works here. Those who may, invite others and change what they may do. */
export function Team() {
  const may = useMay();
  const me = useMe();
  const agents = useQuery(agentsQuery);
  const [isInviting, setInviting] = useState(false);
  const mayManage = may('agents.manage');
  return (
    <Card>
      <div className="mb-2 flex items-center">
        <h2 className="flex-1 font-semibold">{t('team.title')}</h2>
        {mayManage && (
          <Button icon={<Plus size={14} aria-hidden />} onClick={() => setInviting(true)}>
            {t('team.invite')}
          </Button>
        )}
      </div>
      {agents.isPending ? (
        <Skeleton className="h-24" />
      ) : agents.isError ? (
        <LoadFailed what={t('what.team')} error={agents.error} onRetry={() => void agents.refetch()} />
      ) : (
        <ul>
          {agents.data.map((agent) => (
            <Line key={agent.id} agent={agent} mayManage={mayManage && agent.id !== me.agent?.id} />
          ))}
        </ul>
      )}
      {isInviting && <Invite onClose={() => setInviting(false)} />}
    </Card>
  );
}

function Line({ agent, mayManage }: { readonly agent: Agent; readonly mayManage: boolean }) {
  const client = useQueryClient();
  async function change(patch: Record<string, unknown>) {
    try {
      await call('PATCH', `/api/agents/${agent.id}`, patch);
      say({ title: t('team.changed', { name: agent.name }) });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    } finally {
      await client.invalidateQueries({ queryKey: ['agents'] });
    }
  }
  return (
    <li className="flex flex-wrap items-center gap-3 py-1.5">
      <Avatar name={agent.name} size={28} />
      <div className="min-w-0 flex-1 max-phone:basis-[70%]">
        <p className="truncate font-medium">{agent.name}</p>
        <p className="truncate text-s text-ink-3">{agent.email}</p>
      </div>
      {!agent.isActive && <Chip tone="warn">{t('team.gone')}</Chip>}
      {mayManage ? (
        <>
          <div className="w-32">
            <Select
              label={t('team.roleOf', { name: agent.name })}
              value={agent.role}
              options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
              onChange={(role) => void change({ role })}
            />
          </div>
          <Button look="quiet" onClick={() => void change({ isActive: !agent.isActive })}>
            {t(agent.isActive ? 'team.deactivate' : 'team.activate')}
          </Button>
        </>
      ) : (
        <span className="text-ink-2">{t(`role.${agent.role}`)}</span>
      )}
    </li>
  );
}

function Invite({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient();
  const [role, setRole] = useState<string>('agent');
  const [problem, setProblem] = useState<string | null>(null);
  const [link, setLink] = useState<string | null>(null);
  async function invite(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    try {
      const made = await call<{ link: string }>('POST', '/api/agents', {
        name: String(form.get('name')),
        email: String(form.get('email')),
        role,
      });
      setLink(made.link);
      await client.invalidateQueries({ queryKey: ['agents'] });
    } catch (error) {
      setProblem(inWords(error));
    }
  }
  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text);
      say({ title: t('webhook.copied') });
    } catch {
      say({ title: t('webhook.notCopied'), isBad: true });
    }
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('team.invite')}
      about={link ? t('team.linkAbout') : t('team.inviteAbout')}
    >
      {link ? (
        <>
          <code className="block overflow-x-auto rounded-s bg-sunken px-2 py-1.5 font-mono text-s whitespace-nowrap">
            {link}
          </code>
          <DialogActs>
            <Button look="main" icon={<Copy size={13} aria-hidden />} onClick={() => void copy(link)}>
              {t('webhook.copy')}
            </Button>
          </DialogActs>
        </>
      ) : (
        <form onSubmit={(event) => void invite(event)} className="grid gap-4">
          <TextField label={t('team.name')} name="name" required maxLength={100} />
          <TextField label={t('signIn.email')} name="email" type="email" required problem={problem} />
          <Field label={t('team.role')}>
            {({ id }) => (
              <Select
                id={id}
                label={t('team.role')}
                value={role}
                options={ROLES.map((one) => ({ value: one, label: t(`role.${one}`) }))}
                onChange={setRole}
              />
            )}
          </Field>
          <DialogActs>
            <Button onClick={onClose}>{t('dialog.cancel')}</Button>
            <Button type="submit" look="main">
              {t('team.inviteDo')}
            </Button>
          </DialogActs>
        </form>
      )}
    </Dialog>
  );
}
