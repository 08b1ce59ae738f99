import type { IncomingMessage } from 'node:http';
import { bad } from './refusal.ts';

export type Params = Readonly<Record<string, unknown>>;

/** GET or POST, as a query, a form, multipart or JSON: Telegram takes all of them. */
export async function readParams(request: IncomingMessage, url: URL): Promise<Params> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const params: Record<string, unknown> = Object.fromEntries(url.searchParams);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return params;
  if (type.startsWith('application/json')) {
    try {
      return { ...params, ...(JSON.parse(bytes.toString()) as object) };
    } catch {
      throw bad("can't parse JSON object");
    }
  }
  if (type.startsWith('multipart/form-data') || type.startsWith('application/x-www-form-urlencoded')) {
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form) params[name] = value;
  }
  return params;
}

/** In a form everything is text, and objects are JSON. */
export function jsonOf(params: Params, name: string): unknown {
  const value = params[name];
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw bad(`can't parse ${name.replaceAll('_', ' ')} JSON object`);
  }
}

export function textOf(params: Params, name: string): string | undefined {
  const value = params[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw bad(`field "${name}" must be of type String`);
  return value;
}

export function numberOf(params: Params, name: string): number | undefined {
  const value = params[name];
  if (value === undefined) return undefined;
  const number = Number(value);
  if (typeof value === 'object' || !Number.isSafeInteger(number)) throw bad(`field "${name}" must be a valid Number`);
  return number;
}

export const isTrue = (value: unknown): boolean => value === true || value === 'true';

export function objectOf(value: unknown): Params | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Params) : undefined;
}
