import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { inWords } from '../../api/call.ts';
import { addSavedReply } from '../../api/composing.ts';
import { newId } from '../../api/new-id.ts';
import { useMay } from '../../frame/use-me.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { AreaField, TextField } from '../../parts/field.tsx';
import { say } from '../../parts/toasts.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { t } from '../../text/t.ts';

/** What was just written, kept for the next time. Languages and the rest are added in the settings. */
export function KeepReplyDialog({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const client = useQueryClient();
  const may = useMay();
  const [id] = useState(newId);
  const [title, setTitle] = useState(() => text.trim().split('\n')[0]?.slice(0, 60) ?? '');
  const [shortcut, setShortcut] = useState('');
  const [words, setWords] = useState(text);
  const [isShared, setShared] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function keep() {
    setBusy(true);
    setProblem(null);
    try {
      const variants = [{ language: null, text: words }];
      await addSavedReply({ id, title, shortcut: shortcut.replace(/^\//, '') || null, isShared, variants });
      await client.invalidateQueries({ queryKey: ['saved-replies'] });
      say({ title: t('reply.kept', { title }) });
      onClose();
    } catch (error) {
      setProblem(inWords(error));
      setBusy(false);
    }
  }

  return (
    <Dialog isOpen onClose={onClose} title={t('reply.keep.title')} about={t('reply.keep.about')}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField
          label={t('reply.keep.name')}
          required
          maxLength={100}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextField
          label={t('reply.keep.shortcut')}
          help={t('reply.keep.shortcutHint')}
          maxLength={41}
          value={shortcut}
          onChange={(event) => setShortcut(event.target.value)}
        />
        <AreaField
          label={t('reply.keep.text')}
          required
          rows={5}
          dir="auto"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {may('replies.share') && <Toggle label={t('reply.keep.share')} isOn={isShared} onChange={setShared} />}
        {problem && (
          <p role="alert" className="text-alarm">
            {problem}
          </p>
        )}
        <DialogActs>
          <Button look="main" type="submit" isBusy={isBusy}>
            {t('reply.keep.submit')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
