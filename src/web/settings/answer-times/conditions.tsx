import type { Reach } from '../../../core/channel/event.ts';
import type { Policy } from '../../../wire/clocks.ts';
import { useChoices } from '../../desk/filter/use-choices.tsx';
import { type Choice, ChooseMany } from '../../parts/combobox.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';
import { Section } from '../parts/sheet.tsx';

type Conditions = Policy['conditions'];
const VIP = ['any', 'yes', 'no'] as const;

/** For which conversations it holds. */
export function ConditionFields({
  conditions,
  onChange,
}: {
  readonly conditions: Conditions;
  readonly onChange: (conditions: Conditions) => void;
}) {
  const choices = useChoices();
  const known = (about: Parameters<typeof choices>[0]) => choices(about).filter(({ value }) => value !== 'none');
  const many = (label: string, of: readonly Choice[], values: readonly string[], put: (values: string[]) => void) => (
    <Field label={label}>
      {({ id }) => (
        <ChooseMany
          id={id}
          label={label}
          choices={of}
          values={values}
          placeholder={t('times.any')}
          onChange={(next) => put([...next])}
        />
      )}
    </Field>
  );
  const vip = conditions.isVip === null ? 'any' : conditions.isVip ? 'yes' : 'no';
  return (
    <Section title={t('times.when')} about={t('times.whenAbout')}>
      <div className="grid gap-x-4 gap-y-2 phone:grid-cols-2">
        {many(t('times.channels'), known('channel'), conditions.channels, (channels) =>
          onChange({ ...conditions, channels }),
        )}
        {many(t('times.inboxes'), known('inbox'), conditions.inboxIds, (inboxIds) =>
          onChange({ ...conditions, inboxIds }),
        )}
        {many(t('times.reach'), known('reach'), conditions.reach, (reach) =>
          onChange({ ...conditions, reach: reach as Reach[] }),
        )}
        {many(t('times.languages'), known('language'), conditions.languages, (languages) =>
          onChange({ ...conditions, languages }),
        )}
        {many(t('times.labels'), known('label'), conditions.labelIds, (labelIds) =>
          onChange({ ...conditions, labelIds }),
        )}
        <Field label={t('times.vip')}>
          {({ id }) => (
            <Select
              id={id}
              label={t('times.vip')}
              value={vip}
              options={VIP.map((value) => ({ value, label: t(`times.vip.${value}`) }))}
              onChange={(next) => onChange({ ...conditions, isVip: next === 'any' ? null : next === 'yes' })}
            />
          )}
        </Field>
        <TextField
          label={t('times.priority')}
          help={t('times.priorityHelp')}
          type="number"
          min={0}
          max={10_000}
          placeholder={t('times.any')}
          value={conditions.priorityAtLeast ?? ''}
          onChange={({ target }) =>
            onChange({
              ...conditions,
              priorityAtLeast: target.value === '' ? null : Math.round(Number(target.value)),
            })
          }
        />
      </div>
    </Section>
  );
}
