import type { RuleBody } from '../../../wire/rules.ts';
import { Field, TextField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';
import { Section } from '../parts/sheet.tsx';
import { USUAL_HOURS } from './presets.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

/** At which hours a rule is asked at all. */
export function HoursField({
  hours,
  onChange,
}: {
  readonly hours: RuleBody['hours'];
  readonly onChange: (hours: RuleBody['hours']) => void;
}) {
  return (
    <Section title={t('rules.hours')}>
      <div className="grid gap-3">
        <Segments
          label={t('rules.hours')}
          value={hours?.is ?? 'any'}
          options={(['any', 'within', 'outside'] as const).map((one) => ({
            value: one,
            label: t(`rules.hours.${one}`),
          }))}
          onChange={(is) => onChange(is === 'any' ? null : { ...(hours ?? USUAL_HOURS), is })}
        />
        {hours && (
          <div className="grid gap-4 phone:grid-cols-2">
            <TextField
              label={t('rules.week')}
              help={t('rules.weekHelp')}
              required
              maxLength={300}
              value={hours.week}
              onChange={({ target }) => onChange({ ...hours, week: target.value })}
            />
            <Field label={t('rules.zone')}>
              {({ id }) => (
                <Select
                  id={id}
                  label={t('rules.zone')}
                  value={hours.zone}
                  options={[...new Set([hours.zone, 'UTC', ...ZONES])].map((zone) => ({ value: zone, label: zone }))}
                  onChange={(zone) => onChange({ ...hours, zone })}
                />
              )}
            </Field>
          </div>
        )}
      </div>
    </Section>
  );
}
