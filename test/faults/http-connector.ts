import type { Connector } from '../../src/core/channel/connector.ts';
import type { Finding, Outgoing, SendOutcome } from '../../src/core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../src/core/ids.ts';
import { fakeConnector, LINE } from '../outgoing/channels.ts';

/** Short, because the network hangs often; looking for something never hangs there, but a busy machine may be slow. */
const SEND_TIMEOUT_MS = 150;
const FIND_TIMEOUT_MS = 5_000;

/** Speaks to the network of the fault test as a real connector speaks to a real one. */
export function httpConnector(url: string): Connector {
  return fakeConnector(
    'line',
    'Line',
    LINE,
    (act) => send(url, act),
    (act) => find(url, act),
  );
}

async function send(url: string, act: Outgoing): Promise<SendOutcome> {
  if (act.kind !== 'reply') return { kind: 'refused', reason: 'not_allowed', detail: 'Answers only.' };
  try {
    const response = await post(
      `${url}/send`,
      { id: act.id, thread: act.thread.id, text: act.content.text },
      SEND_TIMEOUT_MS,
    );
    if (response.status === 429) return { kind: 'try_later', afterMs: 5, detail: 'Too many calls.' };
    if (response.status !== 200) return { kind: 'unknown', detail: `The network answered ${response.status}.` };
    const { name } = (await response.json()) as { name: string };
    return { kind: 'accepted', id: name as ExternalMessageId };
  } catch (error) {
    return { kind: 'unknown', detail: error instanceof Error ? error.message : String(error) };
  }
}

async function find(url: string, act: Outgoing): Promise<Finding> {
  try {
    const response = await post(`${url}/find`, { id: act.id }, FIND_TIMEOUT_MS);
    const { names } = (await response.json()) as { names: readonly string[] };
    return names[0] ? { kind: 'accepted', id: names[0] as ExternalMessageId } : { kind: 'absent' };
  } catch (error) {
    return { kind: 'unclear', detail: error instanceof Error ? error.message : String(error) };
  }
}

function post(url: string, body: object, timeoutMs: number): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(timeoutMs) });
}
