import { randomUUID } from 'node:crypto';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Head, OwnTopic } from '../../core/learning/own.ts';
import type { Said } from '../../core/second-opinion/opinion.ts';
import { questionOf, tokensOf } from '../../core/second-opinion/question.ts';
import { isSameWay, otherWay, type Way } from '../../core/second-opinion/way.ts';
import type { Database } from '../../storage/database.ts';
import { rememberWay, type SecondOpinionSettings } from '../../storage/second-opinion/settings.ts';
import { noteFailure, noteSuccess, settleTokens, spendCall } from '../../storage/second-opinion/spend.ts';
import { pause } from '../worker/pause.ts';
import { askModel, type ModelMeans } from './ask-model.ts';
import { readAnswer } from './read-answer.ts';

/** Whoever asks for a longer wait is asked another time. */
const LONGEST_WAIT_MS = 2_000;
const SHORT_WAIT_MS = 250;

export interface Asking {
  readonly workspaceId: WorkspaceId;
  readonly settings: SecondOpinionSettings;
  /** How the server takes it, as far as it is known: what one finds out, those who ask beside and after it know. */
  readonly taken: { way: Way };
  readonly key: string | null;
  /** Without personal data. */
  readonly text: string;
  readonly heads: readonly Head[];
  readonly topics: readonly Pick<OwnTopic, 'key'>[];
  /** One try of a server that was left alone. */
  readonly isTrial: boolean;
}
export type Asked =
  | { readonly kind: 'said'; readonly said: Said; readonly tookMs: number }
  | { readonly kind: 'left'; readonly why: 'failed' | 'rubbish' }
  /** No further call may be made just now. */
  | { readonly kind: 'stop' };

/** Asks about one text, each call counted before it is made; once more when the server stumbles, in another way when it refuses the first. */
export async function ask(
  { db, now, ...means }: ModelMeans & { readonly db: Database; readonly now: () => Date },
  { workspaceId, settings, taken, key, text, heads, topics, isTrial }: Asking,
): Promise<Asked> {
  const { address, model, version } = settings;
  let way = taken.way;
  let triesLeft = isTrial ? 0 : 1;
  for (;;) {
    const body = questionOf({ model, text, heads, topics, way, mark: randomUUID().replaceAll('-', '') });
    const tokens = tokensOf(body, way.limit);
    const askedAt = now();
    if (!(await db.alone((tx) => spendCall(tx, workspaceId, { version, tokens, isTrial }, askedAt))))
      return { kind: 'stop' };
    const answer = await askModel({ address, key, body }, means);
    // Of what timed out nobody knows what it cost: it stays counted as the dearest it can have been.
    const cost = answer.kind === 'said' ? (answer.tokens ?? tokens) : answer.isPassing ? tokens : 0;
    if (cost !== tokens) await db.alone((tx) => settleTokens(tx, workspaceId, cost - tokens, askedAt));
    if (answer.kind === 'said') {
      await db.alone((tx) => noteSuccess(tx, workspaceId, version));
      if (!isSameWay(way, taken.way)) await db.alone((tx) => rememberWay(tx, workspaceId, version, way));
      taken.way = way;
      const said = readAnswer(answer.content, heads, topics);
      return said ? { kind: 'said', said, tookMs: answer.tookMs } : { kind: 'left', why: 'rubbish' };
    }
    const wait = answer.afterMs ?? SHORT_WAIT_MS;
    const next = answer.isWay ? otherWay(way, answer.named) : null;
    if (next) way = next;
    else if (answer.isPassing && triesLeft > 0 && wait <= LONGEST_WAIT_MS) {
      triesLeft -= 1;
      await pause(wait, means.signal);
    } else {
      await db.alone((tx) => noteFailure(tx, workspaceId, { version, words: answer.words }, now()));
      return { kind: 'left', why: 'failed' };
    }
    means.signal.throwIfAborted();
  }
}
