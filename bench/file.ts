import { sql } from 'kysely';
import { detectLanguage } from '../src/actions/file/detect-language.ts';
import { fileWaiting } from '../src/actions/file/filer.ts';
import { createConnectors } from '../src/connectors/registry.ts';
import type { ConversationId, MessageId, ThreadId, WorkspaceId } from '../src/core/ids.ts';
import type { Database } from '../src/storage/database.ts';
import { insertMessages, type NewMessage } from '../src/storage/filing/messages.ts';
import { appendToLedger } from '../src/storage/ledger.ts';
import { newId } from '../src/storage/new-id.ts';
import { type Bench, cpuMs, round } from './measure.ts';
import { commentBody, openBench } from './workspace.ts';

/** Comments of one viral post, filed through everything, against plain batched inserts of the same message rows. */
export async function benchFile(bench: Bench): Promise<void> {
  const count = bench.address.kind === 'postgres' ? 100_000 : 30_000;
  const { db, workspaceId } = await openBench(bench);
  for (let from = 0; from < count; from += 1000) {
    const arrivals = Array.from({ length: 1000 }, (_, i) => ({
      family: 'meta',
      inboxId: null,
      source: 'webhook',
      headers: { 'content-type': 'application/json' },
      body: commentBody(from + i, count / 2),
      receivedAt: new Date(),
    }));
    await db.alone((tx) => appendToLedger(tx, workspaceId, arrivals));
  }
  const options = {
    db,
    connectors: createConnectors(),
    detectLanguage,
    now: () => new Date(),
    signal: new AbortController().signal,
    log: { error: (details: object, message: string) => console.error(message, details) },
  };
  const cpuBefore = cpuMs(bench.serverPid);
  const start = performance.now();
  let filed = 0;
  for (let taken = 1; taken > 0; filed += taken) taken = await fileWaiting(options, workspaceId);
  const seconds = (performance.now() - start) / 1000;
  const cpu = (cpuMs(bench.serverPid) - cpuBefore) / filed;
  const stored = await sql<{
    n: number;
  }>`select count(*)::int as n from messages where workspace_id = ${workspaceId} and conversation_id is not null`.execute(
    db.read,
  );
  if (stored.rows[0]?.n !== count) throw new Error(`Filed ${stored.rows[0]?.n} of ${count}.`);
  const limit = await rawInserts(db, workspaceId, count);
  const perSecond = filed / seconds;
  bench.print({
    name: 'file',
    database: db.kind,
    value: round(perSecond, 0),
    unit: 'messages/s',
    limit: round(limit, 0),
    ratio: round(perSecond / limit),
    cpuMs: round(cpu, 3),
    messages: count,
    seconds: round(seconds, 1),
  });
  await db.close();
}

async function rawInserts(db: Database, workspaceId: WorkspaceId, count: number): Promise<number> {
  const { rows } = await sql<{
    inbox_id: string;
    text: string;
    search: string;
  }>`select inbox_id, text, search from messages where workspace_id = ${workspaceId} limit 1000`.execute(db.read);
  const threadId = newId<ThreadId>();
  let ms = 0;
  for (let from = 0; from < count; from += 250) {
    const batch = Array.from({ length: 250 }, (_, i): NewMessage => {
      const like = rows[i % rows.length] as (typeof rows)[number];
      return {
        id: newId<MessageId>(),
        inboxId: like.inbox_id as NewMessage['inboxId'],
        threadId,
        conversationId: newId<ConversationId>(),
        identityId: newId<NonNullable<NewMessage['identityId']>>(),
        externalId: `raw ${from + i}`,
        parentExternalId: null,
        mark: null,
        direction: 'inbound',
        reach: 'owned_public',
        text: like.text,
        content: { attachments: [] },
        search: like.search,
        language: 'en',
        automatic: null,
        isHistory: false,
        isPartial: false,
        remote: null,
        permalink: null,
        sentAt: new Date(),
        receivedAt: new Date(),
        ledgerId: 1,
      };
    });
    const start = performance.now();
    await db.transaction((tx) => insertMessages(tx, workspaceId, batch));
    ms += performance.now() - start;
  }
  return count / (ms / 1000);
}
