import type { ServerResponse } from 'node:http';
import type { Lag } from '../lag.ts';
import type { Bill } from './bill.ts';
import { type Call, fieldsOf } from './call.ts';
import { besides } from './listing.ts';
import { readQuery } from './query.ts';
import { Refusal } from './refusal.ts';
import type { Post, Store } from './store.ts';
import type { Views } from './views.ts';

export interface StreamRule {
  readonly id: string;
  readonly value: string;
  readonly tag?: string;
}
export interface StreamParts {
  readonly store: Store;
  readonly views: Views;
  readonly bill: Bill;
  readonly lag: Lag;
  readonly now: () => Date;
  readonly connectionsMost: () => number;
}

const HEARTBEAT_MS = 20_000;
/** What is older was not said just now, and is not streamed. */
const LIVE_MS = 5 * 60_000;
const PROBLEM = 'https://api.x.com/2/problems';

/** The filtered stream: rules, the connections that are open, and what goes wrong with them. */
export class Stream {
  readonly rules = new Map<string, StreamRule>();
  readonly #parts: StreamParts;
  readonly #open = new Map<ServerResponse, Call>();
  readonly #waiting = new Set<() => void>();
  readonly #heart = setInterval(() => this.beat(), HEARTBEAT_MS).unref();
  #isTaken = false;
  constructor(parts: StreamParts) {
    this.#parts = parts;
    parts.store.onPost((post) => this.#bring(post));
  }

  get connections(): number {
    return this.#open.size;
  }
  /** Resolves when it is so. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }
  told(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const one of waiting) one();
  }

  open(call: Call, response: ServerResponse): void {
    const issue = (status: number, connection_issue: string, detail: string) =>
      new Refusal(status, {
        title: 'ConnectionException',
        detail,
        connection_issue,
        type: `${PROBLEM}/streaming-connection`,
      });
    if (this.#isTaken || this.connections >= this.#parts.connectionsMost())
      throw issue(429, 'TooManyConnections', 'This stream is currently at the maximum allowed connection limit.');
    if (this.rules.size === 0)
      throw issue(409, 'RuleConfigurationIssue', 'You must define rules before connecting to this stream.');
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).flushHeaders();
    this.#open.set(response, call);
    response.once('close', () => {
      this.#open.delete(response);
      this.told();
    });
    this.told();
  }

  /** A sign of life. */
  beat = (): void => this.write('');
  /** A line, whatever it is. */
  write(text: string): void {
    for (const response of this.#open.keys()) response.write(`${text}\r\n`);
  }
  /** The connection is lost. */
  cut(): void {
    for (const response of this.#open.keys()) response.destroy();
  }
  /** The network ends it, and says so. */
  disconnect(): void {
    const detail = 'This stream has been disconnected upstream for operational reasons.';
    const type = `${PROBLEM}/operational-disconnect`;
    const title = 'operational-disconnect';
    this.write(JSON.stringify({ errors: [{ title, disconnect_type: 'UpstreamOperationalDisconnect', detail, type }] }));
    for (const response of this.#open.keys()) response.end();
  }
  /** Another program has the place, or gives it up. */
  take(isTaken: boolean): void {
    this.#isTaken = isTaken;
  }
  close(): void {
    clearInterval(this.#heart);
    this.cut();
  }

  #bring(post: Post): void {
    const { store, views, bill, lag, now } = this.#parts;
    if (this.connections === 0 || now().getTime() - post.at.getTime() > LIVE_MS) return;
    const matching_rules = [...this.rules.values()]
      .filter(({ value }) => readQuery(value, store)(post))
      .map(({ id, tag }) => ({ id, ...(tag === undefined ? {} : { tag }) }));
    if (matching_rules.length === 0 || lag.arrived([post], ({ at }) => at).length === 0 || lag.isLost()) return;
    for (const [response, call] of this.#open)
      for (const one of lag.disturbed([post])) {
        const data = views.post(one, fieldsOf(call, 'tweet.fields'));
        const line = { data, ...besides(call, store, views, [one]), matching_rules };
        bill.charge('/2/tweets/search/stream', line);
        response.write(`${JSON.stringify(line)}\r\n`);
      }
  }
}
