import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { STAGES } from '../../core/person/lifecycle.ts';
import { SEGMENT_FACTS } from '../../core/person/segment.ts';
import { fieldsQuery } from '../api/queries.ts';
import { useChoices } from '../desk/filter/use-choices.tsx';
import { IconButton } from '../parts/button.tsx';
import { ChooseMany } from '../parts/combobox.tsx';
import { INPUT } from '../parts/field.tsx';
import { Select } from '../parts/select.tsx';
import { t } from '../text/t.ts';
import type { Draft, Fact } from './drafts.ts';
import { companiesQuery } from './queries.ts';

interface Props {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** One condition: what, and which. */
export function ConditionLine({ draft, onChange, onRemove }: Props & { readonly onRemove: () => void }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 rounded-small bg-sunken p-2">
      <div className="grid gap-2 phone:grid-cols-[200px_minmax(0,1fr)]">
        <Select
          label={t('segment.what')}
          value={draft.on}
          options={SEGMENT_FACTS.map((value) => ({ value, label: t(`segment.${value}`) }))}
          onChange={(on) => onChange({ ...draft, on: on as Fact, text: '', chosen: [] })}
        />
        <Value draft={draft} onChange={onChange} />
      </div>
      <IconButton label={t('segment.takeAway')} onClick={onRemove}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  );
}

function Value({ draft, onChange }: Props) {
  const { on } = draft;
  if (on === 'field') return <FieldValue draft={draft} onChange={onChange} />;
  if (on === 'language' || on === 'channel' || on === 'company' || on === 'stage')
    return <Chosen draft={draft} onChange={onChange} />;
  if (on === 'vip' || on === 'blocked')
    return (
      <Select
        label={t(`segment.${on}`)}
        value={draft.isYes ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t('segment.yes') },
          { value: 'no', label: t('segment.no') },
        ]}
        onChange={(next) => onChange({ ...draft, isYes: next === 'yes' })}
      />
    );
  return (
    <input
      aria-label={t(`segment.${on}`)}
      inputMode="decimal"
      value={draft.text}
      required
      maxLength={200}
      onChange={({ target }) => onChange({ ...draft, text: target.value })}
      className={INPUT}
    />
  );
}

function Chosen({ draft, onChange }: Props) {
  const { on, chosen } = draft;
  const known = useChoices();
  const { data: companies = [] } = useQuery({ ...companiesQuery, enabled: on === 'company' });
  const choices =
    on === 'channel' || on === 'language'
      ? known(on)
      : on === 'company'
        ? companies.map(({ id, name }) => ({ value: id, label: name }))
        : STAGES.map((stage) => ({ value: stage as string, label: t(`stage.${stage}`) }));
  const label = t(`segment.${on as 'language' | 'channel' | 'company' | 'stage'}`);
  return (
    <ChooseMany
      label={label}
      choices={choices}
      values={chosen}
      placeholder={t('segment.choose')}
      onChange={(values) => onChange({ ...draft, chosen: values })}
    />
  );
}

function FieldValue({ draft, onChange }: Props) {
  const { data: fields = [] } = useQuery(fieldsQuery);
  const own = fields.filter(({ about, isArchived }) => about === 'contact' && !isArchived);
  const hasValue = draft.how === 'is' || draft.how === 'contains';
  return (
    <div className="grid gap-2 phone:grid-cols-2">
      <Select
        label={t('segment.whichField')}
        value={draft.fieldId}
        options={[
          { value: '', label: t('segment.whichField') },
          ...own.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(fieldId) => onChange({ ...draft, fieldId })}
      />
      <Select
        label={t('segment.how')}
        value={draft.how}
        options={(['is', 'contains', 'set', 'unset'] as const).map((value) => ({
          value,
          label: t(`segment.${value}`),
        }))}
        onChange={(how) => onChange({ ...draft, how: how as Draft['how'] })}
      />
      {hasValue && (
        <input
          aria-label={t('segment.value')}
          placeholder={t('segment.value')}
          value={draft.text}
          required
          maxLength={500}
          onChange={({ target }) => onChange({ ...draft, text: target.value })}
          className={`${INPUT} phone:col-span-2`}
        />
      )}
    </div>
  );
}
