import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiToken } from '../../../wire/people.ts';
import { call } from '../../api/call.ts';
import { TextField } from '../../parts/field.tsx';
import { useSave } from '../../parts/form.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { t } from '../../text/t.ts';

export function RenameToken({ token, onClose }: { readonly token: ApiToken; readonly onClose: () => void }) {
  const client = useQueryClient();
  const save = useSave();
  const [name, setName] = useState(token.name);
  async function submit() {
    const done = await save.run(() => call('PATCH', `/api/tokens/${token.id}`, { name }));
    if (done === null) return;
    onClose();
    await client.invalidateQueries({ queryKey: ['tokens'] });
  }
  return (
    <FormDialog
      title={t('tokens.renameTitle')}
      act={t('settings.save')}
      save={save}
      fields={['name']}
      isDirty={name !== token.name}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t('people.name')}
        required
        maxLength={100}
        value={name}
        onChange={({ target }) => setName(target.value)}
        problem={save.at('name')}
      />
    </FormDialog>
  );
}
