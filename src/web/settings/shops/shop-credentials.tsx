import type { ShopKind } from '../../../wire/commerce.ts';
import { CredentialForm } from '../../inboxes/credential-form.tsx';
import type { Filled } from '../../inboxes/filled-in.ts';
import { ChoiceCards } from '../../parts/choice-cards.tsx';
import { t } from '../../text/t.ts';
import type { Asked } from './asked.ts';

/** What a shop is asked with: what each way needs, then either this way in or another with what that one needs. */
export function ShopCredentials({
  kind: { sets },
  asked: { always, byWay },
  way,
  onWay,
  ...form
}: {
  readonly kind: ShopKind;
  readonly asked: Asked;
  readonly way: string | null;
  readonly onWay: (way: string) => void;
  readonly form: Filled;
  readonly isChange: boolean;
  /** Names of the secrets that are kept. */
  readonly kept: readonly string[];
  readonly problemAt: (name: string) => string | null;
  readonly onChange: (name: string, value: string | boolean) => void;
}) {
  const byKey = (key: string) => sets.find((one) => one.key === key);
  return (
    <>
      <CredentialForm fields={always} isMarked={sets.length > 0} {...form} />
      {sets.length > 1 && (
        <div className="grid gap-1">
          <span aria-hidden className="font-medium">
            {t('shops.ways')}
          </span>
          <ChoiceCards
            label={t('shops.ways')}
            values={sets.map(({ key }) => key)}
            value={way ?? ''}
            name={(key) => t(key === sets[0]?.key ? 'shops.either' : 'shops.or', { way: byKey(key)?.label })}
            about={(key) => byKey(key)?.about ?? ''}
            className="phone:grid-cols-2"
            onChange={onWay}
          />
        </div>
      )}
      {byWay.length > 0 && <CredentialForm key={way} fields={byWay} isMarked {...form} />}
    </>
  );
}
