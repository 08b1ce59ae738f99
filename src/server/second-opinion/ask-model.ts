import { z } from 'zod';
import type { Json } from '../../core/ids.ts';
import type { Parameter } from '../../core/second-opinion/way.ts';
import { addressProblem, trustedOrigin } from '../hooks/address-problem.ts';
import { allowedAddresses, Forbidden, type Resolve } from '../worker/address-guard.ts';
import { agentTo } from '../worker/agent-to.ts';
import { readSome, whyUnreached } from '../worker/heard-outside.ts';
import { namedIn } from './named-in.ts';

export const MODEL_TIMEOUT_MS = 3_000;
const READ_MAX = 64_000;

export interface ModelMeans {
  readonly mayLoopback: boolean;
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
  readonly resolve?: Resolve;
}
export type ModelAnswer =
  | { readonly kind: 'said'; readonly content: string; readonly tokens: number | null; readonly tookMs: number }
  | {
      readonly kind: 'failed';
      /** In words that hold nothing of what the server said: it may quote the key. */
      readonly words: string;
      /** It may be otherwise in a moment. */
      readonly isPassing: boolean;
      /** What Retry-After asks for. */
      readonly afterMs: number | null;
      /** The server did not like how it was asked. */
      readonly isWay: boolean;
      /** And said what it did not like. */
      readonly named: Parameter | null;
      readonly tookMs: number;
    };

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: z.object({ total_tokens: z.number().int().min(0).max(1_000_000) }).nullish(),
});

/** Asks once. Follows no redirect; connects to what was checked. Throws only when the signal says so. */
export async function askModel(
  {
    address,
    key,
    body,
  }: { readonly address: string; readonly key: string | null; readonly body: Record<string, Json> },
  { mayLoopback, signal, timeoutMs = MODEL_TIMEOUT_MS, resolve }: ModelMeans,
): Promise<ModelAnswer> {
  const begun = performance.now();
  const failed = (words: string, more: Partial<Extract<ModelAnswer, { kind: 'failed' }>> = {}): ModelAnswer => ({
    kind: 'failed',
    words,
    isPassing: false,
    afterMs: null,
    isWay: false,
    named: null,
    ...more,
    tookMs: Math.round(performance.now() - begun),
  });
  const problem = addressProblem(address, mayLoopback);
  if (problem) return failed(problem);
  const url = new URL(`${address}/chat/completions`);
  const patience = AbortSignal.timeout(timeoutMs);
  try {
    const { request } = await import('undici');
    const agent = await agentTo(await allowedAddresses(url, trustedOrigin(url, mayLoopback), resolve), timeoutMs);
    try {
      const answer = await request(url, {
        method: 'POST',
        dispatcher: agent,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(key ? { authorization: `Bearer ${key}` } : {}),
        },
        body: JSON.stringify(body),
        signal: AbortSignal.any([signal, patience]),
      });
      const text = await readSome(answer.body, READ_MAX);
      const status = answer.statusCode;
      if (status !== 200) {
        const isWay = status === 400 || status === 422;
        return failed(wordsOf(status), {
          isPassing: status === 429 || status >= 500,
          afterMs: wishOf(answer.headers['retry-after']),
          isWay,
          named: isWay ? namedIn(text, body) : null,
        });
      }
      const completion = Completion.safeParse(parse(text));
      if (!completion.success) return failed('It answers, but not as a chat completion. Is the address right?');
      const { choices, usage } = completion.data;
      return {
        kind: 'said',
        content: choices[0]?.message.content ?? '',
        tokens: usage?.total_tokens ?? null,
        tookMs: Math.round(performance.now() - begun),
      };
    } finally {
      await agent.destroy();
    }
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof Forbidden) return failed(error.message);
    if (patience.aborted) return failed(`There was no answer within ${timeoutMs / 1000} seconds.`, { isPassing: true });
    return failed(whyUnreached(error) ?? 'It could not be reached.', { isPassing: true });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function wishOf(header: string | string[] | undefined): number | null {
  const text = String(header ?? '').trim();
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : null;
}

function wordsOf(status: number): string {
  if (status === 401 || status === 403) return 'It refuses the key.';
  if (status === 404) return 'There is no such address or model there.';
  if (status === 429) return 'It has no room for us just now, or its own limit is spent.';
  if (status >= 300 && status < 400) return 'It sends us to another address. Give that one.';
  if (status >= 500) return `It has trouble of its own (${status}).`;
  return `It does not take the question (${status}).`;
}
