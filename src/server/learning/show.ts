import type { WorkspaceId } from '../../core/ids.ts';
import type { ShippedModel } from '../../core/learning/base.ts';
import { LEAST_CORRECTIONS } from '../../core/learning/learn.ts';
import { HEADS, type WordsByLanguage } from '../../core/learning/own.ts';
import type { Reader } from '../../storage/database.ts';
import { listModels } from '../../storage/learning/models.ts';
import { readProgress } from '../../storage/learning/progress.ts';
import { readUnderstandingSettings, type UnderstandingSettings } from '../../storage/learning/settings.ts';
import type { OwnHead, OwnWords, Understanding } from '../../wire/learning.ts';

/** What the page of a lead is about: what is shipped, what was learned here, and the words of the house. */
export async function showUnderstanding(
  db: Reader,
  workspaceId: WorkspaceId,
  shipped: ShippedModel,
  triggers: WordsByLanguage,
): Promise<Understanding> {
  const models = await listModels(db, workspaceId);
  const progress = new Map((await readProgress(db, workspaceId)).map((one) => [one.head, one]));
  return {
    shipped: {
      version: shipped.version,
      languages: Object.entries(shipped.gates).map(([language, heads]) => ({ language, heads })),
      triggers: Object.fromEntries(Object.entries(triggers)),
    },
    own: HEADS.map((head): OwnHead => {
      const one = progress.get(head);
      return {
        head,
        mode: one?.mode ?? 'auto',
        corrections: one?.corrections ?? 0,
        needed: LEAST_CORRECTIONS,
        outcome: (one?.outcome?.kind ?? null) as OwnHead['outcome'],
        fittedAt: one?.fittedAt?.toISOString() ?? null,
        version: one?.mode === 'off' ? null : (one?.version ?? null),
        versions: models
          .filter((model) => model.head === head)
          .map(({ version, madeAt, about }) => ({ ...about, version, madeAt: madeAt.toISOString() })),
      };
    }),
    words: showWords(await readUnderstandingSettings(db, workspaceId)),
  };
}

export const showWords = ({ version, triggers, topics }: UnderstandingSettings): OwnWords => ({
  version,
  triggers,
  topics,
});
