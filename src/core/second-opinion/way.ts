/** How a server can be made to answer in a form that can be read; the strictest first. */
export const SHAPES = ['json_schema', 'json_object', 'none'] as const;
export type Shape = (typeof SHAPES)[number];

/** By which name an answer is kept short. The second is what models that think before they answer go by; it counts that, too. */
export const LIMITS = ['max_tokens', 'max_completion_tokens', 'none'] as const;
export type Limit = (typeof LIMITS)[number];

/**
 * What is said at most, in tokens: enough for all four heads. Where thinking counts, there is room for as much of it as
 * fits into the seconds that are waited.
 */
export const MOST_SAID: Readonly<Record<Limit, number>> = {
  max_tokens: 200,
  max_completion_tokens: 1_000,
  none: 1_000,
};

/** How a server is asked. */
export interface Way {
  readonly shape: Shape;
  readonly limit: Limit;
  /** It is asked for its likeliest answer; some answer as they always do, and refuse to be told. */
  readonly isColdest: boolean;
}

/** How every server is asked first. */
export const STRICTEST: Way = { shape: 'json_schema', limit: 'max_tokens', isColdest: true };

/** What a refusal may name of a question. */
export const PARAMETERS = ['temperature', 'max_tokens', 'max_completion_tokens', 'response_format'] as const;
export type Parameter = (typeof PARAMETERS)[number];

/**
 * How to ask a server that refused to be asked in this way. Null: there is no other way.
 * @param named what it refused of all that was sent, as far as it said so
 */
export function otherWay(way: Way, named: Parameter | null): Way | null {
  if (named === 'temperature' && way.isColdest) return { ...way, isColdest: false };
  const limit = named === way.limit ? LIMITS[LIMITS.indexOf(way.limit) + 1] : undefined;
  if (limit) return { ...way, limit };
  const shape = SHAPES[SHAPES.indexOf(way.shape) + 1];
  return shape ? { ...way, shape } : null;
}

export const isSameWay = (one: Way, other: Way): boolean =>
  one.shape === other.shape && one.limit === other.limit && one.isColdest === other.isColdest;
