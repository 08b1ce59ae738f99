import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { ConnectedShop, MadeShop, ShopKind } from '../../../wire/commerce.ts';
import { call } from '../../api/call.ts';
import { CredentialForm } from '../../inboxes/credential-form.tsx';
import { emptyForm, type Filled, filledIn } from '../../inboxes/filled-in.ts';
import { Field } from '../../parts/field.tsx';
import { useSave } from '../../parts/form.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Select } from '../../parts/select.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { shopKindsQuery } from './queries.ts';

type Made = z.infer<typeof MadeShop>;

/** Connects a shop, or gives one other credentials; the shop is asked before anything is kept. */
export function ShopForm({ shop, onClose }: { readonly shop: ConnectedShop | null; readonly onClose: () => void }) {
  const kinds = useQuery(shopKindsQuery);
  const refresh = useRefresh('shops', 'orders');
  const save = useSave();
  const [chosen, setChosen] = useState(shop?.kind ?? 'shopify');
  const [form, setForm] = useState<Filled | null>(null);
  const kind = kinds.data?.find((one) => one.kind === chosen);
  const isChange = shop !== null;
  const shown = form ?? (kind ? emptyForm(kind.fields) : {});
  async function submit() {
    if (!kind) return;
    const credentials = filledIn(kind.fields, shown, isChange);
    // What is left empty stays as it was.
    const given = isChange
      ? Object.fromEntries(Object.entries(credentials).filter(([, value]) => value !== ''))
      : credentials;
    const made = await save.run(() =>
      shop
        ? call<Made>('PATCH', `/api/shops/${shop.id}`, { credentials: given })
        : call<Made>('POST', '/api/shops', { kind: kind.kind, credentials: given }),
    );
    if (!made) return;
    const { name } = made.shop;
    say({ title: t(isChange ? 'shops.changed' : 'shops.connected', { name }), detail: made.detail });
    void refresh();
    onClose();
  }
  const wrong = kind?.fields.find(({ name }) => save.at(name));
  return (
    <FormDialog
      title={shop ? t('shops.changeTitle', { name: shop.name }) : t('shops.add')}
      act={shop ? t('settings.save') : t('shops.add')}
      save={save}
      fields={kind?.fields.map(({ name }) => name) ?? []}
      isDirty={form !== null}
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
                    }}
                  />
                )}
              </Field>
            )}
            {kind && (
              <>
                <CredentialForm
                  fields={kind.fields}
                  form={shown}
                  isChange={isChange}
                  problem={wrong ? { field: wrong.name, words: save.at(wrong.name) ?? '' } : null}
                  onChange={(name, value) => setForm({ ...shown, [name]: value })}
                />
                <Cannot kind={kind} />
              </>
            )}
          </>
        )}
      </Loaded>
    </FormDialog>
  );
}

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
