import { createHmac, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';

/** The limit that `acknowledge` is held against: a bare Fastify route that checks the signature and stores nothing. */
const secret = process.env.BENCH_SECRET ?? '';
const app = Fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
app.post('/webhooks/:workspace/:family', async (request, reply) => {
  const given = Buffer.from(String(request.headers['x-hub-signature-256'] ?? ''));
  const wanted = Buffer.from(
    `sha256=${createHmac('sha256', secret)
      .update(request.body as Buffer)
      .digest('hex')}`,
  );
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return reply.code(401).send('no');
  return 'ok';
});
const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.send?.({ url: address, workspace: 'main', cookies: [], views: [] });
process.once('disconnect', () => process.exit(0));
