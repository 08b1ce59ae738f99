import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConversationDetail, ConversationRow } from '../../../wire/conversations.ts';
import { inWords } from '../../api/call.ts';
import { offerUndo } from '../../api/offer-undo.ts';
import { addLink, removeLink } from '../../api/work-acts.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { t } from '../../text/t.ts';
import { ConversationChoice } from './conversation-choice.tsx';

/** Two conversations that belong together and stay two. */
export function LinkDialog({ detail, onClose }: { readonly detail: ConversationDetail; readonly onClose: () => void }) {
  const { id } = detail.conversation;
  const client = useQueryClient();
  const [to, setTo] = useState<ConversationRow | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const refresh = () => void client.invalidateQueries({ queryKey: ['conversation'] });
  async function link(other: ConversationRow) {
    setBusy(true);
    setProblem(null);
    try {
      await addLink(id, other.id);
      onClose();
      refresh();
      offerUndo(t('link.done', { name: other.contact.name || t('person.nameless') }), async () => {
        await removeLink(id, other.id);
        refresh();
      });
    } catch (error) {
      setProblem(inWords(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('link.title')} about={t('link.about')} isWide>
      <ConversationChoice
        first={detail.elsewhere}
        except={[id, ...detail.linked.map((one) => one.id)]}
        chosen={to}
        onChoose={setTo}
      />
      {problem && (
        <p role="alert" className="mt-3 rounded-small bg-alarm-soft px-3 py-2 text-alarm">
          {problem}
        </p>
      )}
      <DialogActs>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button look="main" disabled={!to} isBusy={isBusy} onClick={() => to && void link(to)}>
          {t('link.submit')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
