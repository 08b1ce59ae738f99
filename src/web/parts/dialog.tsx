import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../text/t.ts';

/** A sheet over the page. Escape and the cross close it; the focus goes back to where it was. */
export function Dialog({
  isOpen,
  onClose,
  title,
  about,
  isWide,
  isHuge,
  children,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly about?: ReactNode;
  readonly isWide?: boolean;
  readonly isHuge?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          data-takes-keys
          className={`fixed top-1/2 left-1/2 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 flex-col overflow-hidden rounded-large bg-raised shadow-lift outline-none transition-[opacity,scale] duration-150 data-ending-style:scale-[.98] data-ending-style:opacity-0 data-starting-style:scale-[.98] data-starting-style:opacity-0 ${isHuge ? 'max-w-[1000px]' : isWide ? 'max-w-[640px]' : 'max-w-[460px]'}`}
        >
          <div className="ps-5 pe-12 pt-4 pb-1">
            <div>
              <Base.Title className="text-xl font-semibold tracking-[-.01em]">{title}</Base.Title>
              {about && <Base.Description className="mt-0.5 text-ink-2">{about}</Base.Description>}
            </div>
          </div>
          <div className="overflow-auto px-5 pt-2 pb-5">{children}</div>
          {/* Last, so that the keyboard begins with what the dialog is about. */}
          <Base.Close
            aria-label={t('dialog.close')}
            className="absolute end-3 top-3.5 grid size-[30px] place-items-center rounded-small text-ink-2 max-phone:end-2 max-phone:top-2 max-phone:size-10 hover:bg-sunken hover:text-ink"
          >
            <X size={16} aria-hidden />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The row of buttons at the end of a dialog. */
export function DialogActs({ children }: { readonly children: ReactNode }) {
  return <div className="mt-4 flex flex-wrap justify-end gap-2">{children}</div>;
}
