import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const SELF = "'self'";
const NONE = "'none'";

/** What a page of ours may do: nothing that is not its own. No inline script or style, nothing from elsewhere. */
const CONTENT = {
  defaultSrc: [NONE],
  scriptSrc: [SELF],
  styleSrc: [SELF],
  imgSrc: [SELF, 'data:', 'blob:'],
  mediaSrc: [SELF, 'blob:'],
  fontSrc: [SELF],
  connectSrc: [SELF],
  frameSrc: [SELF],
  workerSrc: [SELF],
  manifestSrc: [SELF],
  baseUri: [NONE],
  formAction: [SELF],
  frameAncestors: [NONE],
  objectSrc: [NONE],
};

export async function setSafeHeaders(app: FastifyInstance, isSecure: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT },
    // Over plain HTTP (this machine alone) the browser must not be told to insist on TLS.
    strictTransportSecurity: isSecure ? { maxAge: 180 * 24 * 3600 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
}
