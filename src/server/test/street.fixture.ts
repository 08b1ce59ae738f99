import type { LightMyRequestResponse } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { createAuthenticator } from './authenticator.fixture.ts';
import { type Desk, FROM_OUR_PAGE, openDesk } from './desk.fixture.ts';

export type Headers = Record<string, string>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
interface Answered {
  readonly headers: { readonly 'set-cookie'?: unknown };
}

export const PASSWORD = 'correct horse battery';
/** Where the browsers of these tests think they are: a name, so that there can be passkeys. */
export const ORIGIN = 'http://localhost:4100';

/** What stands before the door of a desk: people who come from everywhere, and a clock that is turned by hand. */
export interface Street {
  readonly desk: Desk;
  readonly workspace: WorkspaceId;
  now(): number;
  pass(ms: number): void;
  from(address: string, method: Method, url: string, headers?: Headers, body?: object): Promise<LightMyRequestResponse>;
  /** Each from an address of its own: what is limited by address is tested where it says so. */
  call(method: Method, url: string, headers?: Headers, body?: object): Promise<LightMyRequestResponse>;
  /** A workspace of its own: what is asked of everybody there is asked of nobody else. */
  shop(): Promise<{
    readonly id: WorkspaceId;
    readonly slug: string;
    readonly owner: { agentId: AgentId; headers: Headers };
  }>;
  /** Somebody with a password. */
  person(): Promise<{ readonly agentId: AgentId; readonly headers: Headers; readonly email: string }>;
  byPassword(email: string): Promise<LightMyRequestResponse>;
  addPasskey(headers: Headers, proof?: object): Promise<LightMyRequestResponse>;
  auditOf(headers: Headers, query?: string): Promise<readonly Audited[]>;
}
interface Audited {
  readonly act: string;
  readonly detail: Record<string, unknown>;
  readonly address: string;
  readonly actorKind: string;
  readonly target: string;
}

export async function openStreet(db: Database): Promise<Street> {
  let clock = Date.parse('2026-11-22T10:00:00Z');
  let [calls, shops] = [0, 0];
  const desk = await openDesk(db, { now: () => new Date(clock) });
  const workspace = await desk.makeWorkspace('shop');

  const from: Street['from'] = (remoteAddress, method, url, headers = {}, body) =>
    desk.http.inject({
      method,
      url,
      headers: { host: new URL(ORIGIN).host, ...headers },
      remoteAddress,
      ...(body ? { payload: body } : {}),
    });
  const call: Street['call'] = (...given) => {
    calls += 1;
    return from(`10.1.${calls >> 8}.${calls & 255}`, ...given);
  };
  return {
    desk,
    workspace,
    now: () => clock,
    pass(ms) {
      clock += ms;
    },
    from,
    call,
    async shop() {
      shops += 1;
      const slug = `shop-${shops}`;
      const id = await desk.makeWorkspace(slug);
      return { id, slug, owner: await desk.signIn(id, 'owner') };
    },
    async person() {
      const { agentId, headers } = await desk.signIn(workspace, 'agent');
      const { email } = (await call('GET', '/api/me', headers)).json().agent;
      await call('PUT', '/api/me/password', headers, { password: PASSWORD });
      return { agentId, headers, email: String(email) };
    },
    byPassword: (email) => call('POST', '/api/session', {}, { workspace: 'shop', email, password: PASSWORD }),
    async addPasskey(headers, proof) {
      const asked = (await call('POST', '/api/me/passkeys/ask', headers, proof)).json();
      const response = createAuthenticator().create(asked.options, ORIGIN);
      return call('POST', '/api/me/passkeys', headers, { ticket: asked.ticket, response, name: 'Key' });
    },
    auditOf: async (headers, query = '') => (await call('GET', `/api/audit${query}`, headers)).json().items,
  };
}

/** What the browser sends from then on. */
export const cookieOf = (answer: Answered): Headers => ({
  cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '',
  ...FROM_OUR_PAGE,
});

export const codeAt = (secret: string, ms: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms });
