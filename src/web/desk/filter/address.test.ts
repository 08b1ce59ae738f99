import { describe, expect, it } from 'vitest';
import type { Condition, Filter } from '../../../core/conversation/filter.ts';
import { filterFromAddress, filterToAddress } from './address.ts';

const LABEL = '0192f0aa-0000-7000-8000-000000000001';
const all = (...conditions: Condition[]): Filter => ({ match: 'all', conditions });

describe('a filter in an address', () => {
  it.each<{ what: string; filter: Filter; text: string }>([
    {
      what: 'people',
      filter: all({ about: 'assignee', is: 'one_of', values: ['me', 'none'] }),
      text: 'assignee.one_of.me_none',
    },
    {
      what: 'a label',
      filter: all({ about: 'label', is: 'none_of', values: [LABEL] }),
      text: `label.none_of.${LABEL}`,
    },
    {
      what: 'a number',
      filter: all({ about: 'waiting_minutes', is: 'at_least', value: 60 }),
      text: 'waiting_minutes.at_least.60',
    },
    {
      what: 'a part of one',
      filter: all({ about: 'priority', is: 'at_most', value: 2.5 }),
      text: 'priority.at_most.2*2e5',
    },
    { what: 'a state', filter: all({ about: 'snoozed', is: 'no' }), text: 'snoozed.no' },
    {
      what: 'words',
      filter: all({ about: 'text', is: 'contains', value: 'a_b. ζ*' }),
      text: 'text.contains.a*5fb*2e*20*CE*B6*2a',
    },
    {
      what: 'a field',
      filter: all({ about: 'field', fieldId: LABEL, is: 'at_least', values: [7] }),
      text: `field.${LABEL}.at_least.7`,
    },
    {
      what: 'a date',
      filter: all({ about: 'field', fieldId: LABEL, is: 'at_most', values: ['2026-11-22'] }),
      text: `field.${LABEL}.at_most.2026-11-22`,
    },
    {
      what: 'whether it is known',
      filter: all({ about: 'field', fieldId: LABEL, is: 'unset', values: [] }),
      text: `field.${LABEL}.unset`,
    },
    {
      what: 'any of two',
      filter: {
        match: 'any',
        conditions: [
          { about: 'opened', is: 'yes' },
          { about: 'muted', is: 'yes' },
        ],
      },
      text: 'any opened.yes muted.yes',
    },
  ])('writes and reads $what', ({ filter, text }) => {
    expect(filterToAddress(filter)).toBe(text);
    expect(filterFromAddress(text)).toEqual(filter);
  });

  it('is not there when nothing is asked', () => expect(filterToAddress(all())).toBeNull());

  it.each([
    '',
    'rubbish',
    'assignee',
    'assignee.one_of',
    'waiting_minutes.at_least.soon',
    'text.contains.*ZZ',
    'field.x.at_least',
  ])('leaves out what means nothing: "%s"', (text) =>
    expect(filterFromAddress(`${text} snoozed.no`).conditions).toEqual([{ about: 'snoozed', is: 'no' }]),
  );
});
