import type { AboutValue, Condition } from '../../../core/conversation/filter.ts';
import type { CustomField } from '../../../wire/work.ts';
import type { Choice } from '../../parts/combobox.tsx';
import { t } from '../../text/t.ts';
import { count, spanWords } from '../../time/words.ts';

interface Names {
  readonly choices: (about: AboutValue) => readonly Choice[];
  readonly fields: readonly CustomField[];
}

/** A condition as a person would say it: "Waiting at least 1 h", "Assigned to: you or nobody". */
export function conditionWords(condition: Condition, { choices, fields }: Names): string {
  if (condition.about === 'field') {
    const about = fields.find(({ id }) => id === condition.fieldId)?.name ?? t('filter.unknownField');
    if (condition.is === 'set' || condition.is === 'unset') return t(`filter.${condition.is}`, { about });
    return t(`filter.${condition.is}`, { about, values: orWords(condition.values.map(fieldWords)) });
  }
  const about = t(`about.${condition.about}`);
  if ('values' in condition) {
    const known = choices(condition.about);
    const names = condition.values.map((one) => known.find(({ value }) => value === one)?.label ?? one);
    return t(`filter.${condition.is}`, { about, values: orWords(names) });
  }
  if (condition.about === 'text' || condition.about === 'contact')
    return t(`filter.${condition.is}`, { about, values: condition.value });
  if ('value' in condition) {
    const isTime = condition.about.endsWith('_minutes');
    const values = isTime ? minuteWords(Number(condition.value)) : count(Number(condition.value));
    return t(`filter.${condition.is}`, { about, values });
  }
  return t(`state.${condition.about}.${condition.is}`);
}

function minuteWords(minutes: number): string {
  return minutes < 1 ? t('time.minutes', { m: minutes }) : spanWords(minutes * 60_000);
}

function fieldWords(value: string | number): string {
  if (value === 'true') return t('filter.yes');
  if (value === 'false') return t('filter.no');
  return typeof value === 'number' ? count(value) : value;
}

const lists = new Intl.ListFormat('en', { type: 'disjunction' });
const orWords = (names: readonly string[]) =>
  lists.format(names.length > 3 ? [...names.slice(0, 2), t('filter.more', { count: names.length - 2 })] : names);
