/** What the API answers instead of doing it, in its own words. Source: X docs, "Response codes and errors", 2026-08. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(String(body.detail ?? body.title));
    this.status = status;
    this.body = body;
  }
}

const blank = (status: number, title: string, detail: string) =>
  new Refusal(status, { title, detail, type: 'about:blank', status });

export const unauthorized = () => blank(401, 'Unauthorized', 'Unauthorized');
export const tooMany = () => blank(429, 'Too Many Requests', 'Too Many Requests');
export const broken = () => blank(503, 'Service Unavailable', 'Service Unavailable');
export const forbidden = (detail = 'You are not permitted to perform this action.') => blank(403, 'Forbidden', detail);
export const noSuchPath = () => blank(404, 'Not Found', 'Not Found');
export const wrongToken = () =>
  new Refusal(403, {
    title: 'Unsupported Authentication',
    detail: 'Authenticating with this kind of token is forbidden for this endpoint.',
    type: 'https://api.twitter.com/2/problems/unsupported-authentication',
    status: 403,
  });
export const creditsDepleted = () =>
  new Refusal(402, {
    title: 'CreditsDepleted',
    detail: 'Your enrolled account does not have any credits to fulfill this request.',
    type: 'https://api.twitter.com/2/problems/credits',
  });
export const notEnrolled = () =>
  new Refusal(403, {
    client_id: '1',
    reason: 'client-not-enrolled',
    title: 'Client Forbidden',
    detail:
      'When authenticating requests to the X API v2 endpoints, you must use keys and tokens from an enrolled App.',
    type: 'https://api.twitter.com/2/problems/client-forbidden',
  });
export const invalid = (parameter: string, value: string, message: string) =>
  new Refusal(400, {
    errors: [{ parameters: { [parameter]: [value] }, message }],
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: 'https://api.x.com/2/problems/invalid-request',
  });
export const notFound = (resource: 'tweet' | 'user', parameter: string, value: string) => ({
  resource_type: resource,
  resource_id: value,
  parameter,
  value,
  title: 'Not Found Error',
  detail: `Could not find ${resource} with ${parameter}: [${value}].`,
  type: 'https://api.x.com/2/problems/resource-not-found',
});
