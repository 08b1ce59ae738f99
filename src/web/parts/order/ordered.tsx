import '../../text/load-later.ts';
import { Fragment, type ReactNode, useState } from 'react';
import { t } from '../../text/t.ts';
import { Grip } from './grip.tsx';
import { useOrder } from './use-order.ts';

interface One {
  readonly id: string;
  readonly name: string;
}

/** Rows in an order that people give them. */
export function Ordered<Item extends One>({
  label,
  items,
  keep,
  gripClass = 'h-14 w-8 max-phone:w-10',
  className = 'divide-y divide-line rounded-medium border border-line bg-raised',
  children,
}: {
  readonly label?: string;
  readonly items: readonly Item[];
  /** Keeps the order and lets `items` stand in it; it says itself what went wrong. */
  readonly keep: (ids: readonly string[]) => Promise<unknown>;
  readonly gripClass?: string;
  readonly className?: string;
  /** A row: an `li`. `at` counts from 0. */
  readonly children: (item: Item, row: { at: number; isHeld: boolean; grip: ReactNode }) => ReactNode;
}) {
  const [told, setTold] = useState('');
  const byId = new Map(items.map((item) => [item.id, item]));
  const { list, ...by } = useOrder(
    items.map(({ id }) => id),
    keep,
    (id, at) => setTold(t('order.moved', { name: byId.get(id)?.name ?? '', at: at + 1, count: items.length })),
  );
  return (
    <>
      <ul ref={list} aria-label={label} className={className}>
        {by.order.map((id, at) => {
          const item = byId.get(id);
          if (!item) return null;
          const isAlone = items.length < 2;
          const grip = isAlone ? (
            <span className={`flex-none ${gripClass}`} />
          ) : (
            <Grip id={id} name={item.name} by={by} className={gripClass} />
          );
          return <Fragment key={id}>{children(item, { at, isHeld: by.held === id, grip })}</Fragment>;
        })}
      </ul>
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}
