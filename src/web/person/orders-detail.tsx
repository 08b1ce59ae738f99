import { ExternalLink, Link2, Truck, Unlink } from 'lucide-react';
import { useState } from 'react';
import type { Order } from '../../wire/commerce.ts';
import { Button } from '../parts/button.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { moneyWords, placedWords } from './money-words.ts';

const SMALL = '!h-7 !px-2 text-s max-phone:!h-10';
const LINK = 'inline-flex items-center gap-1 text-accent hover:underline max-phone:min-h-10';

/** All that is known of an order, why it is theirs, and what can be done with it. */
export function OrderDetail({
  order,
  isTheirs,
  onLink,
  onUnlink,
}: {
  readonly order: Order;
  readonly isTheirs: boolean;
  readonly onLink: (() => Promise<void>) | undefined;
  readonly onUnlink: (() => Promise<void>) | undefined;
}) {
  const [isBusy, setBusy] = useState(false);
  const { items, parcels, currency, refunded, url, statusUrl, contactId } = order;
  async function run(act: () => Promise<void>) {
    setBusy(true);
    await act();
    setBusy(false);
  }
  return (
    <div className="grid gap-2 px-2.5 pb-2.5 ps-[30px]">
      {items.length > 0 && (
        <ul aria-label={t('orders.items')} className="grid gap-0.5">
          {numbered(items).map(({ item, key }) => (
            <li key={key} className="grid grid-cols-[minmax(0,1fr)_auto] gap-2">
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {item.quantity > 1 && <span className="num text-ink-3">{item.quantity} × </span>}
                {item.name}
              </span>
              {item.price !== null && <span className="num text-ink-2">{moneyWords(item.price, currency)}</span>}
            </li>
          ))}
        </ul>
      )}
      {Number(refunded) > 0 && (
        <p className="num text-warn">{t('orders.refunded', { value: moneyWords(refunded, currency) })}</p>
      )}
      {numbered(parcels).map(({ item: parcel, key }) => (
        <ParcelLine key={key} parcel={parcel} />
      ))}
      {(url || statusUrl) && (
        <p className="flex flex-wrap gap-x-3">
          {url && <Out href={url}>{t('orders.open')}</Out>}
          {statusUrl && <Out href={statusUrl}>{t('orders.status')}</Out>}
        </p>
      )}
      <p className="text-s text-ink-3">{whoseWords(order, isTheirs)}</p>
      {isTheirs && onUnlink && (
        <Button
          look="quiet"
          isBusy={isBusy}
          onClick={() => void run(onUnlink)}
          icon={<Unlink size={12} aria-hidden />}
          className={`-ms-2 justify-self-start ${SMALL}`}
        >
          {t('orders.unlink')}
        </Button>
      )}
      {!isTheirs && contactId === null && onLink && (
        <Button
          look="main"
          isBusy={isBusy}
          onClick={() => void run(onLink)}
          icon={<Link2 size={13} aria-hidden />}
          className={`justify-self-start ${SMALL}`}
        >
          {t('orders.link')}
        </Button>
      )}
    </div>
  );
}

/** Why it is theirs, or what would make it so. */
function whoseWords({ match, contactId, customerName, email, phone }: Order, isTheirs: boolean): string {
  if (isTheirs && match) {
    if (match.by !== 'hand') return t(`orders.because.${match.by}`, { what: match.what ?? '' });
    return match.what ? t('orders.because.hand', { what: match.what }) : t('orders.because.handNobody');
  }
  if (contactId !== null) return t('orders.ofAnother');
  const who = [customerName, email ?? phone].filter(Boolean).join(', ');
  return who ? t('orders.notYet', { who }) : t('orders.notYetNobody');
}

function ParcelLine({
  parcel: { carrier, number, url, expectedAt, deliveredAt, state },
}: {
  readonly parcel: Order['parcels'][number];
}) {
  const now = useNow();
  const named = [carrier, number].filter(Boolean).join(' ');
  const when = deliveredAt
    ? t('orders.arrived', { at: placedWords(deliveredAt, now) })
    : expectedAt
      ? t('orders.expected', { at: placedWords(expectedAt, now) })
      : null;
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
      <Truck
        size={13}
        aria-hidden
        className={`mt-1 flex-none rtl:-scale-x-100 ${state === 'trouble' ? 'text-alarm' : 'text-ink-3'}`}
      />
      <p>
        {url ? (
          <Out href={url}>{named ? t('orders.track', { number: named }) : t('orders.trackNoNumber')}</Out>
        ) : (
          t('orders.parcel', { number: named })
        )}
        <span className="block text-s text-ink-3">{[t(`order.${state}`), when].filter(Boolean).join(', ')}</span>
      </p>
    </div>
  );
}

function Out({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" className={LINK}>
      {children}
      <ExternalLink size={11} aria-hidden className="flex-none" />
    </a>
  );
}

/** They are told in the order of the shop, and read anew together: their place is all that tells two alike apart. */
const numbered = <Item,>(items: readonly Item[]) => items.map((item, at) => ({ item, key: at }));
