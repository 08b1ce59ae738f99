import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConversationDetail, ConversationRow } from '../../../wire/conversations.ts';
import { offerUndo } from '../../api/offer-undo.ts';
import { addLink, removeLink } from '../../api/work-acts.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { SaveProblem, useSave } from '../../parts/form.tsx';
import { t } from '../../text/t.ts';
import { ConversationChoice } from './conversation-choice.tsx';

/** Two conversations that belong together and stay two. */
export function LinkDialog({ detail, onClose }: { readonly detail: ConversationDetail; readonly onClose: () => void }) {
  const { id } = detail.conversation;
  const client = useQueryClient();
  const [to, setTo] = useState<ConversationRow | null>(null);
  const save = useSave();
  const refresh = () => void client.invalidateQueries({ queryKey: ['conversation'] });
  const link = (other: ConversationRow) =>
    save.run(async () => {
      await addLink(id, other.id);
      onClose();
      refresh();
      offerUndo(t('link.done', { name: other.contact.name || t('person.nameless') }), async () => {
        await removeLink(id, other.id);
        refresh();
      });
    });
  return (
    <Dialog isOpen onClose={onClose} title={t('link.title')} about={t('link.about')} isWide>
      <ConversationChoice
        first={detail.elsewhere}
        except={[id, ...detail.linked.map((one) => one.id)]}
        chosen={to}
        onChoose={setTo}
      />
      <SaveProblem save={save} />
      <DialogActs>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button look="main" disabled={!to} isBusy={save.isBusy} onClick={() => to && void link(to)}>
          {t('link.submit')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
