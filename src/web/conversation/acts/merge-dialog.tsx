import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ConversationDetail, ConversationRow } from '../../../wire/conversations.ts';
import { newId } from '../../api/new-id.ts';
import { offerUndo } from '../../api/offer-undo.ts';
import { mergeInto } from '../../api/work-acts.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { SaveProblem, useSave } from '../../parts/form.tsx';
import { t } from '../../text/t.ts';
import { ConversationChoice } from './conversation-choice.tsx';
import { takeBack } from './use-reversible.ts';

/** This conversation becomes part of another: which, what that means, and that it can be taken back. */
export function MergeDialog({
  detail,
  onClose,
}: {
  readonly detail: ConversationDetail;
  readonly onClose: () => void;
}) {
  const { id, contact } = detail.conversation;
  const client = useQueryClient();
  const { open } = useDesk();
  const [into, setInto] = useState<ConversationRow | null>(null);
  const save = useSave();
  // The same for each try, so that a second one does nothing twice.
  const mergeId = useRef(newId());
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['conversation'] });
    void client.invalidateQueries({ queryKey: ['list'] });
  };
  const merge = (target: ConversationRow) =>
    save.run(async () => {
      const { undoId } = await mergeInto(target.id, { id: mergeId.current, conversations: [id] });
      onClose();
      open(target.id);
      refresh();
      offerUndo(t('merge.done', { name: contact.name || t('person.nameless') }), async () => {
        await takeBack(undoId);
        refresh();
        open(id);
      });
    });
  return (
    <Dialog isOpen onClose={onClose} title={t('merge.title')} about={t('merge.about')} isWide>
      <ConversationChoice first={detail.elsewhere} except={[id]} chosen={into} onChoose={setInto} />
      {into && into.contact.id !== contact.id && (
        <p role="note" className="mt-3 rounded-small bg-warn-soft px-3 py-2 text-warn">
          {t('merge.other', { name: into.contact.name || t('person.nameless') })}
        </p>
      )}
      <SaveProblem save={save} />
      <DialogActs>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button look="main" disabled={!into} isBusy={save.isBusy} onClick={() => into && void merge(into)}>
          {t('merge.submit')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
