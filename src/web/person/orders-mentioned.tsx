import { Package, Search } from 'lucide-react';
import { useState } from 'react';
import type { Mention } from '../../wire/commerce.ts';
import { t } from '../text/t.ts';

const CHIP =
  'inline-flex min-h-[24px] max-w-full items-center gap-1 rounded-full border px-2 text-s hover:border-edge aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent max-phone:min-h-10 max-phone:px-3 disabled:opacity-55';

/** Order numbers in what the customer wrote: one that is known opens here, another is asked for. */
export function Mentioned({
  mentioned,
  theirs,
  open,
  onShow,
  onAsk,
}: {
  readonly mentioned: readonly Mention[];
  readonly theirs: ReadonlySet<string>;
  readonly open: string | null;
  readonly onShow: (order: string | null) => void;
  readonly onAsk: ((number: string) => Promise<void>) | undefined;
}) {
  const [busy, setBusy] = useState<string | null>(null);
  async function ask(number: string) {
    setBusy(number);
    await onAsk?.(number);
    setBusy(null);
  }
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <span className="text-s text-ink-3">{t('orders.mentioned')}</span>
      {mentioned.map(({ number, orders }) => {
        const [order] = orders;
        if (order) {
          const isOpen = open === order.id;
          return (
            <button
              key={number}
              type="button"
              aria-pressed={isOpen}
              aria-label={t('orders.showOne', { number: order.number })}
              onClick={() => onShow(isOpen ? null : order.id)}
              className={`${CHIP} ${theirs.has(order.id) ? 'border-line text-ink' : 'border-dashed border-edge text-ink'}`}
            >
              <Package size={12} aria-hidden className="flex-none text-ink-3" />
              <span className="num truncate">{order.number}</span>
            </button>
          );
        }
        if (!onAsk) return null;
        return (
          <button
            key={number}
            type="button"
            disabled={busy !== null}
            aria-busy={busy === number || undefined}
            aria-label={t('orders.askFor', { number })}
            title={t('orders.askFor', { number })}
            onClick={() => void ask(number)}
            className={`${CHIP} border-dashed border-edge text-ink-2`}
          >
            <Search size={12} aria-hidden className="flex-none text-ink-3" />
            <span className="num truncate">{number}</span>
          </button>
        );
      })}
    </div>
  );
}
