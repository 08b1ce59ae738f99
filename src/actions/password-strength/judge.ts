import { Worker } from 'node:worker_threads';
import { CareError } from '../../core/errors.ts';

/** How hard a password is to guess, 0 (at once) to 4; `advice` is for people. */
export interface Strength {
  readonly score: number;
  readonly advice: readonly string[];
}

/** Below this it is refused. 3: safe against somebody who has stolen the hashes and has an ordinary budget. */
const ENOUGH = 3;

/**
 * The dictionaries take 80 MB, a guess up to half a second of the processor (64 signs that may stand for letters), and
 * a desk needs them once a month: they live in a thread that is begun when somebody types a new password and ends a
 * minute after the last one.
 */
const IDLE_MS = 60_000;

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, PromiseWithResolvers<Strength>>;
  idle: NodeJS.Timeout | undefined;
}
let thread: Thread | null = null;
let asked = 0;

/** @param about what is known of the person: their name, their address, the workspace */
export function judgePassword(password: string, about: readonly string[]): Promise<Strength> {
  thread ??= begin();
  const { worker, waiting, idle } = thread;
  clearTimeout(idle);
  asked += 1;
  const answer = Promise.withResolvers<Strength>();
  waiting.set(asked, answer);
  worker.ref();
  worker.postMessage({ id: asked, password, about: wordsOf(about) });
  return answer.promise;
}

/** Refuses a password that is easy to guess, with the advice in words. */
export async function requireStrongPassword(password: string, about: readonly string[]): Promise<void> {
  const { score, advice } = await judgePassword(password, about);
  if (score >= ENOUGH) return;
  const words = ['This password is easy to guess.', ...advice].join(' ');
  throw new CareError('invalid', 'weak_password', words, { field: 'password', score, advice });
}

function begin(): Thread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  const own: Thread = { worker, waiting: new Map(), idle: undefined };
  const end = (error: Error) => {
    if (thread === own) thread = null;
    for (const answer of own.waiting.values()) answer.reject(error);
    own.waiting.clear();
  };
  worker.on('message', ({ id, ...strength }: Strength & { readonly id: number }) => {
    own.waiting.get(id)?.resolve(strength);
    own.waiting.delete(id);
    if (own.waiting.size > 0) return;
    // Whoever stops the program does not wait for it.
    worker.unref();
    own.idle = setTimeout(() => {
      if (thread === own) thread = null;
      void worker.terminate();
    }, IDLE_MS).unref();
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The thread that judges passwords ended.')));
  return own;
}

/** A name and an address in the parts that people make passwords of. */
function wordsOf(about: readonly string[]): readonly string[] {
  const parts = about.flatMap((text) => [text, ...text.split(/[\s@.,&+_-]+/)]).filter((text) => text.length > 2);
  return [...new Set(parts)].slice(0, 50);
}
