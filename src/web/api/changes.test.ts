import { type QueryKey, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followChanges } from './changes.ts';
import { createClient } from './client.ts';
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
const client = createClient();
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

/** Somebody looks at it; `answer` answers what was asked last. */
function look(queryKey: QueryKey) {
  const answers: ((said: unknown) => void)[] = [];
  const queryFn = () => new Promise<unknown>((resolve) => answers.push(resolve));
  const leave = new QueryObserver(client, { queryKey, queryFn }).subscribe(() => {});
  const answer = async (said: unknown) => {
    answers.at(-1)?.(said);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { asked: () => answers.length, answer, leave };
}
const notice = { id: 'n', conversationId: 'c' };
const changes = (...kinds: string[]) => ({ type: 'changes', seq: 2, conversations: [], kinds });

it.each([
  { key: ['labels'], told: changes('label') },
  { key: ['inboxes'], told: changes('inbox') },
  { key: ['views'], told: changes('views') },
  { key: ['me'], told: changes('access') },
  { key: ['priority', 'now'], told: changes('priority') },
  { key: ['notifications'], told: { type: 'notification', notification: notice, unread: 1 } },
  { key: ['notifications'], told: { type: 'unread', unread: 0 } },
  { key: ['drafts'], told: { type: 'draft', conversationId: 'c', of: 'reply', version: 2, isEmpty: false } },
  { key: ['drafts'], told: { type: 'draft', conversationId: 'c', of: 'reply', version: 2, isEmpty: true } },
  { key: ['conversation', 'c'], told: { type: 'reset', seq: 9 } },
  { key: ['counts'], told: { type: 'reset', seq: 9 } },
])('reads $key again when $told.type was told before its first answer came: it is older', async ({ key, told }) => {
  const { asked, answer, leave } = look(key);
  Line.latest.says(told);
  await answer([]);
  expect(asked()).toBe(2);
  await answer([]);
  expect(asked()).toBe(2);
  leave();
});

it.each([
  { key: ['notifications'], told: { type: 'notification', notification: notice, unread: 1 } },
  { key: ['drafts'], told: { type: 'draft', conversationId: 'c', of: 'reply', version: 2, isEmpty: true } },
])('reads $key again when something was told while it was read anew', async ({ key, told }) => {
  const { asked, answer, leave } = look(key);
  await answer(key[0] === 'drafts' ? [] : { pages: [], pageParams: [] });
  void client.invalidateQueries({ queryKey: key });
  Line.latest.says(told);
  await answer([]);
  expect(asked()).toBe(3);
  leave();
});

it.each([
  { told: 'hello', what: 'conversation', answer: { seq: 4 }, asked: 2 },
  { told: 'hello', what: 'conversation', answer: { seq: 5 }, asked: 1 },
  { told: 'hello', what: 'list', answer: { pages: [{ seq: 4, items: [] }], pageParams: [null] }, asked: 2 },
  { told: 'hello', what: 'list', answer: { pages: [{ seq: 5, items: [] }], pageParams: [null] }, asked: 1 },
  { told: 'reset', what: 'list', answer: { pages: [{ seq: 4, items: [] }], pageParams: [null] }, asked: 2 },
])('asks $asked times for a $what that was read at $answer, where a line of $told began at 5', async (one) => {
  stop();
  stop = followChanges(client);
  const { asked, answer, leave } = look([one.what, 'x']);
  Line.latest.says({ type: one.told, seq: 5 });
  await answer(one.answer);
  expect(asked()).toBe(one.asked);
  await answer(one.answer);
  expect(asked()).toBe(one.asked);
  leave();
});

it('shows a conversation in which more is told than can be read in time', async () => {
  const { asked, answer, leave } = look(['conversation', 'c']);
  await answer({ seq: 1, conversation: { changedSeq: 1 } });
  for (let seq = 2; seq < 20; seq += 1)
    Line.latest.says({ type: 'changes', seq, conversations: [{ id: 'c', changedSeq: seq }], kinds: [] });
  expect(asked()).toBe(2);
  await answer({ seq: 3, conversation: { changedSeq: 3 } });
  expect([asked(), client.getQueryData(['conversation', 'c'])]).toMatchObject([3, { seq: 3 }]);
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
