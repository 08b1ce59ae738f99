import { randomUUID } from 'node:crypto';
import { noteHookAnswer } from '../../actions/note-hook-answer.ts';
import { giveUpTurn, type HookTurn, keepBody, nextDelivery, takeHooks } from '../../storage/hooks/turn.ts';
import type { Seal } from '../../storage/seal.ts';
import { listWorkspaces, type Workspace } from '../../storage/workspaces.ts';
import { type Config, isLoopback } from '../config.ts';
import { payloadOf } from '../hooks/payload.ts';
import type { Resolve } from './address-guard.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { startSweep } from './sweep.ts';
import { HOOK_TIMEOUT_MS, tellHook } from './tell-hook.ts';

export interface HookSenderOptions extends Pick<WorkerDeps, 'db' | 'now' | 'signal' | 'log'> {
  readonly seal: Seal;
  readonly config: Pick<Config, 'url'>;
  readonly timeoutMs?: number;
  readonly lookEveryMs?: number;
  readonly resolve?: Resolve;
}

/**
 * Tells other programs. An address is served by one process at a time, in order; what it does not take waits and lets the
 * next pass. A process that dies is believed to live a little longer than a try takes: then another one goes on, and
 * what was under way is told again under the same id.
 */
export function startHookSender(options: HookSenderOptions): Promise<Running> {
  const sender = randomUUID();
  const busy = new Set<Promise<void>>();
  return startSweep({ ...options, everyMs: options.lookEveryMs ?? 2_000, name: 'webhooks', restMs: 250 }, async () => {
    for (const workspace of await listWorkspaces(options.db.read)) {
      if (options.signal.aborted) break;
      const at = options.now();
      const until = leaseFrom(options, at);
      const turns = await options.db.alone((tx) => takeHooks(tx, workspace.id, { sender, now: at, until }));
      for (const turn of turns) {
        const serving = serve(options, workspace, turn, sender)
          .catch((error: unknown) =>
            options.log.error({ err: error, hook: turn.id }, 'A webhook stopped; it is taken up again.'),
          )
          .finally(() => busy.delete(serving));
        busy.add(serving);
      }
    }
  }).then(({ stopped }) => ({ stopped: stopped.then(async () => void (await Promise.all(busy))) }));
}

const leaseFrom = ({ timeoutMs = HOOK_TIMEOUT_MS }: HookSenderOptions, at: Date) =>
  new Date(at.getTime() + timeoutMs * 2 + 5_000);

async function serve(options: HookSenderOptions, workspace: Workspace, turn: HookTurn, sender: string): Promise<void> {
  const { db, now, signal } = options;
  let standing: Pick<HookTurn, 'failures' | 'failingSince'> = turn;
  try {
    while (!signal.aborted) {
      const due = await nextDelivery(db.read, workspace.id, turn.id, { sender, now: now() });
      if (!due) return;
      const body = due.body ?? (await firstBody(options, workspace, due));
      const answer = await tellOne(options, workspace, turn, { ...due, body });
      const after = await noteHookAnswer(
        db,
        workspace.id,
        {
          hook: { ...turn, ...standing },
          due,
          answer,
          sender,
          until: leaseFrom(options, now()),
        },
        now(),
      );
      if (!after) return;
      standing = after;
    }
  } finally {
    await db.alone((tx) => giveUpTurn(tx, workspace.id, turn.id, sender));
  }
}

type Due = NonNullable<Awaited<ReturnType<typeof nextDelivery>>>;

/** Kept before it is sent: a later try, by whichever process, sends the same bytes. Null: what it tells of is gone. */
async function firstBody(
  { db, config: { url } }: HookSenderOptions,
  { id, slug }: Workspace,
  due: Due,
): Promise<string | null> {
  const payload = await payloadOf(db.read, { workspaceId: id, slug, url }, due);
  if (!payload) return null;
  const body = JSON.stringify(payload);
  await db.alone((tx) => keepBody(tx, id, due.id, body));
  return body;
}

async function tellOne(options: HookSenderOptions, { id: workspaceId }: Workspace, turn: HookTurn, due: Due) {
  const { seal, now, signal } = options;
  const gone = { status: null, tookMs: 0, afterMs: null, isForbidden: true };
  if (due.body === null)
    return { ...gone, isForbidden: false, isGone: true, answer: 'What it tells of is not here any more.' };
  const open = (sealed: Uint8Array) => String(seal.open(workspaceId, `hook/${turn.id}`, sealed));
  const secrets = [turn.sealed, ...(turn.oldSealed ? [turn.oldSealed] : [])].map(open);
  const { id, event, body } = due;
  return tellHook(
    { id, event, body, url: turn.url, secrets },
    {
      mayLoopback: isLoopback(new URL(options.config.url).hostname),
      signal,
      now: now(),
      ...(options.timeoutMs ? { timeoutMs: options.timeoutMs } : {}),
      ...(options.resolve ? { resolve: options.resolve } : {}),
    },
  );
}
