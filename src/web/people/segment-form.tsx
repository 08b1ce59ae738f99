import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Segment } from '../../wire/persons.ts';
import { newId } from '../api/new-id.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { FormProblem, useSave } from '../parts/form.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { Segments } from '../parts/segments.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { ConditionLine } from './condition-line.tsx';
import { conditionOf, type Draft, draftOf, emptyDraft } from './drafts.ts';
import { addSegment, patchSegment } from './queries.ts';
import { useKnown } from './use-known.ts';

/** Null: a new one. */
export function SegmentForm({ segment, onClose }: { readonly segment: Segment | null; readonly onClose: () => void }) {
  const save = useSave();
  const { refresh } = useKnown();
  const [id] = useState(() => segment?.id ?? newId());
  const [name, setName] = useState(segment?.name ?? '');
  const [match, setMatch] = useState<'all' | 'any'>(segment?.filter.match ?? 'all');
  const [drafts, setDrafts] = useState<readonly Draft[]>(
    () => segment?.filter.conditions.map((one) => draftOf(one, newId())) ?? [emptyDraft(newId())],
  );
  const [isTouched, setTouched] = useState(false);
  const set = (next: readonly Draft[]) => {
    setTouched(true);
    setDrafts(next);
  };
  const conditions = drafts.map(conditionOf);
  const empty = drafts.find((one) => conditionOf(one) === null);
  const [isTried, setTried] = useState(false);
  async function submit() {
    setTried(true);
    if (empty) return;
    const filter = { match, conditions: conditions.filter((one) => one !== null) };
    const wish = { name: name.trim(), filter };
    const saved = await save.run(() => (segment ? patchSegment(id, wish) : addSegment({ id, ...wish })));
    if (!saved) return;
    say({ title: t('segment.saved', { name: saved.name }) });
    void refresh();
    onClose();
  }
  return (
    <FormDialog
      isWide
      title={t(segment ? 'segment.title' : 'segment.new')}
      about={t('segment.about')}
      act={t('segment.save')}
      save={save}
      fields={['name']}
      isDirty={isTouched || name !== (segment?.name ?? '')}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className="grid gap-4">
        <TextField
          label={t('segment.name')}
          value={name}
          maxLength={120}
          required
          problem={save.at('name')}
          onChange={({ target }) => setName(target.value)}
        />
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-medium">{t('segment.match')}</legend>
          {drafts.length > 1 && (
            <Segments
              label={t('segment.match')}
              value={match}
              options={[
                { value: 'all', label: t('segment.all') },
                { value: 'any', label: t('segment.any') },
              ]}
              onChange={(next) => {
                setTouched(true);
                setMatch(next);
              }}
            />
          )}
          {drafts.map((draft) => (
            <ConditionLine
              key={draft.key}
              draft={draft}
              onChange={(next) => set(drafts.map((one) => (one.key === draft.key ? next : one)))}
              onRemove={() => set(drafts.filter((one) => one.key !== draft.key))}
            />
          ))}
          {drafts.length === 0 && <p className="text-ink-3">{t('segment.everybody')}</p>}
          <Button
            look="quiet"
            icon={<Plus size={14} aria-hidden />}
            onClick={() => set([...drafts, emptyDraft(newId())])}
            className="justify-self-start"
          >
            {t('segment.add')}
          </Button>
        </fieldset>
        {isTried && empty && <FormProblem>{t('segment.incomplete', { what: t(`segment.${empty.on}`) })}</FormProblem>}
      </div>
    </FormDialog>
  );
}
