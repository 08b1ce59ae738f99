import { useState } from 'react';
import type { CustomField } from '../../../wire/work.ts';
import { Field, TextField } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Select } from '../../parts/select.tsx';
import { TagInput } from '../../parts/tag-input.tsx';
import { t } from '../../text/t.ts';
import { useKeep } from '../parts/use-keep.ts';

const KINDS: readonly CustomField['kind'][] = ['text', 'number', 'date', 'choice', 'toggle'];

export function FieldDialog({ field, onClose }: { readonly field: CustomField | null; readonly onClose: () => void }) {
  const { save, keep } = useKeep('/api/fields', field?.id, 'fields');
  const [form, setForm] = useState({
    name: field?.name ?? '',
    about: field?.about ?? ('conversation' as const),
    kind: field?.kind ?? ('text' as CustomField['kind']),
    choices: field?.choices ?? [],
  });
  const isDirty = form.name !== (field?.name ?? '') || form.choices.join() !== (field?.choices ?? []).join();
  async function submit() {
    const { name, about, kind } = form;
    const choices = kind === 'choice' ? form.choices : [];
    const changed = { name, ...(kind === 'choice' ? { choices } : {}) };
    if (await keep(field ? changed : { about, name, kind, choices })) onClose();
  }
  return (
    <FormDialog
      title={t(field ? 'fields.changeTitle' : 'fields.add')}
      about={field ? t('fields.fixed', { kind: t(`fields.kind.${field.kind}`) }) : undefined}
      act={t(field ? 'settings.save' : 'fields.add')}
      save={save}
      fields={['name', 'choices', 'kind']}
      isDirty={isDirty}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t('people.name')}
        required
        maxLength={60}
        placeholder={t('fields.example')}
        value={form.name}
        onChange={({ target }) => setForm({ ...form, name: target.value })}
        problem={save.at('name')}
      />
      {!field && (
        <>
          <div className="grid justify-items-start gap-1">
            <span className="font-medium">{t('fields.aboutWhat')}</span>
            <Segments
              label={t('fields.aboutWhat')}
              value={form.about}
              options={[
                { value: 'conversation', label: t('fields.conversation') },
                { value: 'contact', label: t('fields.contact') },
              ]}
              onChange={(about) => setForm({ ...form, about })}
            />
          </div>
          <Field label={t('fields.kind')} help={t('fields.kindHelp')} problem={save.at('kind')}>
            {(ids) => (
              <Select
                id={ids.id}
                label={t('fields.kind')}
                value={form.kind}
                options={KINDS.map((kind) => ({ value: kind, label: t(`fields.kind.${kind}`) }))}
                onChange={(next) => setForm({ ...form, kind: KINDS.find((kind) => kind === next) ?? 'text' })}
              />
            )}
          </Field>
        </>
      )}
      {form.kind === 'choice' && (
        <TagInput
          label={t('fields.choices')}
          help={t('fields.choicesHelp')}
          problem={save.at('choices')}
          placeholder={t('fields.choicesExample')}
          values={form.choices}
          onChange={(choices) => setForm({ ...form, choices: [...choices] })}
        />
      )}
    </FormDialog>
  );
}
