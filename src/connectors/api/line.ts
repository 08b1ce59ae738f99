import { Forbidden } from '../shared/address-guard.ts';
import { type HttpAnswer, openHttp } from '../shared/http.ts';
import type { ApiCredentials } from './credentials.ts';
import { signedHeaders } from './signature.ts';

export type Call = { readonly id?: string; readonly body: Readonly<Record<string, unknown>> };
/** Speaks to the source, signed. `forbidden`: its address is none that may be called. */
export type Line = (
  call: Call,
  credentials: ApiCredentials,
) => Promise<HttpAnswer | { readonly kind: 'forbidden'; readonly detail: string }>;

export interface LineOptions {
  readonly fetch: typeof fetch;
  readonly timeoutMs?: number;
  readonly now: () => Date;
}

export function openLine({ fetch, timeoutMs, now }: LineOptions): Line {
  return async ({ id, body }, { url, secret }) => {
    let forbidden: string | null = null;
    const guarded: typeof fetch = async (...call) => {
      try {
        return await fetch(...call);
      } catch (error) {
        if (error instanceof Forbidden) forbidden = error.message;
        throw error;
      }
    };
    const http = openHttp({ name: 'The source', fetch: guarded, ...(timeoutMs ? { timeoutMs } : {}) });
    const text = JSON.stringify(body);
    const headers = { ...signedHeaders(secret, text, now()), ...(id ? { 'idempotency-key': id } : {}) };
    const answer = await http({ method: 'POST', url, headers, body: text });
    return forbidden === null ? answer : { kind: 'forbidden', detail: forbidden };
  };
}
