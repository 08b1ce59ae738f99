import { hearOpinion } from '../../actions/second-opinion/hear-opinion.ts';
import { openKey } from '../../actions/second-opinion/keep-choice.ts';
import { prepareText } from '../../actions/second-opinion/prepare-text.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { HEADS } from '../../core/learning/own.ts';
import type { Said } from '../../core/second-opinion/opinion.ts';
import { isSpent, type LeftBecause, MOST_FAILURES } from '../../core/second-opinion/settings.ts';
import type { Database } from '../../storage/database.ts';
import { readUnderstandingSettings } from '../../storage/learning/settings.ts';
import { type Seal, WrongKey } from '../../storage/seal.ts';
import { type AskedMessage, readAskedMessages } from '../../storage/second-opinion/messages.ts';
import {
  findSaid,
  giveBack,
  leaveOne,
  leaveWaiting,
  takeWanted,
  type Wanted,
} from '../../storage/second-opinion/rows.ts';
import { readSecondOpinion, type SecondOpinionSettings } from '../../storage/second-opinion/settings.ts';
import { claimTrial, noteFailure } from '../../storage/second-opinion/spend.ts';
import { type Asking, ask } from './ask.ts';
import { MODEL_TIMEOUT_MS, type ModelMeans } from './ask-model.ts';

export interface AskWantedMeans extends Omit<ModelMeans, 'timeoutMs'> {
  readonly db: Database;
  readonly seal: Pick<Seal, 'open' | 'close'>;
  readonly now: () => Date;
  /** Names this process. */
  readonly asker: string;
  readonly modelTimeoutMs?: number;
}

const AT_ONCE = 2;
const TAKEN = 12;

interface Group {
  readonly text: string;
  readonly words: string;
  readonly of: readonly { readonly wanted: Wanted; readonly message: AskedMessage }[];
}

/** Asks about all that waits in a workspace, the newest first, as far as it may; the rest waits, or is left. */
export async function askWanted(means: AskWantedMeans, workspaceId: WorkspaceId): Promise<void> {
  const { db, now, signal, asker, modelTimeoutMs = MODEL_TIMEOUT_MS } = means;
  // As long as all that is taken can take, each asked twice.
  const leaseMs = (TAKEN / AT_ONCE) * (modelTimeoutMs * 2 + 3_000) + 10_000;
  while (!signal.aborted) {
    const settings = await readSecondOpinion(db.read, workspaceId);
    await leaveLate(means, workspaceId, settings);
    if (!settings?.isOn || hindrance(settings, now()) !== null) return;
    const isTrial = settings.failures >= MOST_FAILURES;
    const until = new Date(now().getTime() + leaseMs);
    const taken = await db.alone((tx) =>
      takeWanted(tx, workspaceId, { asker, until, most: isTrial ? 1 : TAKEN }, now()),
    );
    if (taken.length === 0) return;
    try {
      if (isTrial && !(await db.alone((tx) => claimTrial(tx, workspaceId, now())))) return;
      const { topics } = await readUnderstandingSettings(db.read, workspaceId);
      const key = settings.hasKey ? await openKept(means, workspaceId, settings) : null;
      if (key === LOCKED) return;
      const groups = await groupsOf(means, workspaceId, taken, settings);
      const on = { settings, taken: { way: settings.way }, key, topics, isTrial };
      let mayGoOn = true;
      const serve = async () => {
        for (let group = groups.shift(); group && mayGoOn && !signal.aborted; group = groups.shift())
          mayGoOn = (await serveGroup(means, workspaceId, group, on)) && mayGoOn;
      };
      const served = await Promise.allSettled(Array.from({ length: AT_ONCE }, serve));
      const failed = served.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      if (!mayGoOn) return;
    } finally {
      await db.alone((tx) => giveBack(tx, workspaceId, asker));
    }
  }
}

const LOCKED = Symbol('locked');

/** A key that does not open is a failure like any other: the page says it, and the log is not filled with it. */
async function openKept(means: AskWantedMeans, workspaceId: WorkspaceId, { version }: SecondOpinionSettings) {
  try {
    return await openKey(means, workspaceId);
  } catch (error) {
    if (!(error instanceof WrongKey)) throw error;
    const words = 'The kept API key cannot be opened with the secret of this installation. Type it again.';
    await means.db.alone((tx) => noteFailure(tx, workspaceId, { version, words }, means.now()));
    return LOCKED;
  }
}

async function leaveLate(
  { db, now }: AskWantedMeans,
  workspaceId: WorkspaceId,
  settings: SecondOpinionSettings | null,
) {
  const at = now();
  await db.alone((tx) =>
    settings?.isOn
      ? leaveWaiting(tx, workspaceId, hindrance(settings, at) ?? 'late', 'too_long', at)
      : leaveWaiting(tx, workspaceId, 'off', 'all', at),
  );
}

/** Why nobody may be asked just now. */
function hindrance(settings: SecondOpinionSettings, now: Date): LeftBecause | null {
  if (settings.restsUntil && settings.restsUntil > now) return 'resting';
  return isSpent(settings, now) ? 'budget' : null;
}

/** What says the same is asked once. What may not be shown any more is left. */
async function groupsOf(
  { db, now, asker }: AskWantedMeans,
  workspaceId: WorkspaceId,
  taken: readonly Wanted[],
  { withPrivate }: SecondOpinionSettings,
): Promise<Group[]> {
  const ids = taken.map(({ messageId }) => messageId);
  const messages = new Map((await readAskedMessages(db.read, workspaceId, ids)).map((one) => [one.id, one]));
  const groups = new Map<string, { text: string; words: string; of: Group['of'][number][] }>();
  for (const wanted of taken) {
    const message = messages.get(wanted.messageId);
    const why = !message || message.isDeleted ? 'gone' : message.isPrivate && !withPrivate ? 'private' : null;
    if (!message || why) {
      await db.alone((tx) => leaveOne(tx, workspaceId, { ...wanted, asker, why: why ?? 'gone' }, now()));
      continue;
    }
    const { text, words } = prepareText(message);
    const group = groups.get(words) ?? { text, words, of: [] };
    group.of.push({ wanted, message });
    groups.set(words, group);
  }
  return [...groups.values()];
}

/** @returns false: no further call may be made */
async function serveGroup(
  means: AskWantedMeans,
  workspaceId: WorkspaceId,
  { text, words, of }: Group,
  on: Pick<Asking, 'settings' | 'taken' | 'key' | 'topics' | 'isTrial'>,
): Promise<boolean> {
  const { db, now, asker, modelTimeoutMs } = means;
  const { model } = on.settings;
  const heads = HEADS.filter((head) => of.some(({ wanted }) => wanted.heads.includes(head)));
  const before = await findSaid(db.read, workspaceId, { words, model }, now());
  const isKnown = before !== null && heads.every((head) => before[head]);
  const asked = isKnown
    ? ({ kind: 'said', said: before as Said, tookMs: null } as const)
    : await ask(
        { ...means, ...(modelTimeoutMs ? { timeoutMs: modelTimeoutMs } : {}) },
        { ...on, workspaceId, text, heads },
      );
  if (asked.kind === 'stop') return false;
  for (const [at, { wanted, message }] of of.entries()) {
    if (asked.kind === 'left')
      await db.alone((tx) => leaveOne(tx, workspaceId, { ...wanted, asker, why: asked.why }, now()));
    else {
      const { said, tookMs } = asked;
      const isCopy = isKnown || at > 0;
      const heard = { ...wanted, asker, text: message.text, words, model, said, isCopy, tookMs };
      await hearOpinion(db, workspaceId, heard, now());
    }
  }
  return true;
}
