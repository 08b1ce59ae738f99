import { describe, expect, it } from 'vitest';
import { byName, byNameInUse, namesIn } from './by-name.ts';

const named = (...names: string[]) => names.map((name) => ({ name, isArchived: name.endsWith('(old)') }));
const told = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

describe('names that people gave', () => {
  it.each([
    {
      when: 'numbered',
      names: ['Segment 10', 'Segment 1', 'Segment 100', 'Segment 2'],
      stand: ['Segment 1', 'Segment 2', 'Segment 10', 'Segment 100'],
    },
    {
      when: 'large and small',
      names: ['beta', 'Alpha', 'alpha 2', 'Alpha 10'],
      stand: ['Alpha', 'alpha 2', 'Alpha 10', 'beta'],
    },
    { when: 'with signs on their letters', names: ['Zoo', 'Émile', 'Eva'], stand: ['Émile', 'Eva', 'Zoo'] },
  ])('stand where they are looked for: $when', ({ names, stand }) => {
    expect(told(byName(named(...names)))).toEqual(stand);
  });

  it('stand as the language of the reader has it', () => {
    expect(['z', 'ö', 'a'].toSorted(namesIn('de'))).toEqual(['a', 'ö', 'z']);
    expect(['z', 'ö', 'a'].toSorted(namesIn('sv'))).toEqual(['a', 'z', 'ö']);
  });

  it('stand after those in use where they are archived', () => {
    expect(told(byNameInUse(named('a (old)', 'b 10', 'b 9')))).toEqual(['b 9', 'b 10', 'a (old)']);
  });
});
