import { useCallback, useMemo, useState } from 'react';
import { isOfType } from '../../../core/outgoing/fit.ts';
import type { Way } from '../../../wire/replying.ts';
import { upload } from '../../api/acts.ts';
import { inWords } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { t } from '../../text/t.ts';
import { bytes } from '../../time/words.ts';
import type { DraftFile } from './draft-store.ts';

export interface Attached {
  readonly key: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly state: 'uploading' | 'stored' | 'failed';
  readonly stored: DraftFile | null;
  readonly problem: string | null;
}

/**
 * Files that go with the next message: checked against the network's limits, stored on the server at once, and then part
 * of the draft. Those of the draft are checked again for the way that is chosen now.
 */
export function useFiles(
  stored: readonly DraftFile[],
  limit: Way['attachments'] | null,
  change: (update: (files: readonly DraftFile[]) => readonly DraftFile[]) => void,
) {
  const [pending, setPending] = useState<readonly Attached[]>([]);
  const add = useCallback(
    (given: readonly File[]) => {
      if (!limit) return;
      for (const file of given) {
        const key = newId();
        const problem = refusalOf(file, limit);
        const one = { key, name: file.name, sizeBytes: file.size, stored: null, problem };
        setPending((all) => [...all, { ...one, state: problem ? 'failed' : 'uploading' }]);
        if (problem) continue;
        upload(file).then(
          (made) => {
            setPending((all) => all.filter((other) => other.key !== key));
            change((files) => [...files, made]);
          },
          (error: unknown) =>
            setPending((all) =>
              all.map((other) => (other.key === key ? { ...other, state: 'failed', problem: inWords(error) } : other)),
            ),
        );
      }
    },
    [limit, change],
  );
  const remove = useCallback(
    (key: string) => {
      setPending((all) => all.filter((file) => file.key !== key));
      change((files) => files.filter((file) => file.id !== key));
    },
    [change],
  );
  const files = useMemo(
    () => [...stored.map((file): Attached => shown(file, limit)), ...pending],
    [stored, pending, limit],
  );
  return { files, add, remove };
}

function shown(file: DraftFile, limit: Way['attachments'] | null): Attached {
  const problem = limit && refusalOf({ type: file.mimeType, size: file.sizeBytes }, limit);
  const { id: key, name, sizeBytes } = file;
  return { key, name, sizeBytes, state: problem ? 'failed' : 'stored', stored: file, problem };
}

/** Why a file cannot go this way, or null. */
export function refusalOf(
  file: { readonly type: string; readonly size: number },
  limit: Way['attachments'],
): string | null {
  if (!limit.types.some((type) => isOfType(file.type, type)))
    return t('files.type', { types: limit.types.map((type) => type.replace(/^image\//, '')).join(', ') });
  if (file.size > limit.maxBytes) return t('files.size', { max: bytes(limit.maxBytes) });
  return null;
}
