import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { chatRoutes } from './chat/chat-routes.ts';
import { cleanInput } from './clean-input.ts';
import { shopHookRoutes } from './commerce/shop-hook-routes.ts';
import type { Deps } from './deps.ts';
import { deskRoutes } from './desk-routes.ts';
import { answerError } from './errors-to-http.ts';
import { setSafeHeaders } from './headers.ts';
import { describeApi } from './openapi.ts';
import { limitCalls } from './rate-limit.ts';
import { enforceRules, type RuledRoute } from './rules.ts';
import { notFound, webApp } from './web-app.ts';
import { webhookRoutes } from './webhooks/webhook-routes.ts';

export interface AppOptions {
  /** Where the built web app lies. */
  readonly webFolder?: string;
  /** Of one session or token; see `CALLS_PER_MINUTE`. */
  readonly callsPerMinute?: number;
  /** What else answers, e.g. the customer's side of the practice workspace. */
  readonly routes?: (app: DeskScope) => Promise<void>;
}

type DeskScope = Parameters<typeof deskRoutes>[0];

export interface App {
  readonly http: FastifyInstance;
  /** Every route with its rule, complete once `http.ready()` has resolved. */
  readonly routes: readonly RuledRoute[];
}

/** Everything that answers over HTTP, put together and not yet listening. */
export async function createApp(deps: Deps, options: AppOptions = {}): Promise<App> {
  const { config, db, now } = deps;
  const http = Fastify({
    trustProxy: config.trustProxy,
    bodyLimit: 1024 * 1024,
    // A request is worth a line only when it failed; what happens to customers' messages is in the ledger.
    logController: new LogController({ disableRequestLogging: true }),
    logger: { level: config.log, redact: ['req.headers.authorization', 'req.headers.cookie', 'req.url'] },
    routerOptions: { maxParamLength: 300 },
  });
  http.setValidatorCompiler(validatorCompiler);
  http.setSerializerCompiler(serializerCompiler);
  http.setErrorHandler<FastifyError>(answerError);
  http.setNotFoundHandler(() => {
    throw notFound();
  });
  const routes = enforceRules(http, { db, publicUrl: config.url, now });
  await describeApi(http, config.url);

  // First and on its own: what is registered below costs the networks' requests nothing.
  await http.register(webhookRoutes, deps);
  await http.register(shopHookRoutes, deps);
  const webFolder = options.webFolder ?? WEB_FOLDER;
  await http.register(chatRoutes, { ...deps, webFolder });
  await http.register(websocket, { options: { maxPayload: 64 * 1024 } });
  await http.register(async (desk) => {
    await desk.register(cookie);
    await setSafeHeaders(desk, config.url.startsWith('https:'));
    await limitCalls(desk, options.callsPerMinute);
    await desk.register(multipart, { limits: { files: 1, fields: 4, fileSize: 100 * 1024 * 1024 } });
    desk.addHook('preValidation', cleanInput);
    await desk.register(deskRoutes, deps);
    const { routes: more } = options;
    if (more) await desk.register(async (scope) => more(scope.withTypeProvider<ZodTypeProvider>()));
    await desk.register(webApp, { folder: webFolder });
  });
  return { http, routes };
}

const WEB_FOLDER = fileURLToPath(new URL('../../dist/web', import.meta.url));
