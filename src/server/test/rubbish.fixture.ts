/** As much of JSON Schema as the description of the API uses. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
}

/** What gets past a schema that says "some text" or "some time", and what a database chokes on. */
export const WORDS = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00x',
  "'); --",
  '%',
  '\\',
  '\u202e',
  '{}',
  ' ',
  '()',
  'is:',
  '0',
];
const TIMES = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59.999-12:00',
  '2026-03-29T02:30:00Z',
  '2999-01-01T00:00:00Z',
];
const DAYS = ['0000-01-01', '9999-12-31', '2026-02-30', '2026-11-22'];
const NUMBERS = [0, -1, 1, 2 ** 31, 2 ** 53 - 1, 1e308, 0.5];

/** A number below the one that is asked for. The same throws in each run: what fails can be looked at again. */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Something that keeps to the schema in its shape and to nothing that it does not say. */
export function rubbishFor(schema: Schema, roll: Dice, ids: readonly string[]): unknown {
  const one = <Value>(of: readonly Value[]): Value => of[roll(of.length)] as Value;
  const deeper = (inner: Schema) => rubbishFor(inner, roll, ids);
  const choices = schema.anyOf ?? schema.oneOf;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return one(schema.enum);
  if (choices) return deeper(one(choices));
  const type = typeof schema.type === 'object' ? one(schema.type) : schema.type;
  if (type === 'string') return textFor(schema, one, ids);
  if (type === 'integer' || type === 'number') return one([...NUMBERS, schema.minimum ?? 0, schema.maximum ?? 1]);
  if (type === 'boolean') return roll(2) === 0;
  if (type === 'array') {
    const { items = {}, minItems = 0 } = schema;
    return Array.from({ length: minItems + roll(3) }, () => deeper(items));
  }
  if (type !== 'object') return one([null, 0, one(WORDS), [], {}]);
  const { properties = {}, required = [], additionalProperties: more, propertyNames } = schema;
  const chosen = Object.entries(properties).filter(([name]) => required.includes(name) || roll(2) === 0);
  if (typeof more === 'object' && chosen.length === 0)
    chosen.push([propertyNames ? String(deeper(propertyNames)) : one(WORDS), more]);
  return Object.fromEntries(chosen.map(([name, inner]) => [name, deeper(inner)]));
}

function textFor(
  { format, pattern, maxLength, minLength = 0 }: Schema,
  one: (of: readonly string[]) => string,
  ids: readonly string[],
): string {
  if (format === 'uuid') return one(ids);
  if (format === 'date-time') return one(TIMES);
  if (format === 'email') return 'a@b.example';
  if (pattern) return one([...DAYS, '10:00', '24:00', '0']);
  return one([...WORDS, ...DAYS, ...TIMES, ...ids])
    .padEnd(minLength, 'x')
    .slice(0, maxLength);
}

/** A body that would be taken, once for each text in it, with that text spoilt. Ids and times are refused by their shape. */
export function* spoilt(body: unknown, word: string): Generator<unknown> {
  if (typeof body === 'string') {
    if (!/^[\da-f]{8}-|^\d{4}-/.test(body)) yield word;
  } else if (Array.isArray(body))
    for (const [at, inner] of body.entries()) for (const bad of spoilt(inner, word)) yield body.with(at, bad);
  else if (typeof body === 'object' && body !== null)
    for (const [key, inner] of Object.entries(body))
      for (const bad of spoilt(inner, word)) yield { ...body, [key]: bad };
}
