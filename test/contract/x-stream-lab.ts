import type { AtOnce } from '../../src/core/channel/at-once.ts';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import { createHandTimers } from './hand-timers.ts';
import { readMessages } from './x-listener.ts';
import { openX } from './x-world.ts';

export type StreamLab = Awaited<ReturnType<typeof openStreamLab>>;

/** An account that hears at once, was read once, and whose stream is open unless it may not. Timers go by hand. */
export async function openStreamLab(
  options: Parameters<typeof openX>[0] & {
    readonly before?: (network: StreamNetwork) => void;
    readonly isOpen?: boolean;
  } = {},
) {
  const { before, isOpen = true, ...rest } = options;
  const timers = createHandTimers();
  const lab = await openX({ isLimited: false, timers, ...rest });
  const wakes: string[] = [];
  const waiting = new Set<() => void>();
  const wake = (stream: string) => {
    wakes.push(stream);
    for (const one of waiting) one();
  };
  const lines: AtOnce[] = [];
  const standing = new Set<() => void>();
  const stand = (line: AtOnce) => {
    lines.push(line);
    for (const one of standing) one();
  };
  const { stream } = lab.network;
  const closeNetwork = lab.close;
  const made = Object.assign(lab, {
    timers,
    wake,
    /** What was told of the line, the newest last. */
    lines,
    /** Resolves when that is what was told last. */
    async stands(state: AtOnce['state']): Promise<void> {
      while (lines.at(-1)?.state !== state) {
        const { promise, resolve } = Promise.withResolvers<void>();
        standing.add(resolve);
        await promise;
        standing.delete(resolve);
      }
    },
    /** The session of now is what `lab` reads by. */
    async begin() {
      await lab.reopen();
      lab.session?.watch?.(wake, stand);
      // what is wrong with a search is told once
      await lab.entries().catch(() => lab.entries());
      wakes.length = 0;
      lab.calls.length = 0;
    },
    end: async () => lab.session?.close(),
    /** Resolves when the session was woken for this list. */
    async woken(list: string): Promise<void> {
      while (!wakes.includes(list)) {
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.add(resolve);
        await promise;
        waiting.delete(resolve);
      }
      wakes.splice(wakes.indexOf(list), 1);
    },
    wakes,
    opened: () => stream.until(() => stream.connections === 1),
    closed: () => stream.until(() => stream.connections === 0),
    /** What our rules look for, without those of other programs. */
    rules: () => [...stream.rules.values()].filter(({ tag }) => tag?.startsWith('earshot:')).map(({ value }) => value),
    async messages(list: string): Promise<MessageEvent[]> {
      return readMessages(lab, list, (await lab.pull(list)).entries);
    },
    async close() {
      await lab.session?.close();
      await closeNetwork();
    },
  });
  before?.(lab.network);
  await made.begin();
  if (isOpen) await made.stands('open');
  return made;
}
type StreamNetwork = Awaited<ReturnType<typeof openX>>['network'];
