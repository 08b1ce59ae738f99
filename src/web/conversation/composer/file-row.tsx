import { CircleAlert, FileText, LoaderCircle, X } from 'lucide-react';
import { INPUT } from '../../parts/field.tsx';
import { t } from '../../text/t.ts';
import { bytes } from '../../time/words.ts';
import type { Attached } from './use-files.ts';

export function FileRow({
  files,
  hasAlt,
  onDescribe,
  onRemove,
}: {
  readonly files: readonly Attached[];
  /** The network passes on what a picture shows. */
  readonly hasAlt: boolean;
  readonly onDescribe: (key: string, alt: string) => void;
  readonly onRemove: (key: string) => void;
}) {
  if (files.length === 0) return null;
  return (
    <ul aria-label={t('files.label')} className="flex max-h-[24vh] flex-wrap gap-2 overflow-auto px-4 pb-2">
      {files.map((file) => (
        <li
          key={file.key}
          className={`inline-flex max-w-full items-center gap-2 rounded-small py-1 ps-1.5 pe-1 ${file.state === 'failed' ? 'bg-alarm-soft text-alarm' : 'edge'}`}
        >
          <Mark file={file} />
          <span className="min-w-0">
            <span className="block max-w-[220px] truncate">{file.name}</span>
            <span className="num block text-s text-ink-3">
              {file.problem ? <span className="text-alarm">{file.problem}</span> : bytes(file.sizeBytes)}
            </span>
            {hasAlt && file.stored?.mimeType.startsWith('image/') && (
              <input
                value={file.stored.alt ?? ''}
                maxLength={2_000}
                dir="auto"
                aria-label={t('files.alt', { name: file.name })}
                placeholder={t('files.altPlaceholder')}
                onChange={(event) => onDescribe(file.key, event.target.value)}
                className={`${INPUT} my-1 !py-0.5`}
              />
            )}
          </span>
          <button
            type="button"
            aria-label={t('files.remove', { name: file.name })}
            onClick={() => onRemove(file.key)}
            className="grid size-6 flex-none place-items-center rounded-small text-ink-3 hover:bg-sunken hover:text-ink max-phone:size-10"
          >
            <X size={13} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Mark({ file }: { readonly file: Attached }) {
  const box = 'grid size-9 flex-none place-items-center overflow-hidden rounded-small bg-sunken text-ink-3';
  if (file.stored?.mimeType.startsWith('image/'))
    return <img src={`/media/${file.stored.id}`} alt="" className={`${box} object-cover`} />;
  return (
    <span className={box}>
      {file.state === 'uploading' ? (
        <LoaderCircle size={16} className="animate-spin motion-reduce:animate-none" aria-label={t('files.uploading')} />
      ) : file.state === 'failed' ? (
        <CircleAlert size={16} aria-hidden className="text-alarm" />
      ) : (
        <FileText size={16} aria-hidden />
      )}
    </span>
  );
}
