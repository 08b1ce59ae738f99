/** What customers write about. */
export const SITUATIONS = [
  'late',
  'broken',
  'size',
  'refund',
  'praise',
  'idea',
  'checkout',
  'angry',
  'thanks',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** How a customer takes an answer. */
export type Reaction = 'thanks' | 'further' | 'still' | 'angrier';

/**
 * What people of one language say. `{item}` and `{order}` stand for a product and an order number; in `mail`,
 * `{text}` and `{name}` for what is said and who says it.
 */
export interface Talk {
  /** BCP 47 */
  readonly language: string;
  readonly hello: readonly string[];
  readonly mail: string;
  readonly says: Readonly<Record<Situation, readonly string[]>>;
  readonly subjects: Readonly<Record<Situation, string>>;
  readonly after: Readonly<Record<Reaction, readonly string[]>>;
  /** What the brand's team answers. */
  readonly answers: Readonly<Record<Situation, string>>;
}
