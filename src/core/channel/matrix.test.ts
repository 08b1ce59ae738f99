import { expect, it } from 'vitest';
import type { Capabilities } from './capabilities.ts';
import { abilitiesOf } from './matrix.ts';

const bare: Capabilities = {
  text: { max: 300, unit: 'graphemes' },
  attachments: { max: 0, maxBytes: 0, types: [] },
  acts: {},
  lacks: {},
  hears: {
    comments: true,
    mentions: true,
    direct: true,
    reviews: 'None.',
    keywords: true,
    reactions: true,
    edits: true,
    deletions: true,
    history: true,
    missed: true,
  },
  receives: [],
  tells: { delivered: false, read: false },
  rate: { count: 1, perMs: 1 },
};
const limitsOf = (capabilities: Capabilities) => abilitiesOf({ capabilities, name: 'Somewhere' }).limits;

it('says how words are listened for, and what that costs', () => {
  const listening = { how: 'Everybody’s posts.', searchesMost: 20, reachMs: 7 * 86_400_000, source: 'a sheet' };
  expect(limitsOf(bare)).toEqual(['300 characters in a text.']);
  expect(limitsOf({ ...bare, listening })).toContain(
    'Listening: Everybody’s posts. 20 searches side by side, a new one 7 days back.',
  );
  expect(limitsOf({ ...bare, listening: { ...listening, usdPerPost: 0.015 } }).at(-1)).toMatch(
    /A post that is found costs 0\.015 US dollars\.$/,
  );
});
