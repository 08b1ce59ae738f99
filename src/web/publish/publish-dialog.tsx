import { useQuery } from '@tanstack/react-query';
import { Globe } from 'lucide-react';
import { useRef, useState } from 'react';
import { TEXT_UNITS, type TextUnit } from '../../core/channel/capabilities.ts';
import { measure } from '../../core/text/measure.ts';
import type { Inbox } from '../../wire/inboxes.ts';
import { publish } from '../api/acts.ts';
import { newId } from '../api/new-id.ts';
import { channelsQuery } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { Dialog, DialogActs } from '../parts/dialog.tsx';
import { AreaField, TextField } from '../parts/field.tsx';
import { SaveProblem, useSave } from '../parts/form.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { count } from '../time/words.ts';

const UNITS: readonly TextUnit[] = TEXT_UNITS;

/** A post of our own. The world will read it, and the box says so as the composer does. */
export function PublishDialog({ inbox, onClose }: { readonly inbox: Inbox; readonly onClose: () => void }) {
  const { data: channels } = useQuery(channelsQuery);
  const limit = channels?.find((one) => one.channel === inbox.channel)?.publishLimit ?? null;
  const [text, setText] = useState('');
  const [link, setLink] = useState('');
  const save = useSave();
  const attempt = useRef({ id: newId(), of: '' });
  const used = limit ? measure(text, UNITS.find((unit) => unit === limit.unit) ?? 'utf16') : 0;
  const isOver = limit !== null && used > limit.max;
  async function send() {
    const of = `${text}\n${link}`;
    if (attempt.current.of !== '' && attempt.current.of !== of) attempt.current = { id: newId(), of };
    attempt.current.of = of;
    await save.run(async () => {
      await publish({
        id: attempt.current.id,
        inboxId: inbox.id,
        text: text.trim(),
        ...(link.trim() ? { link: link.trim() } : {}),
      });
      say({ title: t('publish.done', { name: inbox.name }) });
      onClose();
    });
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('publish.title', { name: inbox.name })} isWide>
      <div className="overflow-hidden rounded-medium shadow-[0_0_0_1px_var(--public)]">
        <p className="flex items-center gap-1.5 bg-public-soft px-4 py-2 text-s text-public">
          <Globe size={13} aria-hidden /> {t('composer.reach.public')}
        </p>
        <div className="grid gap-3 p-4">
          <AreaField
            label={t('publish.text')}
            value={text}
            rows={6}
            onChange={(event) => setText(event.target.value)}
          />
          <TextField
            label={t('publish.link')}
            isOptional={t('field.optional')}
            type="url"
            placeholder="https://"
            value={link}
            onChange={(event) => setLink(event.target.value)}
          />
          {limit && (
            <p className={`num ${isOver ? 'font-semibold text-alarm' : 'text-ink-3'}`}>
              {isOver
                ? t('composer.over', { over: count(used - limit.max) })
                : t('composer.used', { used: count(used), max: count(limit.max) })}
            </p>
          )}
        </div>
      </div>
      <SaveProblem save={save} />
      <DialogActs>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button look="main" isBusy={save.isBusy} disabled={text.trim() === '' || isOver} onClick={() => void send()}>
          {t('publish.do')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
