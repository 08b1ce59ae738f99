import { z } from 'zod';
import { theHouse } from '../../../actions/make-sign-in-link.ts';
import { replayEntries } from '../../../actions/replay-entries.ts';
import type { InboxId } from '../../../core/ids.ts';
import { readBalance } from '../../../storage/ledger-reading.ts';
import type { ChoreDeps } from '../chores.ts';
import { findWorkspace } from './workspace.ts';

const Where = z.object({ workspace: z.string().optional() });

export async function* balance({ db }: ChoreDeps, given: unknown) {
  const workspace = await findWorkspace(db.read, Where.parse(given).workspace);
  const { received, filed, duplicate, ignored, setAside, waiting } = await readBalance(db.read, workspace.id);
  const isExact = received === filed + duplicate + ignored + setAside + waiting;
  yield { workspace: workspace.slug, received, filed, duplicate, ignored, setAside, waiting, isExact };
}

const Which = Where.extend({ entry: z.int().positive().optional(), inbox: z.uuid().optional() });

/** One entry, or all that were set aside (of one inbox). They are filed by the running server, or by the next one. */
export async function* replay({ db, now }: ChoreDeps, given: unknown) {
  const { workspace: slug, entry, inbox } = Which.parse(given);
  const workspace = await findWorkspace(db.read, slug);
  const choice =
    entry === undefined
      ? ({ kind: 'set_aside', inboxId: inbox as InboxId | undefined } as const)
      : ({ kind: 'entry', id: entry } as const);
  yield { replayed: await replayEntries(db, theHouse(workspace.id), choice, now()) };
}
