import { jsonIn } from '../shared/json.ts';
import type { Query } from './api.ts';
import { readAnswer } from './api.ts';
import { type Hitch, hitchOf } from './as-app.ts';
import { OTHERS_POSTS } from './asking.ts';
import { readLine, type StreamLine } from './stream-line.ts';
import { createLines } from './stream-lines.ts';
import type { Timers } from './timers.ts';

const PATH = '/2/tweets/search/stream';
/** A sign of life comes every 20 s. Source: X docs, "Consuming streaming data", as of 2026-08. */
export const SILENCE_MS = 30_000;
/** Of a refusal no more is read. */
const REFUSAL_MOST = 100_000;

export interface StreamParts {
  readonly fetch: typeof fetch;
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly timers: Timers;
}
export interface StreamListener {
  opened(): void;
  heard(line: StreamLine & { readonly kind: 'post' }): void;
}

/** Reads the stream until it ends, by whatever; also by silence. Never throws. */
export async function readStream(
  { fetch: send, baseUrl, now, timers }: StreamParts,
  token: string,
  { opened, heard }: StreamListener,
  signal: AbortSignal,
): Promise<Hitch & { readonly isRefused: boolean }> {
  const silence = new AbortController();
  let giveUp = timers.after(SILENCE_MS, () => silence.abort());
  const alive = () => {
    giveUp();
    giveUp = timers.after(SILENCE_MS, () => silence.abort());
  };
  try {
    const response = await send(urlOf(baseUrl, OTHERS_POSTS), {
      method: 'GET',
      // what is packed may be held back until there is more of it
      headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' },
      redirect: 'error',
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (response.status !== 200 || !response.body) return await refusalIn(response, now());
    opened();
    const decoder = new TextDecoder();
    const linesIn = createLines();
    for await (const piece of response.body as AsyncIterable<Uint8Array>) {
      alive();
      for (const text of linesIn(decoder.decode(piece, { stream: true }))) {
        const line = readLine(text);
        if (line?.kind === 'post') heard(line);
        if (line?.kind === 'end') return { failure: line.failure, isRefused: false };
      }
    }
  } catch {
    // said below: a connection that broke is one that ended
  } finally {
    giveUp();
    silence.abort();
  }
  return { failure: 'network', isRefused: false };
}

function urlOf(baseUrl: string, query: Query): URL {
  const url = new URL(`${baseUrl}${PATH}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url;
}

async function refusalIn(response: Response, now: Date): Promise<Hitch & { readonly isRefused: boolean }> {
  const bytes = new Uint8Array(await response.arrayBuffer()).slice(0, REFUSAL_MOST);
  const { status, headers } = response;
  const read = readAnswer({ kind: 'answered', status, headers, json: jsonIn(bytes), bytes }, now);
  return read.ok ? { failure: 'http', isRefused: false } : { ...hitchOf(read), isRefused: read.status === 401 };
}
