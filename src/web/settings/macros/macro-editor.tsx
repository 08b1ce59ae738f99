import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Macro } from '../../../wire/composing.ts';
import type { BulkAct } from '../../../wire/work.ts';
import { savedRepliesQuery } from '../../api/composing.ts';
import { useMay } from '../../frame/use-me.ts';
import { Button } from '../../parts/button.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { Menu, MenuItem } from '../../parts/menu.tsx';
import { Select } from '../../parts/select.tsx';
import { say } from '../../parts/toasts.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { EditorActs } from '../parts/editor-acts.tsx';
import { Lines, Section } from '../parts/sheet.tsx';
import { useKeep } from '../parts/use-keep.ts';
import { useLeave } from '../parts/use-leave.ts';
import { useSettle } from '../parts/use-settle.ts';
import { ActLine } from './act-line.tsx';
import { FIRST, KINDS } from './first-act.ts';
import { useActWords } from './use-act-words.ts';

export function MacroEditor({ macro }: { readonly macro: Macro | null }) {
  const may = useMay();
  const replies = useQuery(savedRepliesQuery);
  const settle = useSettle('macros');
  const words = useActWords();
  const { save, keep } = useKeep('/api/macros', macro?.id, 'macros');
  const [ask, asked] = useConfirm();
  const [isLeaving, leave] = useLeave('macros');
  const [kept] = useState(() => ({
    name: macro?.name ?? '',
    isShared: macro?.isShared ?? false,
    replyId: macro?.replyId ?? null,
    acts: macro?.acts ?? ([] as BulkAct[]),
  }));
  const [form, setForm] = useState(kept);
  const isDirty = JSON.stringify(form) !== JSON.stringify(kept);
  const mayChange = macro?.mayChange ?? true;
  const left = KINDS.filter((kind) => !form.acts.some((act) => act.do === kind));
  const setActs = (acts: BulkAct[]) => setForm({ ...form, acts });

  async function submit() {
    if (!(await keep(form))) return;
    say({ title: t('quoted.saved', { name: form.name }) });
    leave();
  }
  async function remove({ id, name, isShared }: Macro) {
    const isSure = await ask({
      title: t('quoted.removeTitle', { name }),
      about: t(isShared ? 'replies.removeAboutShared' : 'macros.removeAbout'),
      act: t('settings.remove'),
      isGrave: true,
    });
    if (isSure && (await settle('DELETE', `/api/macros/${id}`, undefined, t('quoted.removed', { name })))) leave();
  }
  return (
    <Form
      save={save}
      fields={['name', 'replyId']}
      onSubmit={() => void submit()}
      className="grid grid-cols-[minmax(0,1fr)] gap-6"
    >
      <fieldset disabled={!mayChange} className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {!mayChange && <p className="rounded-small bg-sunken px-3 py-2 text-ink-2">{t('replies.notYours')}</p>}
        <div className="grid gap-4 phone:grid-cols-2">
          <TextField
            label={t('people.name')}
            required
            maxLength={100}
            placeholder={t('macros.example')}
            value={form.name}
            onChange={({ target }) => setForm({ ...form, name: target.value })}
            problem={save.at('name')}
          />
          <Field label={t('macros.reply')} help={t('macros.replyHelp')} problem={save.at('replyId')}>
            {(ids) => (
              <Select
                id={ids.id}
                label={t('macros.reply')}
                value={form.replyId ?? ''}
                options={[
                  { value: '', label: t('macros.noReply') },
                  ...(replies.data?.items ?? [])
                    .filter((one) => one.isShared || !form.isShared)
                    .map((one) => ({ value: one.id, label: one.title })),
                ]}
                onChange={(next) => setForm({ ...form, replyId: next === '' ? null : next })}
              />
            )}
          </Field>
        </div>
        <Section title={t('macros.acts')} about={t('macros.actsAbout')}>
          {form.acts.length > 0 && (
            <Lines label={t('macros.acts')}>
              {form.acts.map((act, index) => (
                <ActLine
                  key={act.do}
                  act={act}
                  onChange={(next) => setActs(form.acts.map((one, i) => (i === index ? next : one)))}
                  onRemove={() => setActs(form.acts.filter((one) => one !== act))}
                />
              ))}
            </Lines>
          )}
          <div className="mt-2">
            {left.length > 0 && form.acts.length < 10 && (
              <Menu align="start" trigger={<Button icon={<Plus size={14} aria-hidden />}>{t('macros.addAct')}</Button>}>
                {left.map((kind) => (
                  <MenuItem key={kind} onSelect={() => setActs([...form.acts, FIRST[kind]()])}>
                    {t(`macros.act.${kind}`)}
                  </MenuItem>
                ))}
              </Menu>
            )}
          </div>
        </Section>
        {(may('replies.share') || form.isShared) && (
          <Toggle
            label={t('replies.share')}
            help={t('macros.shareHelp')}
            isOn={form.isShared}
            isOff={!mayChange || !may('replies.share')}
            onChange={(isShared) => setForm({ ...form, isShared })}
          />
        )}
      </fieldset>
      <p className="text-ink-2">
        <b className="font-semibold text-ink">{t('macros.inWords')}</b>{' '}
        {[form.replyId ? t('macros.replies') : null, ...form.acts.map(words)].filter(Boolean).join(', ') ||
          t('macros.doesNothing')}
      </p>
      {mayChange && (
        <EditorActs
          isBusy={save.isBusy}
          isOff={!isDirty || (form.replyId === null && form.acts.length === 0)}
          onRemove={macro && (() => void remove(macro))}
        />
      )}
      <Unsaved isDirty={isDirty && !isLeaving && !save.isBusy} />
      {asked}
    </Form>
  );
}
