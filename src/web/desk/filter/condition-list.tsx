import { Plus, Trash2 } from 'lucide-react';
import {
  ABOUT_NUMBER,
  ABOUT_STATE,
  ABOUT_TEXT,
  ABOUT_VALUE,
  type Condition,
  type Filter,
  MOST_CONDITIONS,
} from '../../../core/conversation/filter.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';
import { ConditionValue } from './condition-value.tsx';
import { beginOf, isKinds } from './draft-condition.ts';
import { useFields } from './use-choices.tsx';

/** Conditions as they are put together: what it is about, how, and what. */
export function ConditionList({
  filter,
  onChange,
}: {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}) {
  const { match, conditions } = filter;
  const fields = useFields();
  const put = (index: number, condition: Condition) =>
    onChange({ match, conditions: conditions.with(index, condition) });
  const abouts = [
    ...[...ABOUT_VALUE, ...ABOUT_NUMBER, ...ABOUT_TEXT, ...ABOUT_STATE].map((about) => ({
      value: about as string,
      label: t(`about.${about}`),
    })),
    ...fields.map(({ id, name }) => ({ value: `field:${id}`, label: name })),
  ];
  return (
    <div className="grid gap-3">
      {conditions.length > 1 && (
        <Segments
          label={t('filter.match')}
          value={match}
          options={[
            { value: 'all', label: t('filter.all') },
            { value: 'any', label: t('filter.any') },
          ]}
          onChange={(next) => onChange({ match: next, conditions })}
        />
      )}
      {conditions.length === 0 && <p className="text-ink-2">{t('filter.none')}</p>}
      <ul className="grid gap-2 empty:hidden max-phone:gap-4">
        {conditions.map((condition, index) => {
          const about = condition.about === 'field' ? `field:${condition.fieldId}` : condition.about;
          const field = condition.about === 'field' ? fields.find(({ id }) => id === condition.fieldId) : undefined;
          const kinds = isKinds(condition.about, field?.kind);
          return (
            <li
              key={`${String(index)} ${about}`}
              className="grid grid-cols-[minmax(0,10rem)_minmax(0,6.5rem)_minmax(0,1fr)_auto] items-start gap-2 max-phone:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
            >
              <Select
                label={t('filter.about')}
                value={about}
                options={abouts}
                onChange={(next) => put(index, beginOf(next, fields))}
              />
              <Select
                label={t('filter.how')}
                value={condition.is}
                options={kinds.map((is) => ({ value: is, label: t(`is.${is}`) }))}
                onChange={(is) => put(index, { ...condition, is } as Condition)}
              />
              <div className="min-w-0 max-phone:order-last max-phone:col-span-full">
                <ConditionValue condition={condition} field={field} onChange={(next) => put(index, next)} />
              </div>
              <IconButton
                label={t('filter.removeOne')}
                onClick={() => onChange({ match, conditions: conditions.filter((one) => one !== condition) })}
              >
                <Trash2 size={15} aria-hidden />
              </IconButton>
            </li>
          );
        })}
      </ul>
      {conditions.length < MOST_CONDITIONS && (
        <Button
          icon={<Plus size={14} aria-hidden />}
          onClick={() => onChange({ match, conditions: [...conditions, beginOf('assignee', fields)] })}
          className="justify-self-start"
        >
          {t('filter.add')}
        </Button>
      )}
    </div>
  );
}
