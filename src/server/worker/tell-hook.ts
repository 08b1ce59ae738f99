import { signatureOf, signedHeaders } from '../../connectors/api/signature.ts';
import { addressProblem, trustedOrigin } from '../hooks/address-problem.ts';
import { allowedAddresses, Forbidden, type Resolve } from './address-guard.ts';
import { agentTo } from './agent-to.ts';
import { readSome, whyUnreached } from './heard-outside.ts';

/** An answer is a receipt: what takes longer should be done after it. */
export const HOOK_TIMEOUT_MS = 10_000;
const ANSWER_MAX = 500;
/** No address is read on beyond what the log shows of it. */
const READ_MAX = 4_096;

export interface HookAnswer {
  /** Null: there was none; `answer` says why. */
  readonly status: number | null;
  readonly answer: string;
  readonly tookMs: number;
  /** What Retry-After asks for. */
  readonly afterMs: number | null;
  /** It will not be otherwise tomorrow: the address may not be asked at all. */
  readonly isForbidden: boolean;
}

export interface Telling {
  readonly id: string;
  readonly event: string;
  readonly url: string;
  readonly body: string;
  readonly secrets: readonly string[];
}

/** Sends one body, signed with each secret that holds just now. Follows no redirect; connects to what was checked. */
export async function tellHook(
  { id, event, url: text, body, secrets }: Telling,
  setting: {
    readonly mayLoopback: boolean;
    readonly signal: AbortSignal;
    readonly now: Date;
    readonly timeoutMs?: number;
    readonly resolve?: Resolve;
  },
): Promise<HookAnswer> {
  const begun = performance.now();
  const { mayLoopback, signal, now, timeoutMs = HOOK_TIMEOUT_MS } = setting;
  const done = (more: Omit<HookAnswer, 'tookMs' | 'afterMs' | 'isForbidden'> & Partial<HookAnswer>): HookAnswer => ({
    afterMs: null,
    isForbidden: false,
    ...more,
    answer: more.answer.slice(0, ANSWER_MAX),
    tookMs: Math.round(performance.now() - begun),
  });
  const problem = addressProblem(text, mayLoopback);
  if (problem) return done({ status: null, answer: problem, isForbidden: true });
  const url = new URL(text);
  const patience = AbortSignal.timeout(timeoutMs);
  try {
    const addresses = await allowedAddresses(url, trustedOrigin(url, mayLoopback), setting.resolve);
    const { request } = await import('undici');
    const agent = await agentTo(addresses, timeoutMs);
    try {
      const answer = await request(url, {
        method: 'POST',
        dispatcher: agent,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        headers: { ...headersFor(id, event, body, secrets, now) },
        body,
        signal: AbortSignal.any([signal, patience]),
      });
      const words = await readSome(answer.body, READ_MAX);
      return done({ status: answer.statusCode, answer: words, afterMs: wishOf(answer.headers['retry-after'], now) });
    } finally {
      await agent.destroy();
    }
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof Forbidden) return done({ status: null, answer: error.message, isForbidden: true });
    const seconds = Math.round(timeoutMs / 1000);
    return done({
      status: null,
      answer: patience.aborted ? `There was no answer within ${seconds} seconds.` : inWords(error),
    });
  }
}

function headersFor(id: string, event: string, body: string, [secret = '', ...older]: readonly string[], now: Date) {
  const headers = signedHeaders(secret, body, now);
  const timestamp = headers['x-earshot-timestamp'] ?? '';
  const signatures = [headers['x-earshot-signature'], ...older.map((one) => signatureOf(one, timestamp, body))];
  return {
    ...headers,
    'x-earshot-signature': signatures.join(', '),
    'x-earshot-event': event,
    'x-earshot-delivery': id,
  };
}

/** Seconds, or a date. */
function wishOf(header: string | string[] | undefined, now: Date): number | null {
  const text = String(header ?? '').trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(at - now.getTime(), 0);
}

function inWords(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  return whyUnreached(error) ?? `It could not be sent: ${message || code || 'unknown'}`;
}
