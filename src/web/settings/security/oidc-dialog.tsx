import { useState } from 'react';
import type { OidcProvider } from '../../../wire/security.ts';
import { TextField } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { TagInput } from '../../parts/tag-input.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { t } from '../../text/t.ts';
import { useKeep } from '../parts/use-keep.ts';

export function OidcDialog({
  provider,
  onClose,
}: {
  readonly provider: OidcProvider | null;
  readonly onClose: () => void;
}) {
  const { save, keep } = useKeep('/api/security/oidc', provider?.id, 'security');
  const [kept] = useState(() => ({
    name: provider?.name ?? '',
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    clientSecret: '',
    mayJoin: provider?.mayJoin ?? false,
    domains: provider?.domains ?? ([] as string[]),
  }));
  const [form, setForm] = useState(kept);
  async function submit() {
    const { clientSecret, ...rest } = form;
    if (await keep({ ...rest, ...(clientSecret === '' ? {} : { clientSecret }) })) onClose();
  }
  const text = (name: 'name' | 'issuer' | 'clientId') => ({
    value: form[name],
    onChange: ({ target }: { target: { value: string } }) => setForm({ ...form, [name]: target.value }),
    problem: save.at(name),
  });
  return (
    <FormDialog
      title={t(provider ? 'oidc.changeTitle' : 'oidc.addTitle')}
      about={t('oidc.dialogAbout')}
      act={t(provider ? 'settings.save' : 'oidc.add')}
      save={save}
      fields={['name', 'issuer', 'clientId', 'clientSecret', 'domains']}
      isDirty={JSON.stringify(form) !== JSON.stringify(kept)}
      isWide
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t('oidc.name')}
        help={t('oidc.nameHelp')}
        required
        maxLength={60}
        placeholder={t('oidc.nameExample')}
        {...text('name')}
      />
      <TextField
        label={t('oidc.issuer')}
        help={t('oidc.issuerHelp')}
        type="url"
        required
        spellCheck={false}
        placeholder="https://login.example.com"
        {...text('issuer')}
      />
      <div className="grid gap-4 phone:grid-cols-2">
        <TextField
          label={t('oidc.clientId')}
          required
          maxLength={300}
          autoComplete="off"
          spellCheck={false}
          {...text('clientId')}
        />
        <PasswordField
          label={t('oidc.clientSecret')}
          help={t('oidc.secretHelp')}
          autoComplete="off"
          placeholder={provider?.hasSecret ? t('field.kept') : undefined}
          value={form.clientSecret}
          onChange={({ target }) => setForm({ ...form, clientSecret: target.value })}
          problem={save.at('clientSecret')}
        />
      </div>
      <Toggle
        label={t('oidc.mayJoin')}
        help={t('oidc.mayJoinHelp')}
        isOn={form.mayJoin}
        onChange={(mayJoin) => setForm({ ...form, mayJoin })}
      />
      <TagInput
        label={t('oidc.domains')}
        help={t('oidc.domainsHelp')}
        placeholder="example.com"
        problem={save.at('domains')}
        values={form.domains}
        onChange={(domains) => setForm({ ...form, domains: domains.map((one) => one.toLowerCase().replace(/^@/, '')) })}
      />
    </FormDialog>
  );
}
