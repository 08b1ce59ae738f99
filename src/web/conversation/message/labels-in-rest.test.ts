import { expect, it } from 'vitest';
import { notUnderstood } from '../../../core/understanding/not-understood.ts';
import type { Understood } from '../../../wire/understood.ts';
import { labelsInRest } from './labels-in-rest.ts';

const nothing = notUnderstood('', { isPrivate: false, likelyLanguage: null, rating: null });
const is = <Label>(label: Label, by: 'model' | 'agent' = 'model') => ({ label, p: 0.9, because: [], by });
const telling = (understood: Partial<Understood>, reader = 'en') =>
  labelsInRest({ ...nothing, ...understood } as Understood, reader).flatMap(({ head, isTelling }) =>
    isTelling ? [head] : [],
  );

it.each([
  { when: 'nothing is clear', understood: {}, shows: [] },
  {
    when: 'all is as usual',
    understood: { kind: is('chatter'), sentiment: is('neutral'), urgency: is(0), topic: is('other') },
    shows: [],
  },
  {
    when: 'somebody is angry and in a hurry',
    understood: { kind: is('complaint'), sentiment: is('negative'), urgency: is(2), topic: is('delivery') },
    shows: ['kind', 'sentiment', 'urgency', 'topic'],
  },
  { when: 'a colleague said that it can wait', understood: { urgency: is(0, 'agent') }, shows: ['urgency'] },
  { when: 'it is in another language', understood: { language: { code: 'el', p: 1 } }, shows: ['language'] },
  { when: 'it is in the reader’s language', understood: { language: { code: 'en', p: 1 } }, shows: [] },
] as { when: string; understood: Partial<Understood>; shows: string[] }[])(
  'when $when: $shows',
  ({ understood, shows }) => {
    expect(telling(understood)).toEqual(shows);
  },
);

it('has every label, the telling ones first', () => {
  const all = labelsInRest({ ...nothing, topic: is('store') } as Understood, 'en').map(({ head }) => head);
  expect(all).toEqual(['topic', 'kind', 'sentiment', 'urgency', 'language']);
});
