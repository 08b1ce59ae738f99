import { CareError } from '../../core/errors.ts';
import { isSameHouse, type SecondOpinionChoice } from '../../core/second-opinion/settings.ts';
import { addAudit } from '../../storage/audit.ts';
import type { Database } from '../../storage/database.ts';
import type { Seal } from '../../storage/seal.ts';
import {
  readSecondOpinion,
  readSecondOpinionKey,
  type SecondOpinionSettings,
  writeSecondOpinion,
} from '../../storage/second-opinion/settings.ts';
import { tellWorkers } from '../../storage/tell-workers.ts';
import type { Principal, Who } from '../who.ts';

export interface Deps {
  readonly db: Database;
  readonly seal: Pick<Seal, 'open' | 'close'>;
}

/** Messages of every inbox are shown to it: only whoever sees all of them decides about it. */
export function requireEveryInbox({ inboxes = null }: Who): void {
  if (inboxes !== null)
    throw new CareError(
      'forbidden',
      'not_allowed_here',
      'A language model is asked about messages of every inbox. Only somebody who works in all of them can see and change this.',
    );
}

/**
 * Decides whether, where and about what a language model is asked.
 * @param key undefined: the kept one stays; null: the server asks for none
 */
export function keepSecondOpinion(
  { db, seal }: Deps,
  who: Principal,
  input: { readonly version: number; readonly choice: SecondOpinionChoice; readonly key?: string | null | undefined },
  now: Date,
): Promise<SecondOpinionSettings> {
  requireEveryInbox(who);
  const { workspaceId } = who;
  const { choice, key } = input;
  return db.transaction(async (tx) => {
    const was = await readSecondOpinion(tx, workspaceId);
    if (key === undefined && was?.hasKey && !isSameHouse(was.address, choice.address)) throw keyAgain();
    const sealed = key ? seal.close(workspaceId, 'llm/key', key) : key === undefined ? undefined : null;
    if (!(await writeSecondOpinion(tx, workspaceId, input.version, choice, sealed, who.agentId, now)))
      throw changedMeanwhile();
    const after = await readSecondOpinion(tx, workspaceId);
    if (!after) throw changedMeanwhile();
    const detail = { before: was && said(was), after: said(after), isKeyChanged: key !== undefined };
    await addAudit(tx, who, { act: 'second_opinion.changed', target: choice.model, detail }, now);
    await tellWorkers(tx, workspaceId);
    return after;
  });
}

/** The key with which a server is asked. A kept one is given only to the house that it was typed for. */
export async function keyFor(
  { db, seal }: Deps,
  { workspaceId }: Who,
  address: string,
  key: string | null | undefined,
): Promise<string | null> {
  if (key !== undefined) return key || null;
  const was = await readSecondOpinion(db.read, workspaceId);
  if (!was?.hasKey) return null;
  if (!isSameHouse(was.address, address)) throw keyAgain();
  return openKey({ db, seal }, workspaceId);
}

/** The kept key. Throws `WrongKey` when it was sealed with another one. */
export async function openKey({ db, seal }: Deps, workspaceId: Who['workspaceId']): Promise<string | null> {
  const sealed = await readSecondOpinionKey(db.read, workspaceId);
  return sealed ? String(seal.open(workspaceId, 'llm/key', sealed)) : null;
}

/** Never the key. */
const said = (one: SecondOpinionSettings) => ({
  isOn: one.isOn,
  address: one.address,
  model: one.model,
  hasKey: one.hasKey,
  callsADay: one.callsADay,
  tokensADay: one.tokensADay,
  below: one.below,
  heads: [...one.heads],
  languages: [...one.languages],
  withPrivate: one.withPrivate,
});

const keyAgain = () =>
  new CareError(
    'invalid',
    'key_again',
    'The kept key was typed for another address and is not sent elsewhere. Type the key of this one, or say that it needs none.',
    { field: 'key' },
  );
const changedMeanwhile = () =>
  new CareError('conflict', 'changed_meanwhile', 'A colleague saved this meanwhile. Read it again, then change it.');
