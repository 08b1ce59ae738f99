import { useCallback, useState } from 'react';
import type { Way } from '../../../wire/conversations.ts';
import { type Uploaded, upload } from '../../api/acts.ts';
import { inWords } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { t } from '../../text/t.ts';
import { bytes } from '../../time/words.ts';

export interface Attached {
  readonly key: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly state: 'uploading' | 'stored' | 'failed';
  readonly stored: Uploaded | null;
  readonly problem: string | null;
}

/** Files that go with the next message: checked against the network's limits, then stored on the server at once. */
export function useFiles() {
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const change = useCallback(
    (key: string, next: Partial<Attached>) =>
      setFiles((all) => all.map((file) => (file.key === key ? { ...file, ...next } : file))),
    [],
  );
  const add = useCallback(
    (given: readonly File[], limit: Way['attachments']) => {
      for (const file of given) {
        const key = newId();
        const problem = refusalOf(file, limit);
        setFiles((all) => [
          ...all,
          {
            key,
            name: file.name,
            sizeBytes: file.size,
            state: problem ? 'failed' : 'uploading',
            stored: null,
            problem,
          },
        ]);
        if (problem) continue;
        upload(file).then(
          (stored) => change(key, { state: 'stored', stored }),
          (error: unknown) => change(key, { state: 'failed', problem: inWords(error) }),
        );
      }
    },
    [change],
  );
  const remove = useCallback((key: string) => setFiles((all) => all.filter((file) => file.key !== key)), []);
  const clear = useCallback(() => setFiles([]), []);
  return { files, add, remove, clear, setFiles };
}

/** Why a file cannot go this way, or null. */
export function refusalOf(
  file: { readonly type: string; readonly size: number },
  limit: Way['attachments'],
): string | null {
  if (!limit.types.some((type) => fits(file.type, type)))
    return t('files.type', { types: limit.types.map((type) => type.replace(/^image\//, '')).join(', ') });
  if (file.size > limit.maxBytes) return t('files.size', { max: bytes(limit.maxBytes) });
  return null;
}

function fits(type: string, pattern: string): boolean {
  if (pattern === '*/*') return true;
  return pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}
