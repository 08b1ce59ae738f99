import type { Database } from '../storage/database.ts';
import { beat, endBeating, HEARTBEAT_EVERY_MS } from '../storage/heartbeats.ts';
import { newId } from '../storage/new-id.ts';

/** Shows in the database that this process lives, until the signal says stop. */
export async function startHeart(
  { db, now, role }: { readonly db: Database; readonly now: () => Date; readonly role: string },
  signal: AbortSignal,
): Promise<{ readonly stopped: Promise<void> }> {
  const life = { process: newId<string>(), role, startedAt: now() };
  let last: Promise<unknown> = Promise.resolve();
  // A beat that fails is not repeated: the next one comes, and a missing one is what health is to show.
  const beatOnce = () => {
    last = db.alone((tx) => beat(tx, life, now())).catch(() => undefined);
  };
  await db.alone((tx) => beat(tx, life, now()));
  const timer = setInterval(beatOnce, HEARTBEAT_EVERY_MS);
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      const end = () => db.alone((tx) => endBeating(tx, life.process)).catch(() => undefined);
      void last.then(end).then(() => resolve());
    });
  });
  return { stopped };
}
