import { z } from 'zod';
import { type HttpAnswer, type HttpCall, openHttp } from '../shared/http.ts';

export const TELEGRAM_URL = 'https://api.telegram.org';

export interface ApiOptions {
  /** Another server of the Bot API, or a simulated one; without a trailing slash. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

export type ApiAnswer =
  | { readonly kind: 'ok'; readonly result: unknown }
  /** Telegram's own answer that it did not do it; `code` is the HTTP status too. */
  | {
      readonly kind: 'refused';
      readonly code: number;
      readonly description: string;
      readonly afterMs?: number;
      /** The chat's new id, when the group has become a supergroup. */
      readonly migratedTo?: string;
    }
  /** No answer, or one that says nothing. `isSent` is false only when the request certainly never left. */
  | { readonly kind: 'lost'; readonly isSent: boolean; readonly detail: string };

export interface Api {
  call(token: string, method: string, body?: Readonly<Record<string, unknown>> | FormData): Promise<ApiAnswer>;
  /** A file by the path that `getFile` gave. */
  file(token: string, path: string): Promise<HttpAnswer>;
}

const Refusal = z.object({
  ok: z.literal(false),
  error_code: z.number().int().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  parameters: z
    .object({
      retry_after: z.number().nonnegative().optional().catch(undefined),
      migrate_to_chat_id: z.union([z.number().int(), z.string()]).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
const Success = z.object({ ok: z.literal(true), result: z.unknown() });

/** The Bot API. The token stands in every address, so no address of it may reach a log, an error or the database. */
export function openApi({ baseUrl = TELEGRAM_URL, ...options }: ApiOptions): Api {
  const http = openHttp({ name: 'Telegram', ...options });
  const base = baseUrl.replace(/\/+$/, '');
  return {
    async call(token, method, body) {
      const call: HttpCall = { method: 'POST', url: `${base}/bot${token}/${method}`, ...(body ? { body } : {}) };
      return readAnswer(await http(call));
    },
    file: (token, path) =>
      http({ method: 'GET', url: `${base}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}` }),
  };
}

function readAnswer(answer: HttpAnswer): ApiAnswer {
  if (answer.kind === 'lost') return answer;
  const success = Success.safeParse(answer.json);
  if (success.success) return { kind: 'ok', result: success.data.result };
  const refusal = Refusal.safeParse(answer.json).data;
  if (!refusal && answer.status < 400)
    return { kind: 'lost', isSent: true, detail: 'Telegram answered with something that cannot be read.' };
  const { retry_after: seconds, migrate_to_chat_id: migratedTo } = refusal?.parameters ?? {};
  return {
    kind: 'refused',
    code: refusal?.error_code ?? answer.status,
    description: refusal?.description ?? '',
    ...(seconds === undefined ? {} : { afterMs: seconds * 1_000 }),
    ...(migratedTo === undefined ? {} : { migratedTo: String(migratedTo) }),
  };
}
