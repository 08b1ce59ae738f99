import {
  ABOUT_NUMBER,
  ABOUT_STATE,
  ABOUT_VALUE,
  type Condition,
  type Filter,
} from '../../../core/conversation/filter.ts';
import type { CustomField } from '../../../wire/work.ts';

type Is = Condition['is'];
const FIELD_KINDS: Record<CustomField['kind'], readonly Is[]> = {
  text: ['contains', 'one_of', 'none_of', 'set', 'unset'],
  number: ['at_least', 'at_most', 'set', 'unset'],
  date: ['at_least', 'at_most', 'set', 'unset'],
  choice: ['one_of', 'none_of', 'set', 'unset'],
  toggle: ['one_of', 'set', 'unset'],
};

/** In which ways a thing can be asked about. */
export function isKinds(about: Condition['about'], kind: CustomField['kind'] = 'text'): readonly Is[] {
  if (about === 'field') return FIELD_KINDS[kind];
  if (includes(ABOUT_VALUE, about)) return ['one_of', 'none_of'];
  if (includes(ABOUT_NUMBER, about)) return ['at_least', 'at_most'];
  if (about === 'text' || about === 'contact') return ['contains', 'lacks'];
  return ['yes', 'no'];
}

/** A condition about something, before anything is filled in. */
export function beginOf(about: string, fields: readonly CustomField[]): Condition {
  if (about.startsWith('field:')) {
    const field = fields.find(({ id }) => about === `field:${id}`);
    const [is = 'contains'] = isKinds('field', field?.kind);
    const values = field?.kind === 'toggle' ? ['true'] : [];
    return { about: 'field', fieldId: about.slice('field:'.length), is, values } as Condition;
  }
  const number = ABOUT_NUMBER.find((one) => one === about);
  // What ends soon is looked for, not what has time.
  if (number === 'due_minutes') return { about: number, is: 'at_most', value: 60 };
  if (number) return { about: number, is: 'at_least', value: number.endsWith('_minutes') ? 60 : 1 };
  if (about === 'text' || about === 'contact') return { about, is: 'contains', value: '' };
  const state = ABOUT_STATE.find((one) => one === about);
  if (state) return { about: state, is: 'yes' };
  return { about: ABOUT_VALUE.find((one) => one === about) ?? 'assignee', is: 'one_of', values: [] };
}

/** Whether everything that a filter asks was filled in. */
export function isComplete({ conditions }: Filter): boolean {
  return conditions.every((one) => {
    if (one.is === 'set' || one.is === 'unset') return true;
    if ('values' in one) return one.values.length > 0;
    return typeof ('value' in one ? one.value : 0) === 'number' || ('value' in one && String(one.value).trim() !== '');
  });
}

const includes = (list: readonly string[], one: string) => list.includes(one);
