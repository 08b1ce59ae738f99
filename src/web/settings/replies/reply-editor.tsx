import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedReply } from '../../../wire/composing.ts';
import { call } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { useMay } from '../../frame/use-me.ts';
import { Button } from '../../parts/button.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { TextField } from '../../parts/field.tsx';
import { Form, useSave } from '../../parts/form.tsx';
import { say } from '../../parts/toasts.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { useLeave } from '../parts/use-leave.ts';
import { useSettle } from '../parts/use-settle.ts';
import type { SavedReplies } from '../queries.ts';
import { Variants } from './variants.tsx';

const EMPTY = [{ language: null, text: '' }];

export function ReplyEditor({
  reply,
  variables,
}: {
  readonly reply: SavedReply | null;
  readonly variables: SavedReplies['variables'];
}) {
  const may = useMay();
  const client = useQueryClient();
  const settle = useSettle('settings', 'saved-replies');
  const save = useSave();
  const [ask, asked] = useConfirm();
  const [isLeaving, leave] = useLeave('replies');
  const [id] = useState(() => reply?.id ?? newId());
  const [kept] = useState(() => ({
    title: reply?.title ?? '',
    shortcut: reply?.shortcut ?? '',
    isShared: reply?.isShared ?? false,
    variants: reply?.variants ?? EMPTY,
  }));
  const [form, setForm] = useState(kept);
  const isDirty = JSON.stringify(form) !== JSON.stringify(kept);
  const mayChange = reply?.mayChange ?? true;
  async function submit() {
    const body = { ...form, shortcut: form.shortcut.trim() === '' ? null : form.shortcut.trim() };
    const done = await save.run(() =>
      reply ? call('PATCH', `/api/saved-replies/${id}`, body) : call('POST', '/api/saved-replies', { id, ...body }),
    );
    if (done === null) return;
    for (const key of ['settings', 'saved-replies']) void client.invalidateQueries({ queryKey: [key] });
    say({ title: t('replies.saved', { title: form.title }) });
    leave();
  }
  async function remove() {
    const title = reply?.title;
    const isSure = await ask({
      title: t('replies.removeTitle', { title }),
      about: t(reply?.isShared ? 'replies.removeAboutShared' : 'replies.removeAbout'),
      act: t('settings.remove'),
      isGrave: true,
    });
    if (isSure && (await settle('DELETE', `/api/saved-replies/${id}`, undefined, t('replies.removed', { title }))))
      leave();
  }
  return (
    <Form
      save={save}
      fields={['title', 'shortcut', 'variants']}
      onSubmit={() => void submit()}
      className="grid grid-cols-[minmax(0,1fr)] gap-6"
    >
      <fieldset disabled={!mayChange} className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {!mayChange && <p className="rounded-small bg-sunken px-3 py-2 text-ink-2">{t('replies.notYours')}</p>}
        <div className="grid gap-4 phone:grid-cols-2">
          <TextField
            label={t('replies.title')}
            required
            maxLength={100}
            placeholder={t('replies.titleExample')}
            value={form.title}
            onChange={({ target }) => setForm({ ...form, title: target.value })}
            problem={save.at('title')}
          />
          <TextField
            label={t('replies.shortcut')}
            isOptional={t('field.optional')}
            help={t('replies.shortcutHelp', { shortcut: form.shortcut || t('replies.shortcutExample') })}
            maxLength={40}
            spellCheck={false}
            autoCapitalize="none"
            value={form.shortcut}
            onChange={({ target }) => setForm({ ...form, shortcut: target.value.replace(/^\//, '') })}
            problem={save.at('shortcut')}
          />
        </div>
        {(may('replies.share') || form.isShared) && (
          <Toggle
            label={t('replies.share')}
            help={t('replies.shareHelp')}
            isOn={form.isShared}
            isOff={!mayChange || !may('replies.share')}
            onChange={(isShared) => setForm({ ...form, isShared })}
          />
        )}
        <Variants
          variants={form.variants}
          variables={variables}
          problem={save.at('variants')}
          onChange={(variants) => setForm({ ...form, variants: [...variants] })}
        />
      </fieldset>
      {mayChange && (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="main" isBusy={save.isBusy} disabled={!isDirty}>
            {t('settings.save')}
          </Button>
          {reply && (
            <Button look="quiet" className="ms-auto !text-alarm" onClick={() => void remove()}>
              {t('settings.remove')}
            </Button>
          )}
        </div>
      )}
      <Unsaved isDirty={isDirty && !isLeaving && !save.isBusy} />
      {asked}
    </Form>
  );
}
