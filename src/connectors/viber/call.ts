import { z } from 'zod';
import { type HttpOptions, openHttp } from '../shared/http.ts';

const VIBER_URL = 'https://chatapi.viber.com';

export interface ViberOptions extends Omit<HttpOptions, 'name'> {
  readonly baseUrl?: string;
}

export type ViberAnswer =
  | { readonly kind: 'ok'; readonly body: unknown }
  /** Viber said no, by its own number. */
  | { readonly kind: 'error'; readonly status: number; readonly message: string }
  /** No readable answer. `isSent` is false only when the request certainly never left. */
  | { readonly kind: 'lost'; readonly isSent: boolean; readonly detail: string };

export type ViberMethod = 'get_account_info' | 'set_webhook' | 'send_message' | 'get_user_details';

/** One way to the Bot API. Never throws. */
export type Viber = (
  method: ViberMethod,
  authToken: string,
  body: Readonly<Record<string, unknown>>,
) => Promise<ViberAnswer>;

const Status = z.object({ status: z.coerce.number().int(), status_message: z.string().catch('') });
const TOO_MANY = 12;

/** HTTP says 200 whatever happened; what happened is in `status`. Source: Viber REST Bot API; read 2026-11. */
export function openViber({ baseUrl = VIBER_URL, ...options }: ViberOptions = {}): Viber {
  const http = openHttp({ name: 'Viber', ...options });
  const base = baseUrl.replace(/\/+$/, '');
  return async (method, authToken, body) => {
    const headers = { 'x-viber-auth-token': authToken };
    const answer = await http({ method: 'POST', url: `${base}/pa/${method}`, headers, body });
    if (answer.kind === 'lost') return answer;
    if (answer.status === 429) return { kind: 'error', status: TOO_MANY, message: 'Too many requests' };
    const said = Status.safeParse(answer.json);
    if (answer.status !== 200 || !said.success)
      return {
        kind: 'lost',
        isSent: true,
        detail: `Viber answered ${answer.status} without saying what became of it.`,
      };
    const { status, status_message: message } = said.data;
    return status === 0 ? { kind: 'ok', body: answer.json } : { kind: 'error', status, message };
  };
}
