import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ShopList } from '../../../wire/commerce.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/select.tsx';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Lines, Setting, Sheet } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';
import { shopsQuery } from './queries.ts';
import { ShopForm } from './shop-form.tsx';
import { ShopLine } from './shop-line.tsx';

/** Shops whose orders stand beside what their customers write. */
export default function Shops() {
  const shops = useQuery(shopsQuery);
  const [isMaking, setMaking] = useState(false);
  const add = (
    <Button look="main" icon={<Plus size={14} aria-hidden />} onClick={() => setMaking(true)}>
      {t('shops.add')}
    </Button>
  );
  return (
    <Sheet title={t('page.shops')} about={t('shops.about')} acts={add}>
      <Loaded query={shops} what={t('what.shops')}>
        {(list) => (
          <>
            {list.items.length === 0 ? (
              <Empty title={t('shops.none')} act={add}>
                {t('shops.noneAbout')}
              </Empty>
            ) : (
              <Lines label={t('page.shops')}>
                {list.items.map((shop) => (
                  <ShopLine key={shop.id} shop={shop} />
                ))}
              </Lines>
            )}
            {list.currency !== null && <Currency list={list} currency={list.currency} />}
          </>
        )}
      </Loaded>
      {isMaking && <ShopForm shop={null} onClose={() => setMaking(false)} />}
    </Sheet>
  );
}

function Currency({ list, currency }: { readonly list: ShopList; readonly currency: string }) {
  const settle = useSettle('shops', 'orders');
  const codes = [...new Set([currency, ...list.currencies])].sort();
  return (
    <Lines>
      <Setting title={t('shops.currency')} help={t('shops.currencyHelp')}>
        <Select
          label={t('shops.currency')}
          value={currency}
          options={codes.map((code) => ({ value: code, label: code }))}
          onChange={(next) =>
            void settle('PUT', '/api/shops/currency', { currency: next }, t('shops.currencyKept', { currency: next }))
          }
        />
      </Setting>
    </Lines>
  );
}
