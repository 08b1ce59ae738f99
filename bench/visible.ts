import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool, WebSocket } from 'undici';
import { type Bench, percentile, round } from './measure.ts';
import { openBrowser } from './parts/browser.ts';
import { signed, startServer } from './parts/server.ts';
import { PAGE } from './workspace.ts';

const PER_SECOND = 100;
const SECONDS = 15;

/**
 * From the webhook's first byte to its words in the list of an agent's browser, at a hundred a second: ledger, filing,
 * change feed, socket and the page itself. `limit`: a fetch from the same page to the same server and back. `toldMs`: until
 * a line without a page beside it was told, p50.
 */
export async function benchVisible(bench: Bench): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'earshot-bench-data-'));
  const server = await startServer('earshot', bench, { dataFolder });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(server.signInLink);
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await page.goto(`${server.url}/desk?view=all`);
    await page.waitForLoadState('networkidle');
    await page.evaluate(watchForMarks);
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const line = await listen(server.url, cookies);
    const sentAt = await send(server.url, server.workspace);
    const deadline = Date.now() + 20_000;
    let seen = await page.evaluate<[string, number][]>(readMarks);
    while (seen.length < sentAt.size && Date.now() < deadline) {
      await page.waitForTimeout(200);
      seen = await page.evaluate<[string, number][]>(readMarks);
    }
    const latencies = seen.map(([mark, at]) => at - (sentAt.get(mark) ?? at));
    line.close();
    const told = [...line.toldAt].map(([mark, at]) => at - (sentAt.get(mark) ?? at));
    const limits: number[] = [];
    for (let n = 0; n < 50; n += 1) limits.push(await page.evaluate<number>(roundTrip));
    bench.print({
      name: 'visible',
      database: bench.address.kind,
      value: round(percentile(latencies, 0.5)),
      unit: 'ms p50',
      limit: round(percentile(limits, 0.5)),
      ratio: round(percentile(latencies, 0.5) / percentile(limits, 0.5)),
      p99Ms: round(percentile(latencies, 0.99)),
      toldMs: round(percentile(told, 0.5)),
      sent: sentAt.size,
      seen: seen.length,
      perSecond: PER_SECOND,
    });
  } finally {
    await browser.close();
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** Hears what the page hears, and draws nothing. */
async function listen(url: string, cookie: string) {
  const toldAt = new Map<string, number>();
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/changes`, { headers: { cookie, origin: url } });
  socket.addEventListener('message', ({ data }) => {
    const at = Date.now();
    for (const [mark] of String(data).matchAll(/mark-\d+-end/g)) if (!toldAt.has(mark)) toldAt.set(mark, at);
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', ({ error }) => reject(error), { once: true });
  });
  return { toldAt, close: () => socket.close() };
}

async function send(url: string, workspace: string): Promise<ReadonlyMap<string, number>> {
  const pool = new Pool(url, { connections: 16 });
  const sentAt = new Map<string, number>();
  const answers: Promise<void>[] = [];
  for (let n = 0; n < PER_SECOND * SECONDS; n += 1) {
    const mark = `mark-${n}-end`;
    const { body, headers } = signed(messageBody(n, mark));
    sentAt.set(mark, Date.now());
    answers.push(
      pool.request({ method: 'POST', path: `/webhooks/${workspace}/meta`, headers, body }).then(async (answer) => {
        await answer.body.dump();
        if (answer.statusCode !== 200) throw new Error(`Answered ${answer.statusCode}.`);
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 1000 / PER_SECOND));
  }
  await Promise.all(answers);
  await pool.close();
  return sentAt;
}

function messageBody(nth: number, text: string): Buffer {
  const now = Date.now();
  return Buffer.from(
    JSON.stringify({
      object: 'page',
      entry: [
        {
          id: PAGE,
          time: now,
          messaging: [
            {
              sender: { id: String(24681357900110000 + nth * 10) },
              recipient: { id: PAGE },
              timestamp: now,
              message: { mid: `m_bench_${nth}`, text },
            },
          ],
        },
      ],
    }),
  );
}

/** These run in the page, where our compiler settings do not reach. */
const watchForMarks = `{
  const marks = (window.benchMarks = new Map());
  const look = (text) => {
    for (const [mark] of (text ?? '').matchAll(/mark-\\d+-end/g)) if (!marks.has(mark)) marks.set(mark, Date.now());
  };
  new MutationObserver((mutations) => {
    for (const mutation of mutations) {
      if (mutation.type === 'characterData') look(mutation.target.textContent);
      for (const node of mutation.addedNodes) look(node.textContent);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}`;
const readMarks = '[...window.benchMarks]';
const roundTrip = `(async () => {
  const start = performance.now();
  await (await fetch('/health')).text();
  return performance.now() - start;
})()`;
