import type { SEGMENT_FACTS } from '../../core/person/segment.ts';
import type { SegmentCondition } from '../../wire/persons.ts';

export type Fact = (typeof SEGMENT_FACTS)[number];

/** A condition while it is being written: everything as the boxes have it. */
export interface Draft {
  readonly key: string;
  readonly on: Fact;
  readonly fieldId: string;
  readonly how: 'is' | 'contains' | 'set' | 'unset';
  readonly text: string;
  readonly chosen: readonly string[];
  readonly isYes: boolean;
}

export const emptyDraft = (key: string): Draft => ({
  key,
  on: 'stage',
  fieldId: '',
  how: 'is',
  text: '',
  chosen: [],
  isYes: true,
});

/** As it is sent; null: something is still missing. */
export function conditionOf(draft: Draft): SegmentCondition | null {
  const { on, fieldId, how, chosen, isYes } = draft;
  const text = draft.text.trim();
  const number = Number(text.replace(',', '.'));
  const isNumber = text !== '' && Number.isFinite(number) && number >= 0;
  switch (on) {
    case 'field':
      if (fieldId === '') return null;
      if (how === 'set' || how === 'unset') return { on, fieldId, is: how };
      return text === '' ? null : { on, fieldId, is: how, value: text };
    case 'language':
    case 'channel':
    case 'company':
      return chosen.length > 0 ? { on, any: [...chosen] } : null;
    case 'stage':
      return chosen.length > 0 ? ({ on, any: [...chosen] } as SegmentCondition) : null;
    case 'vip':
    case 'blocked':
      return { on, is: isYes };
    case 'orders':
      return isNumber ? { on, least: Math.round(number) } : null;
    case 'spent':
      return isNumber ? { on, least: number } : null;
    case 'bought':
      return isNumber && number >= 1 ? { on, withinDays: Math.round(number) } : null;
  }
}

export function draftOf(condition: SegmentCondition, key: string): Draft {
  const draft = { ...emptyDraft(key), on: condition.on };
  switch (condition.on) {
    case 'field':
      return {
        ...draft,
        fieldId: condition.fieldId,
        how: condition.is,
        text: 'value' in condition ? String(condition.value) : '',
      };
    case 'language':
    case 'channel':
    case 'company':
    case 'stage':
      return { ...draft, chosen: condition.any };
    case 'vip':
    case 'blocked':
      return { ...draft, isYes: condition.is };
    case 'orders':
    case 'spent':
      return { ...draft, text: String(condition.least) };
    case 'bought':
      return { ...draft, text: String(condition.withinDays) };
  }
}
