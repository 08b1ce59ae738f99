import { Trouble } from '../../core/channel/connector.ts';
import type { SendOutcome } from '../../core/channel/outgoing.ts';
import type { GraphAnswer } from '../meta/graph.ts';
import { judge } from './errors.ts';

type Failed = Exclude<GraphAnswer, { kind: 'ok' }>;
const SOON_MS = 15_000;
const HOUR_MS = 3_600_000;

/**
 * @param isRepeatable doing it twice is the same as once (a reaction, an upload): then a lost answer is no reason for doubt
 * @param attempt the how manieth try this was, from 1
 */
export function outcomeOf(answer: Failed, isRepeatable: boolean, attempt: number): SendOutcome {
  if (answer.kind === 'lost') {
    if (!answer.isSent || isRepeatable) return { kind: 'try_later', afterMs: SOON_MS, detail: answer.detail };
    return { kind: 'unknown', detail: answer.detail };
  }
  const { means, detail, waitMs } = judge(answer.error);
  switch (means) {
    case 'busy':
    case 'limited':
      return { kind: 'try_later', afterMs: waitMs, detail };
    case 'pair_limited':
      // 4 seconds, then 16, then 64. Source: Meta, Cloud API "Pair rate limits"; read 2026-11.
      return { kind: 'try_later', afterMs: Math.min(HOUR_MS, 4 ** Math.max(1, attempt) * 1_000), detail };
    case 'transient':
      // A fault of Meta's own may come after the message went out, so it does not say that nothing was sent.
      return isRepeatable ? { kind: 'try_later', afterMs: SOON_MS, detail } : { kind: 'unknown', detail };
    default:
      return { kind: 'refused', reason: means, detail };
  }
}

/** For reading. Throws what the inbox's health should show; null for what is simply not there any more. */
export function nothingOr(answer: Failed): null {
  if (answer.kind === 'lost') throw new Trouble('unavailable', answer.detail);
  const { code, subcode } = answer.error;
  if (code === 100 && subcode === 33) return null;
  const { means, detail, waitMs } = judge(answer.error);
  if (means === 'needs_login') throw new Trouble('needs_login', detail);
  if (means === 'limited') throw new Trouble('limited', detail, waitMs);
  if (means === 'busy' || means === 'transient') throw new Trouble('unavailable', detail);
  if (means === 'gone' || means === 'bad_attachment') return null;
  throw new Trouble('misconfigured', detail);
}
