/** An answer in Meta's form of an error. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly subcode: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    code: number,
    message: string,
    subcode?: number,
    status = 400,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.code = code;
    this.subcode = subcode;
    this.status = status;
    this.headers = headers;
  }

  get body(): unknown {
    const { code, message, subcode } = this;
    return {
      error: {
        message: `(#${code}) ${message}`,
        type: 'OAuthException',
        code,
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        fbtrace_id: 'AbC1dEf2GhI',
      },
    };
  }
}

export const gone = (id: string): Refusal =>
  new Refusal(
    100,
    `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    33,
  );
export const badParameter = (message: string, subcode?: number): Refusal => new Refusal(100, message, subcode);
