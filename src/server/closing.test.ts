import { expect, it, vi } from 'vitest';
import { createClosing } from './closing.ts';

it('closes in the opposite order, once, and goes on where something fails', async () => {
  const order: string[] = [];
  const complaints: string[] = [];
  const closing = createClosing((words) => complaints.push(words));
  closing.add('database', () => order.push('database'));
  closing.add('worker', () => Promise.reject(new Error('no')));
  closing.add('server', async () => order.push('server'));
  await Promise.all([closing.run(), closing.run()]);
  expect(order).toEqual(['server', 'database']);
  expect(complaints).toEqual(['worker did not close: no']);
});

it('waits for nothing that hangs', async () => {
  vi.useFakeTimers();
  const complaints: string[] = [];
  const closing = createClosing((words) => complaints.push(words));
  closing.add('mailbox', () => new Promise(() => undefined));
  const closed = closing.run();
  await vi.advanceTimersByTimeAsync(5_000);
  await closed;
  vi.useRealTimers();
  expect(complaints).toEqual(['mailbox did not close within 5 seconds.']);
});
