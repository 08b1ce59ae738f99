import '../text/load-later.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Order, OrdersBeside } from '../../wire/commerce.ts';
import type { ConversationDetail } from '../../wire/conversations.ts';
import { inWords } from '../api/call.ts';
import { useMe } from '../frame/use-me.ts';
import { buttonClass } from '../parts/button.tsx';
import { LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { moneyWords } from './money-words.ts';
import { FindOrder } from './orders-find.tsx';
import { OrderLine } from './orders-line.tsx';
import { Mentioned } from './orders-mentioned.tsx';
import { askShops, linkOrder, ordersQuery, unlinkOrder } from './orders-query.ts';
import { Part } from './part.tsx';

/** So many are seen at once; the newest are asked about. */
const SHOWN = 3;

/** What this person bought, and the orders they speak of. */
export default function Orders({
  detail,
  mayWork,
}: {
  readonly detail: ConversationDetail;
  readonly mayWork: boolean;
}) {
  const { id } = detail.conversation;
  const beside = useQuery(ordersQuery(id));
  return (
    <Part name="orders" count={beside.data?.orders.length ?? 0}>
      {beside.data ? (
        <Bought key={id} id={id} beside={beside.data} mayWork={mayWork} />
      ) : beside.isError ? (
        <LoadFailed what={t('orders.what')} error={beside.error} onRetry={() => void beside.refetch()} />
      ) : (
        <Loading label={t('orders.loading')}>
          <div className="grid gap-2 py-1">
            <Skeleton className="h-3 w-2/3" />
            <Skeleton className="h-3 w-1/2" />
          </div>
        </Loading>
      )}
    </Part>
  );
}

function Bought({
  id,
  beside,
  mayWork,
}: {
  readonly id: string;
  readonly beside: OrdersBeside;
  readonly mayWork: boolean;
}) {
  const client = useQueryClient();
  const [isAll, setAll] = useState(false);
  /** Orders that somebody asked for and that are nobody's yet. */
  const [found, setFound] = useState<readonly Order[]>([]);
  const [open, setOpen] = useState<string | null>(null);
  const { orders, mentioned, shops } = beside;
  const refresh = () => client.invalidateQueries({ queryKey: ['orders', id] });

  async function run(act: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await act();
      setFound([]);
      say({ title: done });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
    await refresh();
  }
  async function find(number?: string): Promise<void> {
    try {
      const answer = await askShops(id, number);
      await refresh();
      setFound(answer.orders);
      setOpen(answer.orders[0]?.id ?? null);
      setAll(true);
      say({ title: t('orders.found', { count: answer.orders.length }), detail: answer.troubles.join(' ') });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
  }

  if (shops.length === 0 && orders.length === 0) return <NoShop />;
  const theirs = new Set(orders.map((order) => order.id));
  const spoken = mentioned.flatMap((one) => one.orders);
  const others = [...new Map([...found, ...spoken].map((order) => [order.id, order])).values()].filter(
    (order) => !theirs.has(order.id) && (found.includes(order) || order.id === open),
  );
  const isHidden = (order: Order, at: number) => !isAll && at >= SHOWN && order.id !== open;
  const shown = orders.filter((order, at) => !isHidden(order, at));
  const line = (order: Order) => (
    <OrderLine
      key={order.id}
      order={order}
      isTheirs={theirs.has(order.id)}
      isOpen={open === order.id}
      onOpen={(isOpen) => setOpen(isOpen ? order.id : null)}
      onLink={
        mayWork ? () => run(() => linkOrder(id, order.id), t('orders.linked', { number: order.number })) : undefined
      }
      onUnlink={
        mayWork ? () => run(() => unlinkOrder(id, order.id), t('orders.unlinked', { number: order.number })) : undefined
      }
    />
  );
  const troubled = shops.find(({ state }) => state !== 'connected');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {troubled && (
        <p className="rounded-small bg-warn-soft px-2.5 py-1.5 text-s text-warn">
          {t('orders.trouble', { shop: troubled.name })}
        </p>
      )}
      <Sums beside={beside} />
      {mentioned.length > 0 && (
        <Mentioned
          mentioned={mentioned}
          theirs={theirs}
          open={open}
          onShow={setOpen}
          onAsk={mayWork ? find : undefined}
        />
      )}
      {others.length > 0 && (
        <ul className="divide-y divide-line rounded-small border border-dashed border-edge">{others.map(line)}</ul>
      )}
      {orders.length > 0 ? (
        <ul className="divide-y divide-line rounded-small border border-line">{shown.map(line)}</ul>
      ) : (
        <p className="text-ink-3">
          {shops.some(({ isReading }) => isReading) ? t('orders.noneReading') : t('orders.none')}
        </p>
      )}
      {shown.length < orders.length && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="justify-self-start rounded-small text-s text-ink-3 hover:text-ink max-phone:min-h-10"
        >
          {t('orders.more', { count: orders.length - shown.length })}
        </button>
      )}
      {mayWork && shops.length > 0 && <FindOrder onFind={find} />}
    </div>
  );
}

/** In the workspace's money; what was paid in another stands below it, and is not added to it. */
function Sums({ beside: { sums, currency } }: { readonly beside: OrdersBeside }) {
  const first = sums.find((sum) => sum.currency === currency) ?? sums[0];
  if (!first) return null;
  return (
    <p className="num text-ink-2">
      <b className="font-semibold text-ink">
        {t('orders.sum', { count: first.count, value: moneyWords(first.value, first.currency) })}
      </b>
      {sums.map(
        (sum) =>
          sum !== first && (
            <span key={sum.currency} className="block text-s text-ink-3">
              {t('orders.sumElse', { count: sum.count, value: moneyWords(sum.value, sum.currency) })}
            </span>
          ),
      )}
    </p>
  );
}

function NoShop() {
  const mayConnect = useMe().acts.includes('inboxes.manage');
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-ink-3">
        {t('orders.noShop')}. {t('orders.noShopAbout')}
      </p>
      {mayConnect && (
        <Link to="/settings/$page" params={{ page: 'shops' }} className={buttonClass('plain')}>
          {t('orders.connect')}
        </Link>
      )}
    </div>
  );
}
