import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { type ReactNode, useCallback, useState } from 'react';
import { t } from '../text/t.ts';
import { Button } from './button.tsx';
import { DialogActs } from './dialog.tsx';

export interface Question {
  readonly title: string;
  /** What will happen, in words; what stays. */
  readonly about: ReactNode;
  readonly act: string;
  /** It takes something away. */
  readonly isGrave?: boolean;
  readonly cancel?: string;
}
interface Asked extends Question {
  readonly answer: (isYes: boolean) => void;
}

/** Asks once before something that is hard to take back: `if (await ask({...})) ...`, and `{asked}` somewhere in the page. */
export function useConfirm(): readonly [(question: Question) => Promise<boolean>, ReactNode] {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isOpen, setOpen] = useState(false);
  const ask = useCallback(
    (question: Question) =>
      new Promise<boolean>((resolve) => {
        setAsked({ ...question, answer: resolve });
        setOpen(true);
      }),
    [],
  );
  const close = (isYes: boolean) => {
    setOpen(false);
    asked?.answer(isYes);
  };
  return [ask, asked && <Confirm asked={asked} isOpen={isOpen} onClose={close} />];
}

function Confirm({
  asked,
  isOpen,
  onClose,
}: {
  readonly asked: Asked;
  readonly isOpen: boolean;
  readonly onClose: (isYes: boolean) => void;
}) {
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => !open && onClose(false)}>
      <Base.Portal>
        <Base.Backdrop
          forceRender
          className="fixed inset-0 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0"
        />
        <Base.Popup
          data-takes-keys
          className="fixed top-1/2 left-1/2 w-[calc(100vw-32px)] max-w-[420px] -translate-x-1/2 -translate-y-1/2 rounded-large bg-raised p-5 shadow-lift outline-none transition-[opacity,scale] duration-150 data-ending-style:scale-[.98] data-ending-style:opacity-0 data-starting-style:scale-[.98] data-starting-style:opacity-0"
        >
          <Base.Title className="text-xl font-semibold tracking-[-.01em]">{asked.title}</Base.Title>
          <Base.Description render={<div />} className="mt-1 text-l text-ink-2">
            {asked.about}
          </Base.Description>
          <DialogActs>
            <Button onClick={() => onClose(false)}>{asked.cancel ?? t('dialog.cancel')}</Button>
            <Button look={asked.isGrave ? 'alarm' : 'main'} onClick={() => onClose(true)}>
              {asked.act}
            </Button>
          </DialogActs>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
