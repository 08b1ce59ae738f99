// Runs the real thing: directory (PLC), personal data server (PDS), AppView and moderation, on loopback.
// Started by start.ts with the Node of this folder. The settings come as JSON in the first argument.
import net from 'node:net';

// The servers listen on every interface when they are only told a port.
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function onLoopback(...given) {
  const [first, ...rest] = given;
  if (typeof first === 'number' || typeof first === 'string') {
    const callback = rest.filter((one) => typeof one === 'function');
    return listen.call(this, Number(first), '127.0.0.1', ...callback);
  }
  if (typeof first === 'object' && first !== null && 'port' in first && !first.path)
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest);
  return listen.apply(this, given);
};

const { TestNetwork } = await import('@atproto/dev-env');
const { ports } = JSON.parse(process.argv[2]);
const network = await TestNetwork.create({
  dbPostgresSchema: 'care',
  plc: { port: ports.plc },
  pds: { port: ports.pds, hostname: 'localhost', enableDidDocWithSession: true },
  bsky: { port: ports.appview, dbPostgresSchema: 'bsky' },
  ozone: { port: ports.ozone },
});

process.on('SIGTERM', async () => {
  await network.close().catch(() => {});
  process.exit(0);
});
// The one that started us may be gone without a word; then nobody would ever stop us.
process.stdin.on('close', () => process.kill(process.pid, 'SIGTERM')).resume();
console.log(JSON.stringify({ ready: true, pds: `http://localhost:${ports.pds}` }));
