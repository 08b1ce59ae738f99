import { expect, it } from 'vitest';
import { createLog } from './log.ts';

it('writes what is worth the level, an error with its stack and cause', () => {
  const lines: string[] = [];
  const log = createLog('warn', (line) => lines.push(line));
  log.info({}, 'quiet');
  log.error({ err: new Error('broke', { cause: new Error('why') }), inboxId: 'i' }, 'An inbox broke.');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 50,
    msg: 'An inbox broke.',
    inboxId: 'i',
    err: { message: 'broke', stack: expect.any(String), cause: { message: 'why' } },
  });
});

it('says nothing when silent', () => {
  const lines: string[] = [];
  createLog('silent', (line) => lines.push(line)).error({}, 'loud');
  expect(lines).toEqual([]);
});
