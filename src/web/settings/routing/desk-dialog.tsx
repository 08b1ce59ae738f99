import { Plus } from 'lucide-react';
import { useState } from 'react';
import { TOPICS } from '../../../core/understanding/understood.ts';
import type { Desk, DeskSettings } from '../../../wire/routing.ts';
import { call } from '../../api/call.ts';
import { Field, TextField } from '../../parts/field.tsx';
import { useSave } from '../../parts/form.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Segments } from '../../parts/segments.tsx';
import { TagInput } from '../../parts/tag-input.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useRefresh } from '../parts/use-refresh.ts';
import { LanguagesField } from './languages-field.tsx';

const PARTS = ['usual', 'yes', 'no'] as const;
type Part = (typeof PARTS)[number];
const PART: Record<Part, boolean | null> = { usual: null, yes: true, no: false };

/** What an agent knows, speaks and can hold, and when they work. */
export function DeskDialog({
  desk,
  name,
  usual,
  onClose,
}: {
  readonly desk: Desk;
  readonly name: string;
  readonly usual: number;
  readonly onClose: () => void;
}) {
  const [before] = useState(() => formOf(desk));
  const [form, setForm] = useState(before);
  const save = useSave();
  const refresh = useRefresh('routing');
  const put = (patch: Partial<typeof form>) => setForm({ ...form, ...patch });
  async function submit() {
    const { capacity, part, ...rest } = form;
    const wish: DeskSettings = {
      ...rest,
      skills: [...rest.skills],
      languages: [...rest.languages],
      capacity: capacity.trim() === '' ? null : Number(capacity),
      takesPart: PART[part],
    };
    if (!(await save.run(() => call('PATCH', `/api/agents/${desk.agentId}/desk`, wish)))) return;
    say({ title: t('agentDesk.saved', { name }) });
    await refresh();
    onClose();
  }
  return (
    <FormDialog
      title={t('agentDesk.title', { name })}
      act={t('settings.save')}
      save={save}
      fields={['skills', 'languages', 'capacity', 'hours', 'timeZone']}
      isDirty={JSON.stringify(form) !== JSON.stringify(before)}
      isWide
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field label={t('agentDesk.part')} help={t('agentDesk.partHelp')}>
        {() => (
          <Segments
            label={t('agentDesk.part')}
            value={form.part}
            options={PARTS.map((value) => ({ value, label: t(`agentDesk.part.${value}`) }))}
            onChange={(part) => put({ part })}
          />
        )}
      </Field>
      <div className="grid gap-2">
        <TagInput
          label={t('agentDesk.skills')}
          help={t('agentDesk.skillsHelp')}
          placeholder={t('agentDesk.skillsExample')}
          problem={save.at('skills')}
          values={form.skills}
          onChange={(skills) => put({ skills: [...skills] })}
        />
        <fieldset className="flex flex-wrap gap-1">
          <legend className="mb-1 text-s text-ink-3">{t('agentDesk.topics')}</legend>
          {TOPICS.filter((topic) => topic !== 'other' && !form.skills.includes(topic)).map((topic) => (
            <button
              key={topic}
              type="button"
              onClick={() => put({ skills: [...form.skills, topic] })}
              className="inline-flex h-6 items-center gap-1 rounded-full px-2 text-s text-ink-2 edge hover:bg-sunken hover:text-ink max-phone:h-10 max-phone:px-3"
            >
              <Plus size={11} aria-hidden />
              {topic}
            </button>
          ))}
        </fieldset>
      </div>
      <LanguagesField
        values={form.languages}
        problem={save.at('languages')}
        onChange={(languages) => put({ languages: [...languages] })}
      />
      <div className="grid gap-4 phone:grid-cols-[110px_1fr_180px]">
        <TextField
          label={t('agentDesk.capacity')}
          help={t('agentDesk.capacityHelp', { usual })}
          type="number"
          inputMode="numeric"
          min={0}
          max={500}
          value={form.capacity}
          onChange={({ target }) => put({ capacity: target.value })}
          problem={save.at('capacity')}
        />
        <TextField
          label={t('agentDesk.hours')}
          help={t('agentDesk.hoursHelp')}
          placeholder="Mon-Fri 09:00-17:00"
          maxLength={300}
          value={form.hours}
          onChange={({ target }) => put({ hours: target.value })}
          problem={save.at('hours')}
        />
        <TextField
          label={t('agentDesk.timeZone')}
          maxLength={60}
          value={form.timeZone}
          onChange={({ target }) => put({ timeZone: target.value })}
          problem={save.at('timeZone')}
        />
      </div>
    </FormDialog>
  );
}

/** Whoever names no hours yet most likely works where whoever fills this in sits. */
function formOf({ skills, languages, capacity, hours, timeZone, takesPart }: Desk) {
  const zone = hours === '' && timeZone === 'UTC' ? Intl.DateTimeFormat().resolvedOptions().timeZone : timeZone;
  const part: Part = takesPart === null ? 'usual' : takesPart ? 'yes' : 'no';
  return { skills, languages, capacity: capacity === null ? '' : String(capacity), hours, timeZone: zone, part };
}
