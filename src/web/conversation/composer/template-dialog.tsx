import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fillTemplate } from '../../../core/channel/template.ts';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import type { TemplateList, Way } from '../../../wire/replying.ts';
import { listTemplates, sendReply } from '../../api/acts.ts';
import { inWords } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { say } from '../../parts/toasts.tsx';
import { compareNames } from '../../text/by-name.ts';
import { t } from '../../text/t.ts';
import { Warning } from './warnings.tsx';

type Template = TemplateList['items'][number];
const keyOf = ({ name, language }: Template) => `${name} ${language}`;

/** Chooses an approved message, fills its gaps and sends it. */
export function TemplateDialog({
  way,
  detail,
  onClose,
}: {
  readonly way: Way;
  readonly detail: ConversationDetail;
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const list = useQuery({ queryKey: ['templates', way.inboxId], queryFn: () => listTemplates(way.inboxId) });
  const templates = (list.data?.items ?? []).toSorted(
    (a, b) => Number(a.closedBecause !== null) - Number(b.closedBecause !== null) || compareNames(a.name, b.name),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  // One id for all tries: a second click sends nothing twice.
  const [id] = useState(newId);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const template = templates.find((one) => keyOf(one) === chosen) ?? templates[0];
  const isReady =
    template !== undefined &&
    template.closedBecause === null &&
    template.variables.every(({ key }) => (values[key] ?? '').trim() !== '');

  async function send() {
    if (!template || !isReady || isBusy) return;
    setBusy(true);
    setFailure(null);
    const { name, language } = template;
    try {
      await sendReply(detail.conversation.id, {
        id,
        way: way.key,
        text: '',
        template: { name, language, values: { ...values } },
        alts: {},
        readAtSeq: detail.seq,
        sendAnyway: false,
        thenMark: 'answered',
        holdSeconds: 0,
      });
      say({ title: t('template.sent') });
      onClose();
    } catch (error) {
      setFailure(inWords(error));
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: ['conversation', detail.conversation.id] });
      void client.invalidateQueries({ queryKey: ['counts'] });
    }
  }

  return (
    <Dialog isOpen onClose={onClose} title={t('template.title')} about={t('template.about')} isWide>
      {list.isPending && <p className="py-4 text-ink-2">{t('template.loading')}</p>}
      {list.isError && <Warning isBad>{inWords(list.error)}</Warning>}
      {list.isSuccess && templates.length === 0 && <p className="py-4 text-ink-2">{t('template.none')}</p>}
      {template && (
        <div className="grid gap-4 pt-1">
          <Select
            label={t('template.choose')}
            value={keyOf(template)}
            options={templates.map((one) => ({ value: keyOf(one), label: `${one.name} · ${one.language}` }))}
            onChange={(next) => {
              setChosen(next);
              setValues({});
            }}
          />
          {template.closedBecause ? (
            <Warning>{template.closedBecause}</Warning>
          ) : (
            template.variables.map(({ key, example }) => (
              <TextField
                key={key}
                label={t('template.value', { key })}
                value={values[key] ?? ''}
                placeholder={example ?? ''}
                maxLength={2_000}
                onChange={(event) => setValues({ ...values, [key]: event.currentTarget.value })}
              />
            ))
          )}
          <div className="grid gap-1">
            <p className="text-s text-ink-3">{t('template.preview')}</p>
            <p className="said rounded-medium bg-sunken px-3 py-2.5 whitespace-pre-wrap">
              {fillTemplate(template, filled(values))}
            </p>
          </div>
        </div>
      )}
      {failure && <Warning isBad>{failure}</Warning>}
      <DialogActs>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button look="main" disabled={!isReady} isBusy={isBusy} onClick={() => void send()}>
          {t('template.send')}
        </Button>
      </DialogActs>
    </Dialog>
  );
}

/** A gap that is still empty keeps showing what belongs there. */
const filled = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
