import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { CareError } from '../../core/errors.ts';
import type { Deps } from '../deps.ts';
import { openKeyring } from './keyring.ts';

/** The largest body that is taken, in bytes. Meta bundles up to 1,000 updates; the largest seen are well below this. */
const MAX_BYTES = 5 * 1024 * 1024;

type Address = { Params: { workspace: string; family: string } };
const because = 'networks sign their requests; who they are is checked on the raw bytes';

/**
 * The hot path: raw bytes, signature, ledger, 200 after the commit, and nothing else. No cookie, no parsing, no
 * limit: a network that is refused tries again or gives up, and either loses what customers wrote.
 */
export const webhookRoutes: FastifyPluginAsync<Deps> = async (app, deps) => {
  const { receiver, now } = deps;
  const keyring = await openKeyring(deps, (words) => app.log.warn(words));
  app.addHook('onClose', () => keyring.close());

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, done) =>
    done(null, body),
  );

  const placeOf = async ({ workspace, family }: Address['Params']) => {
    const place = await keyring.find(workspace, family);
    if (!place)
      throw new CareError('not_found', 'no_such_webhook', 'No inbox of this desk takes webhooks at this address.');
    return place;
  };
  const options = {
    config: { rule: 'public', because },
    bodyLimit: MAX_BYTES,
    schema: { tags: ['webhooks'] },
  } as const;

  app.post<Address>('/webhooks/:workspace/:family', options, async (request) => {
    const place = await placeOf(request.params);
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const raw = { headers: plainHeaders(request), query: plainQuery(request), body };
    const sender = await keyring.senderOf(place, raw);
    if (!sender)
      throw new CareError(
        'unauthenticated',
        'bad_signature',
        'The signature does not fit any inbox connected here. Check the app secret of the inbox.',
      );
    const { workspaceId, family } = place;
    await receiver.receive(workspaceId, [
      { family, inboxId: sender.inboxId, source: 'webhook', headers: raw.headers, body, receivedAt: now() },
    ]);
    return sender.answer ?? 'ok';
  });

  app.get<Address>('/webhooks/:workspace/:family', options, async (request, reply) => {
    const answer = await keyring.answer(await placeOf(request.params), plainQuery(request));
    if (answer === null)
      throw new CareError('forbidden', 'wrong_verify_token', 'No inbox connected here has this verify token.');
    return typeof answer === 'string' ? reply.type('text/plain').send(answer) : reply.send(answer);
  });
};

/** What says nothing about the event, or is nobody's business, is not stored with it. */
const LEFT_OUT = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'cookie', 'authorization']);

function plainHeaders({ headers }: FastifyRequest): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined && !LEFT_OUT.has(name)) plain[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return plain;
}

function plainQuery({ query }: FastifyRequest): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(query ?? {}))
    plain[name] = typeof value === 'string' ? value : String(Array.isArray(value) ? value[0] : value);
  return plain;
}
