import { useState } from 'react';
import type { ApiToken } from '../../../wire/people.ts';
import { TextField } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { t } from '../../text/t.ts';
import { useKeep } from '../parts/use-keep.ts';

export function RenameToken({ token, onClose }: { readonly token: ApiToken; readonly onClose: () => void }) {
  const { save, keep } = useKeep('/api/tokens', token.id, 'tokens');
  const [name, setName] = useState(token.name);
  async function submit() {
    if (await keep({ name })) onClose();
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
