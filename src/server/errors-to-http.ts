import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import { CareError, type Fault } from '../core/errors.ts';
import type { Problem } from '../wire/common.ts';

// A new fault without a status does not compile.
const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
} satisfies Record<Fault, number>;

/** The one place that turns what went wrong into an answer. What we did not foresee says nothing of our insides. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { status, problem } = toProblem(error);
  if (status >= 500 && !(error instanceof CareError)) {
    const cause = isResponseSerializationError(error) ? error.cause : error;
    request.log.error({ err: cause, url: request.routeOptions.url }, 'a request failed');
  }
  const { retryAfterSeconds } = problem.details ?? {};
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds);
  void reply.status(status).type('application/json').send(JSON.stringify(problem));
}

export function toProblem(error: FastifyError): { readonly status: number; readonly problem: Problem } {
  if (error instanceof CareError) {
    const { code, message, details } = error;
    return { status: STATUS[error.fault], problem: { code, message, ...(details ? { details } : {}) } };
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map(({ instancePath, message = 'is not right' }) => ({
      field: instancePath.split('/').filter(Boolean).join('.'),
      message,
    }));
    const words = fields.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join(' ');
    return { status: 400, problem: { code: 'invalid_input', message: words, details: { fields } } };
  }
  const status = error.statusCode ?? 500;
  // The framework's own refusals (too large, malformed JSON, too many requests) are meant for the caller.
  if (status >= 400 && status < 500 && !isResponseSerializationError(error))
    return { status, problem: { code: codeOf(error, status), message: error.message } };
  return { status: 500, problem: { code: 'internal', message: 'Something went wrong here. It was logged.' } };
}

function codeOf({ code }: FastifyError, status: number): string {
  if (status === 413) return 'too_large';
  if (status === 429) return 'too_many';
  return code?.startsWith('FST_ERR_') ? code.slice('FST_ERR_'.length).toLowerCase() : 'invalid_input';
}
