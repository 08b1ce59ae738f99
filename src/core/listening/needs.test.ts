import { describe, expect, it } from 'vitest';
import type { Kind, Understood, Urgency } from '../understanding/understood.ts';
import { createHear, type Heard } from './hear.ts';
import type { Care, ListeningRule } from './listening-rule.ts';
import { postOf } from './marked.fixture.ts';
import { needsIn, needsOf } from './needs.ts';
import { ruleOf } from './rule.fixture.ts';

const opinion = <Label>(label: Label | null, p: number) => ({ label, p, because: [], by: 'model' as const });
const read = (
  kind: Kind | null,
  p: number,
  urgency: Urgency | null = 0,
  sure = 0.9,
): Pick<Understood, 'kind' | 'urgency'> => ({
  kind: opinion(kind, p),
  urgency: opinion(urgency, sure),
});

describe('a post is taken for', () => {
  it.each([
    ['a complaint', read('complaint', 0.81), [{ is: 'complaint', p: 0.81 }]],
    ['a question', read('question', 0.6), [{ is: 'question', p: 0.6 }]],
    ['something for today', read('chatter', 0.9, 1, 0.7), [{ is: 'today', p: 0.7 }]],
    [
      'something for now, the surest first',
      read('complaint', 0.6, 2, 0.8),
      [
        { is: 'now', p: 0.8 },
        { is: 'complaint', p: 0.6 },
      ],
    ],
    ['it by a person, who is sure', read('complaint', 1), [{ is: 'complaint', p: 1 }]],
    ['it at the floor', read('complaint', 0.5), [{ is: 'complaint', p: 0.5 }]],
    ['nothing where it is likelier none', read('complaint', 0.49), []],
    ['nothing where only its urgency is unlikely', read('chatter', 0.9, 1, 0.3), []],
    ['nothing where it is praise', read('compliment', 0.95), []],
    ['nothing where it wants to buy', read('purchase', 0.95), []],
    ['nothing where it cannot be told', read(null, 0.44, null, 0), []],
    ['nothing where nobody read it', null, []],
  ] as const)('%s', (_, understood, needs) => {
    expect(needsOf(understood)).toEqual(needs);
  });
});

describe('a rule hears what is understood as a need', () => {
  const complaint = read('complaint', 0.81);
  const hear = createHear();
  const hearing = (care: Care, text: string, understood: typeof complaint | null, over: Partial<ListeningRule> = {}) =>
    hear(ruleOf({ brand: ['Fjell'], care, ...over }), postOf(text, 'en', understood), null);

  it('without a word that calls for care, and says as what', () => {
    expect(hearing('understood', 'Fjell lasted all of two days', complaint)).toMatchObject({
      because: [{ kind: 'brand', word: 'Fjell' }],
      needs: [{ is: 'complaint', p: 0.81 }],
    });
  });

  it('beside a word that calls for care, and says both', () => {
    expect(hearing('understood', 'Fjell is broken', complaint)).toMatchObject({
      because: [{ kind: 'brand' }, { kind: 'trigger' }],
      needs: [{ is: 'complaint', p: 0.81 }],
    });
  });

  it('or for the word alone', () => {
    const heard = hearing('understood', 'Fjell is broken', read('chatter', 0.9)) as Heard;
    expect(heard.because).toHaveLength(2);
    expect(heard).not.toHaveProperty('needs');
    expect(hearing('understood', 'Fjell is broken', null)).toHaveProperty('because');
  });

  it('and lets pass what is neither', () => {
    expect(hearing('understood', 'Fjell in blue', read('compliment', 0.95))).toHaveProperty('why', 'no_trigger');
    expect(hearing('understood', 'Fjell in blue', null)).toHaveProperty('why', 'no_trigger');
  });

  it('only where it asks for that', () => {
    expect(hearing('words', 'Fjell lasted all of two days', complaint)).toHaveProperty('why', 'no_trigger');
    expect(hearing('anything', 'Fjell lasted all of two days', complaint)).not.toHaveProperty('needs');
  });

  it('never without the brand, nor with an excluded word, nor in another language', () => {
    expect(hearing('understood', 'it fell apart', complaint)).toHaveProperty('why', 'no_brand');
    expect(hearing('understood', 'Fjell fell apart', complaint, { without: ['apart'] })).toHaveProperty(
      'why',
      'excluded',
    );
    expect(hearing('understood', 'Fjell fell apart', complaint, { languages: ['de'] })).toHaveProperty(
      'why',
      'language',
    );
  });

  it('each post as it was read itself, also where two say the same', () => {
    expect(hearing('understood', 'Fjell again', complaint)).toHaveProperty('needs');
    expect(hearing('understood', 'Fjell again', read('compliment', 0.9))).toHaveProperty('why', 'no_trigger');
  });
});

it('what several rules took a post for is said once', () => {
  const need = { is: 'complaint', p: 0.81 } as const;
  expect(needsIn([{ needs: [need] }, {}, { needs: [need, { is: 'now', p: 0.6 }] }])).toEqual([
    need,
    { is: 'now', p: 0.6 },
  ]);
  expect(needsIn([])).toEqual([]);
});
