import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { CareError } from '../core/errors.ts';

const because = 'the page itself holds nothing; what it shows comes from the API';
const SERVER_PATHS = /^\/(api|chat|oidc|webhooks|media|health|openapi\.json)(\/|$|\?)/;

/** The built web app. Every address that is nobody else's gives the page: the app finds its own way from there. */
export const webApp: FastifyPluginAsync<{ readonly folder: string }> = async (app, { folder }) => {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true });
  const config = { rule: 'public', because, rateLimit: false } as const;
  const schema = { hide: true };

  // Hashed names: what is under one never changes.
  app.get<{ Params: { '*': string } }>('/assets/*', { config, schema }, async ({ params }, reply) => {
    if (!isBuilt) throw notFound();
    return reply.sendFile(`assets/${params['*']}`, { immutable: true, maxAge: '365d' });
  });

  app.get('/*', { config, schema }, async (request, reply) => {
    const [pathname = '/'] = request.url.split('?');
    if (SERVER_PATHS.test(pathname)) throw notFound();
    if (!isBuilt) throw new CareError('unavailable', 'not_built', 'The web app is not built yet: run `npm run build`.');
    // The browser asks for it again and again, and must see a new one at once.
    if (pathname === '/service-worker.js')
      return reply.header('cache-control', 'no-cache').sendFile('service-worker.js', { cacheControl: false });
    if (/^\/[\w.-]+\.(svg|png|ico|webmanifest|txt)$/.test(pathname)) return reply.sendFile(pathname.slice(1));
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
  });
};

export function notFound(): CareError {
  return new CareError('not_found', 'no_such_address', 'There is nothing at this address.');
}
