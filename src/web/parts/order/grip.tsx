import type { BaseUIEvent } from '@base-ui/react';
import { GripVertical } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { t } from '../../text/t.ts';
import { Menu } from '../menu.tsx';
import { MoveItems } from './move-items.tsx';
import type { Order } from './use-order.ts';

/** Moves its row: dragged, by the arrow keys, or by the choices that a press on it opens. */
export function Grip({
  id,
  name,
  by: { order, held, move, wasPressed, hearKey, gripOf },
  className,
}: {
  readonly id: string;
  readonly name: string;
  readonly by: Order;
  /** Its size. */
  readonly className: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useRef(false);
  return (
    <Menu
      align="start"
      isOpen={isOpen}
      // A press may become a drag: only its end opens.
      onOpenChange={(open) => !open && setOpen(false)}
      trigger={
        <button
          type="button"
          aria-label={t('order.grip', { name })}
          onPointerDownCapture={() => {
            wasOpen.current = isOpen;
          }}
          onClick={({ detail }) => (detail === 0 || wasPressed()) && setOpen(!(detail > 0 && wasOpen.current))}
          className={`grid flex-none touch-none place-items-center rounded-small text-ink-3 hover:text-ink ${held === id ? 'cursor-grabbing' : 'cursor-grab'} ${className}`}
          {...gripOf(id)}
          onKeyDown={(event: KeyboardEvent & Partial<BaseUIEvent<KeyboardEvent>>) => {
            // The menu would take arrows for its own.
            if (hearKey(id, event)) event.preventBaseUIHandler?.();
          }}
        >
          <GripVertical size={15} aria-hidden />
        </button>
      }
    >
      <MoveItems at={order.indexOf(id)} count={order.length} onMove={(to) => move(id, to)} />
    </Menu>
  );
}
