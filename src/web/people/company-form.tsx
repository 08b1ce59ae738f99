import { useState } from 'react';
import type { Company } from '../../wire/persons.ts';
import { newId } from '../api/new-id.ts';
import { TextField } from '../parts/field.tsx';
import { useSave } from '../parts/form.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { addCompany, patchCompany } from './queries.ts';
import { useKnown } from './use-known.ts';

const splitWords = (text: string) => text.split(/[\s,;]+/).filter((word) => word !== '');

/** Null: a new one. */
export function CompanyForm({ company, onClose }: { readonly company: Company | null; readonly onClose: () => void }) {
  const save = useSave();
  const { refresh } = useKnown();
  const [id] = useState(() => company?.id ?? newId());
  const [name, setName] = useState(company?.name ?? '');
  const [domains, setDomains] = useState(company?.domains.join(', ') ?? '');
  async function submit() {
    const wish = { name: name.trim(), domains: splitWords(domains) };
    const saved = await save.run(() => (company ? patchCompany(id, wish) : addCompany({ id, ...wish })));
    if (!saved) return;
    say({ title: t('company.saved', { name: saved.name }) });
    void refresh();
    onClose();
  }
  return (
    <FormDialog
      title={t(company ? 'company.title' : 'company.new')}
      about={t('company.about')}
      act={t('company.save')}
      save={save}
      fields={['name', 'domains']}
      isDirty={name !== (company?.name ?? '') || domains !== (company?.domains.join(', ') ?? '')}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className="grid gap-3">
        <TextField
          label={t('company.name')}
          value={name}
          maxLength={120}
          required
          problem={save.at('name')}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          label={t('company.domains')}
          help={t('company.domainsHelp')}
          value={domains}
          isOptional={t('field.optional')}
          problem={save.at('domains')}
          onChange={({ target }) => setDomains(target.value)}
        />
      </div>
    </FormDialog>
  );
}
