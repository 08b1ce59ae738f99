/** What Reddit answers instead of doing it: a status, or an error inside of an answer with status 200. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
  }
}

const NAMES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};
export const status = (code: number, rest: object = {}) =>
  new Refusal(code, { message: NAMES[code] ?? 'Error', error: code, ...rest });

export const logical = (code: string, words: string, field: string, rest: object = {}) =>
  new Refusal(200, { json: { errors: [[code, words, field]], ...rest } });
