import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { MadeApiToken } from '../../../wire/people.ts';
import { call } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { Check } from '../../parts/check.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { useSave } from '../../parts/form.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';
import { useRefresh } from '../parts/use-refresh.ts';
import { rolesQuery } from '../queries.ts';
import { actGroups } from '../roles/act-groups.ts';

const DAYS = ['30', '90', '365', ''] as const;

/** Makes a token with exactly what a program needs. It is shown once, and then nobody can read it again. */
export function NewToken({ scopes, onClose }: { readonly scopes: readonly string[]; readonly onClose: () => void }) {
  const refresh = useRefresh('tokens');
  const roles = useQuery(rolesQuery);
  const save = useSave();
  const [name, setName] = useState('');
  const [days, setDays] = useState<string>('90');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [made, setMade] = useState<string | null>(null);
  const words = scopes.map((act) => ({
    act,
    meaning: roles.data?.acts.find((one) => one.act === act)?.meaning ?? act,
  }));
  async function submit() {
    const done = await save.run(() =>
      call<z.infer<typeof MadeApiToken>>('POST', '/api/tokens', {
        name,
        scopes: chosen,
        ...(days === '' ? {} : { expiresInDays: Number(days) }),
      }),
    );
    if (!done) return;
    setMade(done.token);
    await refresh();
  }
  if (made !== null)
    return (
      <Dialog isOpen onClose={onClose} title={t('tokens.madeTitle')} about={t('tokens.madeAbout')} isWide>
        <CopyField label={t('tokens.token')} value={made} help={t('tokens.use')} />
        <DialogActs>
          <Button look="main" onClick={onClose}>
            {t('settings.done')}
          </Button>
        </DialogActs>
      </Dialog>
    );
  return (
    <FormDialog
      title={t('tokens.add')}
      about={t('tokens.addAbout')}
      act={t('tokens.make')}
      save={save}
      fields={['name', 'scopes']}
      isDirty={name !== '' || chosen.length > 0}
      isWide
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className="grid gap-4 phone:grid-cols-2">
        <TextField
          label={t('people.name')}
          required
          maxLength={100}
          placeholder={t('tokens.example')}
          value={name}
          onChange={({ target }) => setName(target.value)}
          problem={save.at('name')}
        />
        <Field label={t('tokens.lasts')}>
          {(ids) => (
            <Select
              id={ids.id}
              label={t('tokens.lasts')}
              value={days}
              options={DAYS.map((value) => ({
                value,
                label: value === '' ? t('tokens.forever') : t('tokens.days', { count: Number(value) }),
              }))}
              onChange={setDays}
            />
          )}
        </Field>
      </div>
      {actGroups(words).map((group) => (
        <fieldset key={group.title}>
          <legend className="mb-0.5 font-medium">{t(group.title)}</legend>
          <div className="grid gap-x-6 phone:grid-cols-2">
            {group.acts.map(({ act, meaning }) => (
              <Check
                key={act}
                label={meaning}
                isOn={chosen.includes(act)}
                onChange={(isOn) => setChosen(isOn ? [...chosen, act] : chosen.filter((one) => one !== act))}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {save.at('scopes') && (
        <p role="alert" className="font-medium text-alarm">
          {t('tokens.noScopes')}
        </p>
      )}
    </FormDialog>
  );
}
