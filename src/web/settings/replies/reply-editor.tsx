import { useState } from 'react';
import type { z } from 'zod';
import type { SavedReply, SavedReplyList } from '../../../wire/composing.ts';
import { useMay } from '../../frame/use-me.ts';
import { useConfirm } from '../../parts/confirm.tsx';
import { TextField } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { say } from '../../parts/toasts.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { EditorActs } from '../parts/editor-acts.tsx';
import { useKeep } from '../parts/use-keep.ts';
import { useLeave } from '../parts/use-leave.ts';
import { useSettle } from '../parts/use-settle.ts';
import { Variants } from './variants.tsx';

const EMPTY = [{ language: null, text: '' }];

export function ReplyEditor({
  reply,
  variables,
}: {
  readonly reply: SavedReply | null;
  readonly variables: z.infer<typeof SavedReplyList>['variables'];
}) {
  const may = useMay();
  const settle = useSettle('saved-replies', 'macros');
  const { save, keep } = useKeep('/api/saved-replies', reply?.id, 'saved-replies', 'macros');
  const [ask, asked] = useConfirm();
  const [isLeaving, leave] = useLeave('replies');
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
    if (!(await keep({ ...form, shortcut: form.shortcut.trim() || null }))) return;
    say({ title: t('quoted.saved', { name: form.title }) });
    leave();
  }
  async function remove({ id, title, isShared }: SavedReply) {
    const isSure = await ask({
      title: t('quoted.removeTitle', { name: title }),
      about: t(isShared ? 'replies.removeAboutShared' : 'replies.removeAbout'),
      act: t('settings.remove'),
      isGrave: true,
    });
    if (isSure && (await settle('DELETE', `/api/saved-replies/${id}`, undefined, t('quoted.removed', { name: title }))))
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
      {mayChange && <EditorActs isBusy={save.isBusy} isOff={!isDirty} onRemove={reply && (() => void remove(reply))} />}
      <Unsaved isDirty={isDirty && !isLeaving && !save.isBusy} />
      {asked}
    </Form>
  );
}
