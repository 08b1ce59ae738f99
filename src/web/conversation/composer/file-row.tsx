import { CircleAlert, FileText, LoaderCircle, X } from 'lucide-react';
import { t } from '../../text/t.ts';
import { bytes } from '../../time/words.ts';
import type { Attached } from './use-files.ts';

export function FileRow({
  files,
  onRemove,
}: {
  readonly files: readonly Attached[];
  readonly onRemove: (key: string) => void;
}) {
  if (files.length === 0) return null;
  return (
    <ul aria-label={t('files.label')} className="flex flex-wrap gap-2 px-4 pb-2">
      {files.map((file) => (
        <li
          key={file.key}
          className={`inline-flex max-w-full items-center gap-2 rounded-s py-1 pr-1 pl-2.5 ${file.state === 'failed' ? 'bg-alarm-soft text-alarm' : 'edge'}`}
        >
          {file.state === 'uploading' ? (
            <LoaderCircle size={14} className="flex-none animate-spin text-ink-3" aria-label={t('files.uploading')} />
          ) : file.state === 'failed' ? (
            <CircleAlert size={14} aria-hidden className="flex-none" />
          ) : (
            <FileText size={14} aria-hidden className="flex-none text-ink-3" />
          )}
          <span className="truncate">{file.name}</span>
          <span className="num flex-none text-s text-ink-3">{file.problem ? '' : bytes(file.sizeBytes)}</span>
          {file.problem && <span className="text-s">{file.problem}</span>}
          <button
            type="button"
            aria-label={t('files.remove', { name: file.name })}
            onClick={() => onRemove(file.key)}
            className="grid size-6 flex-none place-items-center rounded-s hover:bg-sunken"
          >
            <X size={13} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
