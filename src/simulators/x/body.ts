import type { Call } from './call.ts';
import { invalid } from './refusal.ts';

const objectOf = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;

export const bad = (name: string, value: unknown, message: string) =>
  invalid(name, JSON.stringify(value) ?? '', message);
export const textOf = (call: Call) => {
  const { text } = call.body;
  if (text !== undefined && typeof text !== 'string') throw bad('text', text, '$.text: is not a string');
  return text ?? '';
};
export function only(name: string, value: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
  const object = objectOf(value);
  if (!object) throw bad(name, value, `$.${name}: is not an object`);
  for (const key of Object.keys(object))
    if (!keys.includes(key)) throw bad(`${name}.${key}`, object[key], `$.${name}.${key}: is not defined in the schema`);
  return object;
}
