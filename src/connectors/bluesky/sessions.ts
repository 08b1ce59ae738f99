import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type BlueskyCredentials, isSafeService } from './credentials.ts';
import type { Xrpc, XrpcAnswer, XrpcCall, XrpcFailure } from './xrpc.ts';

export interface Session {
  readonly ok: true;
  readonly did: string;
  readonly handle: string;
  /** The account's own server: everything after the login goes there. */
  readonly pds: string;
  readonly accessJwt: string;
  readonly refreshJwt: string;
  readonly isActive: boolean;
  /** `takendown`, `suspended`, `deactivated` when it is not active. */
  readonly status: string | null;
  readonly mayReadMessages: boolean;
}

export interface Sessions {
  /** The kept session, or a new login. */
  open(credentials: BlueskyCredentials): Promise<Session | XrpcFailure>;
  /** A session that the network confirmed just now. */
  renew(credentials: BlueskyCredentials): Promise<Session | XrpcFailure>;
  call(credentials: BlueskyCredentials, call: XrpcCall): Promise<XrpcAnswer>;
}

/** A plain app password carries this scope and is refused direct messages. */
const WITHOUT_MESSAGES = 'com.atproto.appPass';
/** Logins are limited to 30 in 5 minutes and 300 a day: after some refusals in a row we wait. */
const PATIENCE = { refusals: 5, holdOffMs: 60_000 };

const SessionBody = z.looseObject({
  did: z.string().startsWith('did:'),
  handle: z.string(),
  accessJwt: z.string().min(1),
  refreshJwt: z.string().min(1),
  active: z.boolean().optional().catch(undefined),
  status: z.string().optional().catch(undefined),
  didDoc: z
    .looseObject({ service: z.array(z.looseObject({ id: z.string(), serviceEndpoint: z.unknown() })) })
    .optional()
    .catch(undefined),
});

/** One session for each account, kept as long as the program runs and shared by everything that asks for it. */
export function createSessions(xrpc: Xrpc, now: () => Date): Sessions {
  const kept = new Map<string, Session>();
  const underWay = new Map<string, Promise<Session | XrpcFailure>>();
  const refusals = new Map<string, { count: number; at: number; last: XrpcFailure }>();

  async function login(credentials: BlueskyCredentials, key: string): Promise<Session | XrpcFailure> {
    const refused = refusals.get(key);
    if (refused && refused.count >= PATIENCE.refusals && now().getTime() - refused.at < PATIENCE.holdOffMs)
      return refused.last;
    const { service, identifier, appPassword: password } = credentials;
    const body = { identifier, password };
    const answer = await xrpc(service, { method: 'POST', nsid: 'com.atproto.server.createSession', body }, null);
    const session = toSession(answer, service);
    if (session.ok) refusals.delete(key);
    else if (session.status === 401)
      refusals.set(key, { count: (refused?.count ?? 0) + 1, at: now().getTime(), last: session });
    return session;
  }

  async function refreshed(old: Session): Promise<Session | XrpcFailure> {
    const call: XrpcCall = { method: 'POST', nsid: 'com.atproto.server.refreshSession' };
    return toSession(await xrpc(old.pds, call, old.refreshJwt), old.pds);
  }

  /** Many callers find the token expired at once; one of them renews it. */
  function once(key: string, make: () => Promise<Session | XrpcFailure>): Promise<Session | XrpcFailure> {
    const running = underWay.get(key);
    if (running) return running;
    const started = make()
      .then((session) => {
        if (session.ok) kept.set(key, session);
        else if (session.status === 400 || session.status === 401) kept.delete(key);
        return session;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  }

  const open = async (credentials: BlueskyCredentials) => {
    const key = keyOf(credentials);
    return kept.get(key) ?? once(key, () => login(credentials, key));
  };

  const renew = (credentials: BlueskyCredentials) => {
    const key = keyOf(credentials);
    return once(key, async () => {
      const old = kept.get(key);
      const next = old && (await refreshed(old));
      // the network being away is no reason to spend one of the few logins
      if (next && (next.ok || (next.status !== 400 && next.status !== 401 && next.status !== 404))) return next;
      return login(credentials, key);
    });
  };

  const call = async (credentials: BlueskyCredentials, what: XrpcCall): Promise<XrpcAnswer> => {
    const session = await open(credentials);
    if (!session.ok) return { ...session, isPerhapsDone: false };
    const answer = await xrpc(session.pds, what, session.accessJwt);
    // the account may have moved to another server: the next login will say where
    if (!answer.ok && answer.error === 'ENOTFOUND' && session.pds !== credentials.service)
      kept.delete(keyOf(credentials));
    if (answer.ok || !isTokenTrouble(answer)) return answer;
    const current = kept.get(keyOf(credentials));
    const next = current && current.accessJwt !== session.accessJwt ? current : await renew(credentials);
    return next.ok ? xrpc(next.pds, what, next.accessJwt) : { ...next, isPerhapsDone: false };
  };

  return { open, renew, call };
}

/** Trouble with tokens is mostly answered 400. A refusal of direct messages looks like it and is none. */
export function isTokenTrouble({ status, error, message }: XrpcFailure): boolean {
  if (status === 401) return true;
  return (
    status === 400 && (error === 'ExpiredToken' || (error === 'InvalidToken' && !isMessagesRefusal({ error, message })))
  );
}

export function isMessagesRefusal({ error, message }: Pick<XrpcFailure, 'error' | 'message'>): boolean {
  return error === 'InvalidToken' && /bad token (method|scope)/i.test(message);
}

/** The password is part of it: a new one must prove itself. Hashed, so that no secret lies about as a key. */
function keyOf({ service, identifier, appPassword }: BlueskyCredentials): string {
  return createHash('sha256')
    .update(JSON.stringify([service, identifier, appPassword]))
    .digest('base64');
}

function toSession(answer: XrpcAnswer, from: string): Session | XrpcFailure {
  if (!answer.ok) return answer;
  const result = SessionBody.safeParse(answer.body);
  if (!result.success) {
    const message = 'The server answered the login with something that is not a Bluesky session.';
    return { ok: false, status: 200, error: 'NotASession', message, isPerhapsDone: false };
  }
  const { did, handle, accessJwt, refreshJwt, active, status, didDoc } = result.data;
  const endpoint = didDoc?.service.find(
    ({ id }) => id === '#atproto_pds' || id === `${did}#atproto_pds`,
  )?.serviceEndpoint;
  return {
    ok: true,
    did,
    handle,
    pds: typeof endpoint === 'string' && isSafeService(endpoint) ? endpoint.replace(/\/+$/, '') : from,
    accessJwt,
    refreshJwt,
    isActive: active ?? true,
    status: status ?? null,
    mayReadMessages: scopeOf(accessJwt) !== WITHOUT_MESSAGES,
  };
}

function scopeOf(jwt: string): string | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
    return typeof claims === 'object' && claims !== null && 'scope' in claims ? String(claims.scope) : null;
  } catch {
    return null; // tokens are opaque by promise; ours only says more when it can be read
  }
}
