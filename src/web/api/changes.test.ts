import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followChanges } from './changes.ts';
import { whenDraftMoved } from './heard-drafts.ts';

class Line {
  static readonly OPEN = 1;
  static latest: Line;
  static count = 0;
  readyState = 1;
  onmessage: ((event: { readonly data: string }) => void) | null = null;
  onclose: ((event: { readonly code: number }) => void) | null = null;
  constructor() {
    Line.latest = this;
    Line.count += 1;
  }
  close(): void {}
  says(heard: object): void {
    this.onmessage?.({ data: JSON.stringify(heard) });
  }
}
const client = new QueryClient();
const CONNECTING = 0;
const onWindow = new Map<string, () => void>();
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', Line);
  vi.stubGlobal('location', { protocol: 'http:', host: 'desk' });
  vi.stubGlobal('addEventListener', (name: string, heard: () => void) => onWindow.set(name, heard));
  vi.stubGlobal('removeEventListener', () => {});
  stop = followChanges(client);
  Line.latest.says({ type: 'hello', seq: 1 });
});
afterEach(() => {
  stop();
  client.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('lets drafts be looked at again after a cut: they may have been saved on another device meanwhile', () => {
  const moved: (string | null)[] = [];
  const deafen = whenDraftMoved((id) => moved.push(id));
  Line.latest.onclose?.({ code: 1006 });
  vi.advanceTimersByTime(1_000);
  Line.latest.says({ type: 'hello', seq: 1 });
  deafen();
  expect(moved).toEqual([null]);
});

it.each([
  { kind: 'label', reads: ['labels'] },
  { kind: 'field', reads: ['fields'] },
  { kind: 'views', reads: ['views'] },
  { kind: 'inbox', reads: ['inboxes'] },
  { kind: 'access', reads: ['me', 'agents', 'teams', 'roles'] },
])('reads $reads again when somebody changed what is agreed on: $kind', ({ kind, reads }) => {
  const known = ['labels', 'fields', 'views', 'inboxes', 'me', 'agents', 'teams', 'roles'];
  for (const key of known) client.setQueryData([key], []);
  Line.latest.says({ type: 'changes', seq: 2, conversations: [], kinds: [kind] });
  expect(known.filter((key) => client.getQueryState([key])?.isInvalidated).toSorted()).toEqual(reads.toSorted());
});

it.each([
  { saved: 'one is begun', listed: [], isEmpty: false, isRead: true },
  { saved: 'it grows', listed: ['c'], isEmpty: false, isRead: false },
  { saved: 'it is sent', listed: ['c'], isEmpty: true, isRead: true },
  { saved: 'nothing is dropped', listed: [], isEmpty: true, isRead: false },
])('reads which conversations have a draft, when $saved: $isRead', ({ listed, isEmpty, isRead }) => {
  client.setQueryData(
    ['drafts'],
    listed.map((conversationId) => ({ conversationId })),
  );
  Line.latest.says({ type: 'draft', conversationId: 'c', of: 'reply', version: 2, isEmpty });
  expect(client.getQueryState(['drafts'])?.isInvalidated).toBe(isRead);
});

it('lets counts arrive that take long, however much happens meanwhile, and then asks once more', async () => {
  client.setQueryData(['counts'], '11 wait');
  let asked = 0;
  let answer = (_: string) => {};
  const observer = new QueryObserver(client, {
    queryKey: ['counts'],
    queryFn: () => {
      asked += 1;
      return new Promise<string>((resolve) => {
        answer = resolve;
      });
    },
  });
  const leave = observer.subscribe(() => {});
  for (let second = 0; second < 10; second += 1) {
    Line.latest.says({ type: 'changes', seq: 2 + second, conversations: [], kinds: [] });
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(asked).toBe(1);
  answer('12 wait');
  await vi.advanceTimersByTimeAsync(2_000);
  expect([client.getQueryData(['counts']), asked]).toEqual(['12 wait', 2]);
  leave();
});

it('does not wait for an attempt that was begun without a network, once there is one', () => {
  onWindow.get('offline')?.();
  vi.advanceTimersByTime(1_000);
  const hanging = Line.latest;
  hanging.readyState = CONNECTING;
  onWindow.get('online')?.();
  expect(Line.latest).not.toBe(hanging);
  const before = Line.count;
  onWindow.get('online')?.();
  hanging.onclose?.({ code: 1006 });
  vi.advanceTimersByTime(1_000);
  expect(Line.count).toBe(before);
});

it('gives up an attempt that nobody answers, and tries again', () => {
  Line.latest.onclose?.({ code: 1006 });
  vi.advanceTimersByTime(1_000);
  const hanging = Line.latest;
  hanging.readyState = CONNECTING;
  vi.advanceTimersByTime(20_000);
  expect(Line.latest).not.toBe(hanging);
});
