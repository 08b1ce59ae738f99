import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Question {
  readonly model: string;
  readonly temperature?: number;
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: Schema } };
}
interface Schema {
  readonly properties: Readonly<
    Record<string, { readonly properties: { readonly label: { readonly enum: readonly string[] } } }>
  >;
}
export interface Asked {
  readonly raw: string;
  readonly headers: IncomingHttpHeaders;
  readonly question: Question;
  /** What was shown of the message. */
  readonly text: string;
}
/** What it answers: a status, or the content of a completion; `hang`: nothing at all. */
type Answer =
  | 'hang'
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | { readonly content: string; readonly tokens?: number };
export type Behave = (asked: Asked, nth: number) => Answer;

/** All that was asked about, each with this label. */
export const always =
  (labels: Readonly<Record<string, string>>, confidence = 0.8): Behave =>
  ({ raw }) => ({
    content: JSON.stringify(
      Object.fromEntries(
        Object.entries(labels)
          .filter(([head]) => raw.includes(`\\"${head}\\":{\\"label\\"`))
          .map(([head, label]) => [head, { label, confidence }]),
      ),
    ),
    tokens: 400,
  });

/** As OpenAI's newer models do: the default temperature alone, and another name for the limit. */
export const newer =
  (then: Behave): Behave =>
  (asked, nth) => {
    const { max_tokens, temperature } = asked.question;
    if (max_tokens !== undefined)
      return refusing(
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        'max_tokens',
      );
    if (temperature !== undefined)
      return refusing(
        "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
        'temperature',
      );
    return then(asked, nth);
  };

export const refusing = (message: string, param: string | null): Answer => ({
  status: 400,
  body: JSON.stringify({ error: { message, type: 'invalid_request_error', param, code: null } }),
});

/** An OpenAI-compatible server on this machine that behaves as a test wants. */
export async function openFakeModel(first: Behave) {
  const asked: Asked[] = [];
  let behave = first;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      const question = JSON.parse(raw) as Question;
      const content = question.messages.at(-1)?.content ?? '';
      const text = /^<message-\w+>\n([\s\S]*)\n<\/message-\w+>$/.exec(content)?.[1] ?? '';
      const one = { raw, headers: request.headers, question, text };
      asked.push(one);
      const answer = behave(one, asked.length);
      if (answer === 'hang') return;
      if ('status' in answer) response.writeHead(answer.status, answer.headers).end(answer.body ?? '{"error":"no"}');
      else
        response.writeHead(200, { 'content-type': 'application/json' }).end(
          JSON.stringify({
            choices: [{ message: { role: 'assistant', content: answer.content } }],
            usage: { total_tokens: answer.tokens ?? 400 },
          }),
        );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    will: (next: Behave) => {
      behave = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
