import { sql } from 'kysely';
import { createLab } from '../../actions/file/lab.fixture.ts';
import { keepSecondOpinion } from '../../actions/second-opinion/keep-choice.ts';
import { ACTS } from '../../core/access/role.ts';
import type { MessageId } from '../../core/ids.ts';
import { HEADS } from '../../core/learning/own.ts';
import type { SecondOpinionChoice } from '../../core/second-opinion/settings.ts';
import type { Understood } from '../../core/understanding/understood.ts';
import type { Database } from '../../storage/database.ts';
import { unpackUnderstood } from '../../storage/packed-understood.ts';
import { createSeal } from '../../storage/seal.ts';
import { askWanted } from './ask-wanted.ts';
import { always, type Behave, openFakeModel } from './fake-model.fixture.ts';
import { showSecondOpinion } from './show.ts';

export const FRIENDLY = always({ sentiment: 'negative', kind: 'complaint', urgency: '1', topic: 'delivery' });
const seal = createSeal('the secret of a test, thirty-two characters');

/** A workspace that asks a model that behaves so. */
export async function openLab(
  db: Database,
  behave: Behave,
  choice: Partial<SecondOpinionChoice> = {},
  modelTimeoutMs = 20_000,
) {
  const lab = await createLab(db);
  const model = await openFakeModel(behave);
  const who = { ...lab.who, acts: ACTS };
  const keep = async (more: Partial<SecondOpinionChoice> = {}, typed: string = 'sk-house-secret') => {
    const key = typed === KEPT ? undefined : typed;
    const { version } = await showSecondOpinion(db.read, lab.workspaceId, lab.now());
    const decided = { ...OFF, isOn: true, address: model.address, ...choice, ...more };
    await keepSecondOpinion({ db, seal }, who, { version, choice: decided, key }, lab.now());
  };
  const means = (asker = 'one') => ({
    db,
    seal,
    asker,
    now: lab.now,
    mayLoopback: true,
    signal: new AbortController().signal,
    modelTimeoutMs,
  });
  return {
    lab,
    model,
    close: model.close,
    keep,
    askAs: (asker: string) => askWanted(means(asker), lab.workspaceId),
    askAll: () => askWanted(means(), lab.workspaceId),
    says: async (...texts: readonly string[]) => {
      await lab.receive(
        texts.map((text, at) => lab.comment(`p${at}`, `post-${at}`, `m${lab.now().getTime()}-${at}`, text)),
      );
      await lab.file();
    },
    rows: async () =>
      (
        await sql<{ text: string; state: string; why: string | null; heads: string[]; copy: boolean }>`
          select m.text, o.state, o.why, o.heads, o.is_copy as copy from second_opinions o join messages m on m.id = o.message_id
          where o.workspace_id = ${lab.workspaceId} order by m.sent_at`.execute(db.read)
      ).rows,
    messages: async (): Promise<readonly { id: MessageId; text: string; understood: Understood }[]> =>
      (
        await db.read
          .selectFrom('messages')
          .select(['id', 'text', 'understood'])
          .where('workspace_id', '=', lab.workspaceId)
          .orderBy('sent_at')
          .execute()
      ).map((row) => ({ ...row, understood: unpackUnderstood(String(row.understood)) })),
    conversation: () =>
      db.read
        .selectFrom('conversations')
        .select(['sentiment', 'kind', 'urgency', 'topic', 'attention', 'assignee_id', 'triage_at'])
        .where('workspace_id', '=', lab.workspaceId)
        .executeTakeFirstOrThrow(),
    state: () => showSecondOpinion(db.read, lab.workspaceId, lab.now()),
  };
}
/** The key that is kept. */
export const KEPT = 'kept';
const OFF: SecondOpinionChoice = {
  isOn: false,
  address: '',
  model: 'small-1',
  callsADay: 100,
  tokensADay: null,
  below: 0.6,
  heads: HEADS,
  languages: [],
  withPrivate: false,
};
