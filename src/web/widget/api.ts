import type { ChatHello, ChatLines, NewChatLine } from '../../wire/chat.ts';

/** What the server did not take. `status` 0: it was not reached. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export type Api = ReturnType<typeof createApi>;

/** @param base where the chat is served: `https://care.example.com/chat/main/<inbox>` */
export function createApi(base: string, token: () => string | null) {
  async function ask(method: 'GET' | 'POST', path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    const known = token();
    const answer = await fetch(`${base}/${path}`, {
      method,
      headers: {
        ...(known ? { authorization: `Bearer ${known}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'strict-origin-when-cross-origin',
      signal: signal ?? null,
    }).catch((error: unknown) => {
      throw new Refused(0, String(error));
    });
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => ({}))) as { readonly message?: string };
    throw new Refused(answer.status, problem.message ?? '');
  }
  return {
    hello: async (): Promise<ChatHello> => (await ask('GET', 'hello')).json(),
    begin: async (): Promise<string> => (await (await ask('POST', 'visitors')).json()).token,
    say: async (line: NewChatLine): Promise<void> => {
      await ask('POST', 'lines', line);
    },
    lines: async (known: string | null, signal: AbortSignal): Promise<ChatLines> =>
      (await ask('GET', `lines${known ? `?known=${encodeURIComponent(known)}` : ''}`, undefined, signal)).json(),
    seen: async (ids: readonly string[], status: 'delivered' | 'read'): Promise<void> => {
      await ask('POST', 'seen', { ids, status });
    },
    file: async (id: string): Promise<Blob> => (await ask('GET', `files/${id}`)).blob(),
  };
}
