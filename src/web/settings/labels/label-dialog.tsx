import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Colour, Label } from '../../../wire/work.ts';
import { call } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { ColourPicker } from '../../parts/colour-picker.tsx';
import { TextField } from '../../parts/field.tsx';
import { useSave } from '../../parts/form.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { LabelChip } from '../../parts/label-chip.tsx';
import { t } from '../../text/t.ts';

export function LabelDialog({ label, onClose }: { readonly label: Label | null; readonly onClose: () => void }) {
  const client = useQueryClient();
  const save = useSave();
  const [id] = useState(() => label?.id ?? newId());
  const [name, setName] = useState(label?.name ?? '');
  const [colour, setColour] = useState<Colour>(label?.colour ?? 'teal');
  async function submit() {
    const done = await save.run(() =>
      label ? call('PATCH', `/api/labels/${id}`, { name, colour }) : call('POST', '/api/labels', { id, name, colour }),
    );
    if (done === null) return;
    onClose();
    await client.invalidateQueries({ queryKey: ['labels'] });
  }
  return (
    <FormDialog
      title={t(label ? 'labels.changeTitle' : 'labels.add')}
      act={t(label ? 'settings.save' : 'labels.add')}
      save={save}
      fields={['name', 'colour']}
      isDirty={name !== (label?.name ?? '') || (label !== null && colour !== label.colour)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t('people.name')}
        required
        maxLength={60}
        placeholder={t('labels.example')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        problem={save.at('name')}
      />
      <div className="grid gap-1">
        <span className="font-medium">{t('labels.colour')}</span>
        <ColourPicker label={t('labels.colour')} value={colour} onChange={setColour} />
      </div>
      <p className="flex items-center gap-2 text-s text-ink-3">
        {t('labels.looks')}
        <LabelChip colour={colour}>{name.trim() || t('labels.example')}</LabelChip>
      </p>
    </FormDialog>
  );
}
