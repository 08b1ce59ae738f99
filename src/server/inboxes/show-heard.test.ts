import { describe, expect, it } from 'vitest';
import { showHeard } from './show-heard.ts';

const nothing = { state: 'connected', atOnce: null, sends: null, sendsDue: null } as const;
const open = { state: 'open', what: ['mentions'] } as const;
const resting = { state: 'resting', until: '2026-11-24T00:00:00.000Z', why: 'Used up.' } as const;

describe('how an inbox is heard', () => {
  it.each([
    ['nothing was ever told of it', {}, null],
    ['a line is open', { atOnce: open }, { atOnce: open, webhook: null }],
    ['a line rests', { atOnce: resting, sends: [] }, { atOnce: resting, webhook: 'none' }],
    ['it is paused, whatever was written down', { state: 'paused', atOnce: open }, null],
    ['it has trouble, and is not read', { state: 'trouble', atOnce: open }, null],
    ['something else stands there', { atOnce: { state: 'odd' } }, null],
    ['all is told', { sends: ['mentions'], sendsDue: ['mentions'] }, { atOnce: null, webhook: 'all' }],
    ['a part is told', { sends: ['mentions'], sendsDue: ['mentions', 'quotes'] }, { atOnce: null, webhook: 'some' }],
    ['nobody knows what is due', { sends: ['mentions'] }, { atOnce: null, webhook: 'all' }],
  ] as const)('%s', (_, row, shown) => {
    expect(showHeard({ ...nothing, ...row })).toEqual(shown);
  });
});
