import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import type { Order } from '../../wire/commerce.ts';
import { Chip } from '../parts/chip.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { fullWords } from '../time/words.ts';
import { moneyWords, placedWords } from './money-words.ts';
import { OrderDetail } from './orders-detail.tsx';

const TONES: Partial<Record<Order['state'], 'alarm' | 'warn' | 'accent'>> = {
  trouble: 'alarm',
  unpaid: 'warn',
  returning: 'warn',
  out_for_delivery: 'accent',
  delivered: 'accent',
};

/** One order: its number, what became of it, what it cost; opened, all of it. */
export function OrderLine({
  order,
  isTheirs,
  isOpen,
  onOpen,
  onLink,
  onUnlink,
}: {
  readonly order: Order;
  readonly isTheirs: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onLink: (() => Promise<void>) | undefined;
  readonly onUnlink: (() => Promise<void>) | undefined;
}) {
  const now = useNow();
  const { number, state, placedAt, total, currency, items } = order;
  const more = items.length - 1;
  return (
    <Collapsible.Root open={isOpen} onOpenChange={onOpen} render={<li />}>
      <Collapsible.Trigger className="group grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-2 gap-y-0.5 px-2.5 py-2 text-start outline-offset-[-2px] hover:bg-sunken">
        <span className="flex min-w-0 items-center gap-2">
          <ChevronRight
            size={12}
            aria-hidden
            className="flex-none text-ink-3 transition-transform group-data-panel-open:rotate-90 motion-reduce:transition-none rtl:not-group-data-panel-open:rotate-180"
          />
          <b className="num truncate font-semibold">{number}</b>
        </span>
        <span
          className={`num text-end ${state === 'cancelled' || state === 'refunded' ? 'text-ink-3 line-through' : 'font-medium'}`}
        >
          {moneyWords(total, currency)}
        </span>
        <span className="min-w-0 ps-[18px]">
          <Chip tone={TONES[state] ?? 'plain'}>{t(`order.${state}`)}</Chip>
        </span>
        <time
          dateTime={placedAt}
          title={t('orders.placed', { at: fullWords(placedAt) })}
          className="num text-end text-s text-ink-3"
        >
          {placedWords(placedAt, now)}
        </time>
        <span className="col-span-2 truncate ps-5 text-s text-ink-2 group-data-panel-open:hidden">
          {items[0] && `${items[0].quantity > 1 ? `${items[0].quantity} × ` : ''}${items[0].name}`}
          {more > 0 && ` +${more}`}
        </span>
      </Collapsible.Trigger>
      <Collapsible.Panel>
        <OrderDetail order={order} isTheirs={isTheirs} onLink={onLink} onUnlink={onUnlink} />
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
