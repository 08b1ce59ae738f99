import { Dialog } from '@base-ui/react/dialog';
import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { t } from '../../text/t.ts';
import { bytes } from '../../time/words.ts';
import type { Stored } from './kinds.ts';
import { ZoomedPicture } from './zoomed-picture.tsx';

const ZOOMS = [1, 1.5, 2, 3, 4] as const;

/** A picture as large as the screen lets it: arrows go on, + - 0 zoom, D downloads, Escape closes. */
export function Lightbox({
  pictures,
  start,
  onClose,
}: {
  readonly pictures: readonly Stored[];
  readonly start: number;
  readonly onClose: () => void;
}) {
  const [at, setAt] = useState(start);
  const [zoom, setZoom] = useState(0);
  const picture = pictures[at];
  if (!picture) return null;
  const { url, name, attachment } = picture;
  const go = (by: number) => {
    setAt((at + by + pictures.length) % pictures.length);
    setZoom(0);
  };
  const zoomBy = (by: number) => setZoom((old) => Math.min(ZOOMS.length - 1, Math.max(0, old + by)));
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowRight') go(1);
    else if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === '+' || event.key === '=') zoomBy(1);
    else if (event.key === '-') zoomBy(-1);
    else if (event.key === '0') setZoom(0);
    else if (event.key === 'd') download(url, name);
    else return;
    event.preventDefault();
  };
  const note = [
    pictures.length > 1 ? t('lightbox.place', { at: at + 1, of: pictures.length }) : null,
    attachment.sizeBytes === null ? null : bytes(attachment.sizeBytes),
  ].filter((part) => part !== null);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 bg-sunken" />
        <Dialog.Popup
          data-takes-keys
          onKeyDown={press}
          className="fixed inset-0 flex flex-col bg-sunken text-ink outline-none"
        >
          <div className="flex h-[52px] flex-none items-center gap-1 px-3">
            <Dialog.Title className="truncate ps-2 font-medium">{name}</Dialog.Title>
            <span aria-live="polite" className="num me-auto flex-none ps-2 text-ink-3">
              {note.join(' · ')}
            </span>
            <Tool label={t('lightbox.smaller')} isOff={zoom === 0} onUse={() => zoomBy(-1)}>
              <ZoomOut size={17} aria-hidden />
            </Tool>
            <Tool label={t('lightbox.larger')} isOff={zoom === ZOOMS.length - 1} onUse={() => zoomBy(1)}>
              <ZoomIn size={17} aria-hidden />
            </Tool>
            <Tool label={t('lightbox.download')} onUse={() => download(url, name)}>
              <Download size={17} aria-hidden />
            </Tool>
            <Dialog.Close aria-label={t('dialog.close')} className={TOOL}>
              <X size={18} aria-hidden />
            </Dialog.Close>
          </div>
          <div className="relative min-h-0 flex-1">
            <ZoomedPicture
              key={url}
              url={url}
              alt={attachment.alt ?? name}
              zoom={ZOOMS[zoom] ?? 1}
              onToggle={() => setZoom(zoom === 0 ? 2 : 0)}
            />
            {pictures.length > 1 && (
              <>
                <Tool
                  label={t('lightbox.previous')}
                  className="absolute start-3 top-1/2 -translate-y-1/2 bg-raised shadow-lift"
                  onUse={() => go(-1)}
                >
                  <ChevronLeft size={20} aria-hidden className="rtl:rotate-180" />
                </Tool>
                <Tool
                  label={t('lightbox.next')}
                  className="absolute end-3 top-1/2 -translate-y-1/2 bg-raised shadow-lift"
                  onUse={() => go(1)}
                >
                  <ChevronRight size={20} aria-hidden className="rtl:rotate-180" />
                </Tool>
              </>
            )}
          </div>
          {attachment.alt && <p className="flex-none px-5 py-3 text-center text-ink-2">{attachment.alt}</p>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const TOOL =
  'grid size-10 flex-none place-items-center rounded-small text-ink-2 hover:bg-line hover:text-ink disabled:opacity-40';

function Tool({
  label,
  isOff,
  onUse,
  className,
  children,
}: {
  readonly label: string;
  readonly isOff?: boolean;
  readonly onUse: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onUse}
      className={`${TOOL} ${className ?? ''}`}
    >
      {children}
    </button>
  );
}

function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
