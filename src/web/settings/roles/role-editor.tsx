import { useState } from 'react';
import type { CustomRole, RoleList } from '../../../wire/access.ts';
import { useMe } from '../../frame/use-me.ts';
import { Check } from '../../parts/check.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { Card } from '../../parts/page.tsx';
import { Select } from '../../parts/select.tsx';
import { say } from '../../parts/toasts.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { EditorActs } from '../parts/editor-acts.tsx';
import { useKeep } from '../parts/use-keep.ts';
import { useLeave } from '../parts/use-leave.ts';
import { useSettle } from '../parts/use-settle.ts';
import { actGroups } from './act-groups.ts';

/** A role made of acts. Nobody allows others what they may not do themselves. */
export function RoleEditor({ role, roles }: { readonly role: CustomRole | null; readonly roles: RoleList }) {
  const me = useMe();
  const settle = useSettle('roles', 'agents');
  const { save, keep } = useKeep('/api/roles', role?.id, 'roles', 'agents', 'me');
  const [ask, asked] = useConfirm();
  const [isLeaving, leave] = useLeave('roles');
  const [name, setName] = useState(role?.name ?? '');
  const [acts, setActs] = useState<readonly string[]>(role?.acts ?? []);
  const isDirty = name !== (role?.name ?? '') || [...acts].sort().join() !== [...(role?.acts ?? [])].sort().join();
  const models = roles.builtIn.map((one) => ({
    value: one.role as string,
    label: t(`role.${one.role}`),
    acts: one.acts,
  }));

  async function submit() {
    if (!(await keep({ name, acts }))) return;
    say({ title: t('roles.saved', { name }) });
    leave();
  }
  async function remove({ id, name: its }: CustomRole) {
    const isSure = await ask({
      title: t('settings.removeTitle', { name: its }),
      about: t('roles.removeAbout'),
      act: t('settings.remove'),
      isGrave: true,
    });
    if (isSure && (await settle('DELETE', `/api/roles/${id}`, undefined, t('settings.removed', { name: its }))))
      leave();
  }
  return (
    <Form save={save} fields={['name', 'acts']} onSubmit={() => void submit()} className="grid gap-6">
      <div className="grid gap-4 phone:grid-cols-2">
        <TextField
          label={t('people.name')}
          required
          maxLength={60}
          placeholder={t('roles.example')}
          value={name}
          onChange={({ target }) => setName(target.value)}
          problem={save.at('name')}
        />
        {!role && (
          <Field label={t('roles.model')} help={t('roles.modelHelp')}>
            {({ id: fieldId }) => (
              <Select
                id={fieldId}
                label={t('roles.model')}
                value=""
                options={[{ value: '', label: t('roles.modelNone') }, ...models]}
                onChange={(value) => {
                  const model = models.find((one) => one.value === value);
                  if (model) setActs(model.acts.filter((act) => me.acts.includes(act)));
                }}
              />
            )}
          </Field>
        )}
      </div>
      {save.at('acts') && (
        <p role="alert" className="font-medium text-alarm">
          {save.at('acts')}
        </p>
      )}
      {actGroups(roles.acts).map((group) => (
        <fieldset key={group.title}>
          <legend className="mb-2 text-l font-semibold">{t(group.title)}</legend>
          <Card className="grid gap-x-6 px-4 py-2 phone:grid-cols-2">
            {group.acts.map(({ act, meaning }) => {
              const isOff = !me.acts.includes(act);
              return (
                <Check
                  key={act}
                  label={meaning}
                  help={isOff ? t('roles.notYours') : undefined}
                  isOn={acts.includes(act)}
                  isOff={isOff}
                  onChange={(isOn) => setActs(isOn ? [...acts, act] : acts.filter((one) => one !== act))}
                />
              );
            })}
          </Card>
        </fieldset>
      ))}
      <EditorActs
        isBusy={save.isBusy}
        isOff={!isDirty || acts.length === 0}
        onRemove={role && (() => void remove(role))}
      />
      <Unsaved isDirty={isDirty && !isLeaving && !save.isBusy} />
      {asked}
    </Form>
  );
}
