import { useState } from 'react';
import type { Colour, Label } from '../../../wire/work.ts';
import { ColourPicker } from '../../parts/colour-picker.tsx';
import { TextField } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { LabelChip } from '../../parts/label-chip.tsx';
import { t } from '../../text/t.ts';
import { useKeep } from '../parts/use-keep.ts';

export function LabelDialog({ label, onClose }: { readonly label: Label | null; readonly onClose: () => void }) {
  const { save, keep } = useKeep('/api/labels', label?.id, 'labels');
  const [name, setName] = useState(label?.name ?? '');
  const [colour, setColour] = useState<Colour>(label?.colour ?? 'teal');
  async function submit() {
    if (await keep({ name, colour })) onClose();
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
