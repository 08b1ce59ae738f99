import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { newId } from '../../api/new-id.ts';
import { offerUndo } from '../../api/offer-undo.ts';
import { splitOff } from '../../api/work-acts.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { SaveProblem, useSave } from '../../parts/form.tsx';
import { t } from '../../text/t.ts';
import { endSelecting } from './selecting.tsx';
import { takeBack } from './use-reversible.ts';

/** What the new conversation will hold, before it is made. */
export function SplitDialog({
  detail,
  chosen,
  onClose,
}: {
  readonly detail: ConversationDetail;
  readonly chosen: ReadonlySet<string>;
  readonly onClose: () => void;
}) {
  const { id } = detail.conversation;
  const client = useQueryClient();
  const { open } = useDesk();
  const save = useSave();
  const ids = useRef({ id: newId(), conversationId: newId() });
  const shown = detail.messages.filter((message) => chosen.has(message.id));
  const others = chosen.size - shown.length;
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['conversation'] });
    void client.invalidateQueries({ queryKey: ['list'] });
  };
  const split = (isOpening: boolean) =>
    save.run(async () => {
      const { undoId } = await splitOff(id, { ...ids.current, messages: [...chosen] });
      endSelecting();
      refresh();
      if (isOpening) open(ids.current.conversationId);
      offerUndo(t('split.done', { count: chosen.size }), async () => {
        await takeBack(undoId);
        refresh();
        if (isOpening) open(id);
      });
    });
  return (
    <Dialog isOpen onClose={onClose} title={t('split.title')} about={t('split.about', { count: chosen.size })} isWide>
      <ol className="grid max-h-[300px] gap-2 overflow-auto">
        {shown.map((message) => (
          <li key={message.id} className="border-s-2 border-line ps-3">
            <b className="font-medium">{message.author.name || t('person.nameless')}</b>
            <p className="clamp-2 text-ink-2" dir="auto">
              {message.text || t('row.noText')}
            </p>
          </li>
        ))}
        {others > 0 && <li className="text-ink-3">{t('split.others', { count: others })}</li>}
      </ol>
      <SaveProblem save={save} />
      <DialogActs>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button isBusy={save.isBusy} onClick={() => void split(true)}>
          {t('split.andOpen')}
        </Button>
        <Button look="main" isBusy={save.isBusy} onClick={() => void split(false)}>
          {t('split.submit')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
