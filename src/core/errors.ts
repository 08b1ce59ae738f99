/** Whose fault, in the one vocabulary that the HTTP layer translates. */
export type Fault = 'invalid' | 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'too_many' | 'unavailable';

/** Everything a caller may be told. `code` is public and stable; `message` is for people and may change. */
export class CareError extends Error {
  readonly code: string;
  readonly fault: Fault;
  /** What a screen may show beside the words, e.g. who answered meanwhile. Never a secret. */
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(fault: Fault, code: string, message: string, details?: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = 'CareError';
    this.fault = fault;
    this.code = code;
    this.details = details;
  }
}
