import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { ConnectedShop, ShopForm as Kept, MadeShop, ShopKind } from '../../../wire/commerce.ts';
import { call } from '../../api/call.ts';
import { emptyForm, type Filled, keptForm } from '../../inboxes/filled-in.ts';
import { Field } from '../../parts/field.tsx';
import { useSave } from '../../parts/form.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Select } from '../../parts/select.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { askedOf, givenOf, missingOf } from './asked.ts';
import { shopFormQuery, shopKindsQuery } from './queries.ts';
import { ShopCredentials } from './shop-credentials.tsx';

type Made = z.infer<typeof MadeShop>;

/** Connects a shop, or gives one other credentials; the shop is asked before anything is kept. */
export function ShopForm({ shop, onClose }: { readonly shop: ConnectedShop | null; readonly onClose: () => void }) {
  const isChange = shop !== null;
  const kinds = useQuery(shopKindsQuery);
  const kept = useQuery({ ...shopFormQuery(shop?.id ?? ''), enabled: isChange });
  const refresh = useRefresh('shops', 'orders');
  const save = useSave();
  const [chosen, setChosen] = useState(shop?.kind ?? 'shopify');
  const [form, setForm] = useState<Filled | null>(null);
  const [way, setWay] = useState<string | null>(null);
  const kind = kinds.data?.find((one) => one.kind === chosen);
  const goneBy = way ?? kept.data?.set ?? kind?.sets[0]?.key ?? null;
  const asked = kind ? askedOf(kind, goneBy) : { always: [], byWay: [] };
  const shown = form ?? (kind ? startOf(kind, kept.data) : {});
  const secrets = kept.data?.secrets ?? [];
  async function submit() {
    if (!kind || (isChange && !kept.data)) return;
    const missing = missingOf(asked, shown, secrets);
    if (missing.length > 0)
      return save.refuse(
        missing.map(({ name, label }) => ({ field: name, words: t('field.missing', { field: label }) })),
      );
    const credentials = givenOf(kind, asked, shown, isChange);
    const made = await save.run(() =>
      shop
        ? call<Made>('PATCH', `/api/shops/${shop.id}`, { credentials })
        : call<Made>('POST', '/api/shops', { kind: kind.kind, credentials }),
    );
    if (!made) return;
    const { name } = made.shop;
    say({ title: t(isChange ? 'shops.changed' : 'shops.connected', { name }), detail: made.detail });
    void refresh();
    onClose();
  }
  return (
    <FormDialog
      title={shop ? t('shops.changeTitle', { name: shop.name }) : t('shops.add')}
      act={shop ? t('settings.save') : t('shops.add')}
      save={save}
      fields={[...asked.always, ...asked.byWay].map(({ name }) => name)}
      isDirty={form !== null || way !== null}
      isWide
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Loaded query={kinds} what={t('what.shops')}>
        {(items) => (
          <>
            {!isChange && (
              <Field label={t('shops.kind')}>
                {({ id }) => (
                  <Select
                    id={id}
                    label={t('shops.kind')}
                    value={chosen}
                    options={items.map((one) => ({ value: one.kind, label: one.name }))}
                    onChange={(next) => {
                      setChosen(next);
                      setForm(null);
                      setWay(null);
                      save.clear();
                    }}
                  />
                )}
              </Field>
            )}
            {isChange && !kept.data ? (
              <Loaded query={kept} what={t('what.credentials')}>
                {() => null}
              </Loaded>
            ) : (
              kind && (
                <>
                  <ShopCredentials
                    kind={kind}
                    asked={asked}
                    way={goneBy}
                    onWay={(next) => {
                      setWay(next);
                      save.clear();
                    }}
                    form={shown}
                    isChange={isChange}
                    kept={secrets}
                    problemAt={save.at}
                    onChange={(name, value) => setForm({ ...shown, [name]: value })}
                  />
                  <Cannot kind={kind} />
                </>
              )
            )}
          </>
        )}
      </Loaded>
    </FormDialog>
  );
}

const startOf = ({ fields }: ShopKind, kept: Kept | undefined): Filled =>
  kept ? keptForm(fields, kept.values) : emptyForm(fields);

function Cannot({ kind }: { readonly kind: ShopKind }) {
  return (
    <details className="text-s text-ink-2">
      <summary className="cursor-pointer max-phone:min-h-10">{t('shops.cannot')}</summary>
      <ul className="mt-1 grid gap-1">
        {kind.cannot.map(({ what, why }) => (
          <li key={what}>
            <b className="font-medium">{what}.</b> {why}
          </li>
        ))}
      </ul>
    </details>
  );
}
