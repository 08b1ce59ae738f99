import type { ReactNode } from 'react';
import { t } from '../text/t.ts';
import { Button } from './button.tsx';
import { Dialog, DialogActs } from './dialog.tsx';
import { Form, type Save } from './form.tsx';
import { useMayDrop } from './unsaved.tsx';

/** A form on a sheet. What was typed is not thrown away by a stray Escape: it asks once. */
export function FormDialog({
  title,
  about,
  act,
  save,
  fields,
  isDirty,
  isWide,
  onSubmit,
  onClose,
  children,
}: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly act: string;
  readonly save: Save;
  readonly fields: readonly string[];
  readonly isDirty: boolean;
  readonly isWide?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const [mayDrop, asked] = useMayDrop(isDirty && !save.isBusy, t('unsaved.dialog'));
  async function close() {
    if (await mayDrop()) onClose();
  }
  return (
    <Dialog isOpen onClose={() => void close()} title={title} about={about} isWide={isWide ?? false}>
      <Form
        save={save}
        fields={fields}
        onSubmit={onSubmit}
        acts={
          <DialogActs>
            <Button onClick={() => void close()}>{t('dialog.cancel')}</Button>
            <Button type="submit" look="main" isBusy={save.isBusy}>
              {act}
            </Button>
          </DialogActs>
        }
      >
        {children}
      </Form>
      {asked}
    </Dialog>
  );
}
