/** An answer in LINE's form of an error. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: number,
    message: string,
    more: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.body = { message, ...more };
    this.headers = headers;
  }
}

export interface Wrong {
  readonly message: string;
  readonly property: string;
}
export const badBody = (wrong: readonly Wrong[]): Refusal =>
  new Refusal(400, `The request body has ${wrong.length} error(s)`, { details: wrong });
