import { ScrollArea } from '@base-ui/react/scroll-area';
import type { ReactNode } from 'react';

/** A table that may be larger than its place: it is scrolled by keyboard too, and its first column can stay in sight. */
export function ScrollTable({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ScrollArea.Root className="overflow-hidden rounded-medium border border-line bg-raised">
      <ScrollArea.Viewport role="region" aria-label={label} className="max-h-[70vh]">
        <table className="w-full border-separate border-spacing-0">{children}</table>
      </ScrollArea.Viewport>
      {(['vertical', 'horizontal'] as const).map((orientation) => (
        <ScrollArea.Scrollbar
          key={orientation}
          orientation={orientation}
          className="z-30 flex data-[orientation=horizontal]:h-2 data-[orientation=horizontal]:flex-col data-[orientation=vertical]:w-2"
        >
          <ScrollArea.Thumb className="flex-1 rounded-full bg-edge" />
        </ScrollArea.Scrollbar>
      ))}
    </ScrollArea.Root>
  );
}
