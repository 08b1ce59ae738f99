import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useMay, useMe } from '../../frame/use-me.ts';
import { Field } from '../../parts/field.tsx';
import { useSave } from '../../parts/form.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';
import { useRefresh } from '../parts/use-refresh.ts';
import { rolesQuery } from '../queries.ts';
import { roleChoice, roleOptions } from '../roles/role-options.ts';
import { type Invited, LinkDialog } from './link-dialog.tsx';
import { NameAndEmail } from './name-and-email.tsx';

export function Invite({ onClose }: { readonly onClose: () => void }) {
  const refresh = useRefresh('agents');
  const me = useMe();
  const may = useMay();
  const roles = useQuery({ ...rolesQuery, enabled: may('agents.read') });
  const save = useSave();
  const [form, setForm] = useState({ name: '', email: '', role: 'agent' });
  const [made, setMade] = useState<Invited | null>(null);
  const isDirty = form.name !== '' || form.email !== '';
  async function invite() {
    const { name, email, role } = form;
    const answer = await save.run(() => call<Invited>('POST', '/api/agents', { name, email, ...roleChoice(role) }));
    if (!answer) return;
    setMade(answer);
    await refresh();
  }
  if (made) return <LinkDialog made={made} onClose={onClose} />;
  return (
    <FormDialog
      title={t('people.inviteTitle')}
      about={t('people.inviteAbout')}
      act={t('people.inviteDo')}
      save={save}
      fields={['name', 'email', 'role']}
      isDirty={isDirty}
      onSubmit={() => void invite()}
      onClose={onClose}
    >
      <NameAndEmail value={form} save={save} onChange={(named) => setForm({ ...form, ...named })} />
      <Field label={t('people.role')} help={t('people.roleHelp')} problem={save.at('role')}>
        {({ id }) => (
          <Select
            id={id}
            label={t('people.role')}
            value={form.role}
            options={roleOptions(me.acts, roles.data)}
            onChange={(role) => setForm({ ...form, role })}
          />
        )}
      </Field>
    </FormDialog>
  );
}
