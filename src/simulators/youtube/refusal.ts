/** What Google answers instead of doing it. */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: string;
  readonly domain: string;
  constructor(status: number, reason: string, message: string, domain = 'youtube.commentThread') {
    super(message);
    this.status = status;
    this.reason = reason;
    this.domain = domain;
  }
  body() {
    const { status: code, message, domain, reason } = this;
    return { error: { code, message, errors: [{ message, domain, reason }] } };
  }
}

export const invalid = (message: string, reason = 'badRequest') => new Refusal(400, reason, message, 'global');
export const notFound = (reason: string, what: string) =>
  new Refusal(404, reason, `The ${what} identified by the request could not be found.`);
export const forbidden = (message: string, reason = 'forbidden') => new Refusal(403, reason, message);
