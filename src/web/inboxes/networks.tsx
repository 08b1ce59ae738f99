import { Popover } from '@base-ui/react/popover';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Check, Minus } from 'lucide-react';
import { Fragment } from 'react';
import type { Abilities, NetworkList } from '../../wire/inboxes.ts';
import { networksQuery } from '../api/queries.ts';
import { NetworkMark } from '../parts/network-mark.tsx';
import { Page } from '../parts/page.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { LoadFailed, Skeleton } from '../parts/states.tsx';
import { type TextKey, t } from '../text/t.ts';

type Network = NetworkList['items'][number];
type Possible = Abilities['hears'][number];
const GROUPS = ['hears', 'acts', 'more'] as const;

/** What each network can do, and why not, as its connector says it. */
export function Networks() {
  const networks = useQuery(networksQuery);
  return (
    <Page title={<Title />} isWide>
      {networks.isPending ? (
        <Skeleton className="h-96" />
      ) : networks.isError ? (
        <LoadFailed what={t('what.channels')} error={networks.error} onRetry={() => void networks.refetch()} />
      ) : (
        <div className="grid gap-6">
          <p className="max-w-[62ch] text-ink-2">{t('networks.about')}</p>
          <Table networks={networks.data.items} />
          <Limits networks={networks.data.items} />
          <NotConnected list={networks.data.notConnected} />
        </div>
      )}
    </Page>
  );
}

function Title() {
  return (
    <>
      <Link
        to="/inboxes"
        aria-label={t('inboxes.back')}
        className="-ms-1.5 grid size-[30px] flex-none place-items-center rounded-small text-ink-2 hover:bg-sunken hover:text-ink max-phone:size-10"
      >
        <ArrowLeft size={18} aria-hidden className="rtl:rotate-180" />
      </Link>
      {t('networks.title')}
    </>
  );
}

function Table({ networks }: { readonly networks: readonly Network[] }) {
  const [first] = networks;
  if (!first) return null;
  return (
    <ScrollTable label={t('networks.title')}>
      <thead>
        <tr>
          <td className="sticky start-0 top-0 z-20 border-b border-line bg-raised" />
          {networks.map(({ channel }) => (
            <th key={channel} scope="col" className="sticky top-0 z-10 border-b border-line bg-raised px-1 py-2.5">
              <span className="flex justify-center">
                <NetworkMark channel={channel} />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      {GROUPS.map((group) => (
        <tbody key={group}>
          <tr>
            <th
              scope="rowgroup"
              className="sticky start-0 z-10 bg-raised px-4 pt-4 pb-1 text-start text-s font-semibold whitespace-nowrap text-ink-3"
            >
              {t(`networks.${group}`)}
            </th>
            <td colSpan={networks.length} />
          </tr>
          {first.abilities[group].map(({ what }) => (
            <tr key={what} className="group/row">
              <th
                scope="row"
                className="sticky start-0 z-10 border-b border-line bg-raised py-1.5 ps-4 pe-3 text-start font-normal whitespace-nowrap group-hover/row:bg-sunken max-phone:max-w-[150px] max-phone:whitespace-normal"
              >
                {t(`ability.${what}` as TextKey)}
              </th>
              {networks.map((network) => (
                <td key={network.channel} className="border-b border-line px-1 text-center group-hover/row:bg-sunken">
                  <Cell network={network} one={network.abilities[group].find((each) => each.what === what)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </ScrollTable>
  );
}

function Cell({ network, one }: { readonly network: Network; readonly one: Possible | undefined }) {
  if (!one) return null;
  if (one.isPossible && one.why === null)
    return (
      <span
        role="img"
        aria-label={t('networks.yes', { name: network.name })}
        className="inline-grid size-7 place-items-center text-accent"
      >
        <Check size={15} aria-hidden strokeWidth={2.5} />
      </span>
    );
  return (
    <Popover.Root>
      <Popover.Trigger
        openOnHover
        delay={150}
        aria-label={t(one.isPossible ? 'networks.partly' : 'networks.no', { name: network.name })}
        className="inline-grid size-7 place-items-center rounded-small text-ink-3 hover:bg-line hover:text-ink max-phone:size-10"
      >
        {one.isPossible ? (
          <span className="flex items-start text-accent">
            <Check size={15} aria-hidden strokeWidth={2.5} />
            <span aria-hidden className="-ms-0.5 text-[11px] leading-none">
              *
            </span>
          </span>
        ) : (
          <Minus size={14} aria-hidden />
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} className="z-40">
          <Popover.Popup className="max-w-[280px] rounded-medium bg-raised px-3 py-2.5 text-start shadow-lift outline-none">
            <p className="font-semibold">{network.name}</p>
            <p className="text-ink-2">{one.why}</p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Limits({ networks }: { readonly networks: readonly Network[] }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-l font-semibold">{t('networks.limits')}</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-3 max-phone:grid-cols-1 max-phone:gap-y-1">
        {networks.map(({ channel, name, abilities }) => (
          <Fragment key={channel}>
            <dt className="flex items-center gap-2 self-start font-medium max-phone:pt-3">
              <NetworkMark channel={channel} />
              {name}
            </dt>
            <dd className="text-ink-2">
              {abilities.limits.join(' ')}{' '}
              <span className="text-ink-3">
                {t(`proof.${abilities.proof.kind}`)}: {abilities.proof.by}
              </span>
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function NotConnected({ list }: { readonly list: NetworkList['notConnected'] }) {
  if (list.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-l font-semibold">{t('networks.notConnected')}</h2>
      <ul className="grid gap-1.5">
        {list.map(({ name, why }) => (
          <li key={name}>
            <span className="font-medium">{name}</span> <span className="text-ink-2">{why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
