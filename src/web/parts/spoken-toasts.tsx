import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { t } from '../text/t.ts';
import { takeWords, whenSaid } from './toasts.tsx';

const BAD_MS = 9_000;
const GOOD_MS = 3_500;
const manager = Toast.createToastManager();

function show(): void {
  for (const { title, detail, isBad, act, forMs } of takeWords()) {
    const id = manager.add({
      title,
      ...(detail === undefined ? {} : { description: detail }),
      type: isBad ? 'bad' : 'good',
      priority: isBad ? 'high' : 'low',
      timeout: forMs ?? (isBad ? BAD_MS : GOOD_MS),
      ...(act === undefined
        ? {}
        : {
            actionProps: {
              children: (
                <>
                  {act.label}
                  {act.shortcut && <kbd className="text-ink-3 max-desk:hidden">{act.shortcut}</kbd>}
                </>
              ),
              ...(act.shortcut === undefined ? {} : { 'aria-keyshortcuts': act.shortcut }),
              onClick: () => {
                manager.close(id);
                act.run();
              },
            },
          }),
    });
  }
}

export function SpokenToasts() {
  useEffect(() => {
    show();
    return whenSaid(show);
  }, []);
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed start-1/2 top-[60px] z-50 flex w-[min(360px,calc(100vw-24px))] -translate-x-1/2 flex-col rtl:translate-x-1/2 gap-2 desk:start-auto desk:end-2 desk:top-auto desk:bottom-2 desk:w-[256px] desk:translate-x-0 rtl:desk:translate-x-0">
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function List() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={`w-full rounded-medium border-s-[3px] bg-raised py-2.5 ps-4 pe-2 shadow-lift transition-[opacity,translate] duration-200 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0 ${toast.type === 'bad' ? 'border-alarm' : 'border-accent'}`}
    >
      <Toast.Content className="flex items-start gap-2">
        <div className="min-w-0 flex-1 py-[3px]">
          <Toast.Title className="font-semibold" />
          <Toast.Description className="text-ink-2" />
        </div>
        <Toast.Action className="edge inline-flex h-[26px] flex-none items-center gap-1.5 rounded-small px-2 font-medium hover:bg-sunken max-phone:h-10" />
        <Toast.Close
          aria-label={t('dialog.close')}
          className="grid size-[26px] flex-none place-items-center rounded-small text-ink-3 hover:bg-sunken hover:text-ink max-phone:size-10"
        >
          <X size={14} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
