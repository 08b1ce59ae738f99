import type { Problem } from '../../wire/common.ts';
import { t } from '../text/t.ts';

/** A refusal of the server, or that it could not be reached. `code` is stable, `message` is for people. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(status: number, problem: Problem) {
    super(problem.message);
    this.name = 'Refusal';
    this.status = status;
    this.code = problem.code;
    this.details = problem.details ?? {};
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request. `Answer` is the wire schema's type: the server checks what it sends against the same schema. */
export async function call<Answer>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  // Every change carries a JSON body, an empty one if need be: the server takes the type as a sign that no foreign form sent it.
  const sent = body ?? (method === 'GET' || method === 'DELETE' ? undefined : {});
  const isForm = sent instanceof FormData;
  const response = await reach(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(sent === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    body: sent === undefined ? null : isForm ? sent : JSON.stringify(sent),
    signal: signal ?? null,
  });
  const text = await response.text();
  const answer = readJson(text);
  if (!response.ok) throw new Refusal(response.status, problemIn(answer, response.status));
  return answer as Answer;
}

/** A query string of what is set. */
export function query(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const set = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') set.set(name, String(value));
  }
  const text = set.toString();
  return text === '' ? '' : `?${text}`;
}

/** What to tell a person about something that was thrown. */
export function inWords(error: unknown): string {
  return error instanceof Error ? error.message : t('failed.unknown');
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refusal(0, { code: 'unreachable', message: t('failed.unreachable') });
  }
}

function readJson(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function problemIn(answer: unknown, status: number): Problem {
  if (typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer) {
    const { code, message } = answer;
    if (typeof code === 'string' && typeof message === 'string') {
      const details = 'details' in answer && typeof answer.details === 'object' ? answer.details : null;
      return details ? { code, message, details: { ...details } } : { code, message };
    }
  }
  return { code: `http_${status}`, message: t('failed.status', { status }) };
}
