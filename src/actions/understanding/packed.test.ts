import { expect, it } from 'vitest';
import type { Understood } from '../../core/understanding/understood.ts';
import { packUnderstood, unpackUnderstood } from '../../storage/packed-understood.ts';
import { understand } from './understand.ts';

const reading = { isPrivate: false, likelyLanguage: null, rating: null };

it('gives back what was packed, whatever was said and whoever says so', () => {
  const said = ['The zip split. My number is +44 20 7946 0958, order 40217!', 'Καλησπέρα, δεν ήρθε', '👍', 'x'];
  const told: Understood = {
    ...understand('Where is it?', reading),
    kind: { label: 'complaint', p: 1, because: [], by: 'agent' },
    sentiment: { label: null, p: 0.4, because: ['where'], by: 'own' },
  };
  for (const understood of [...said.map((text) => understand(text, reading)), told])
    expect(unpackUnderstood(JSON.stringify(packUnderstood(understood)))).toEqual(understood);
});

it('takes less than half of the room', () => {
  const understood = understand('The zip on my Fjell jacket split after a week. What now?', reading);
  expect(JSON.stringify(packUnderstood(understood)).length).toBeLessThan(JSON.stringify(understood).length / 2);
});
