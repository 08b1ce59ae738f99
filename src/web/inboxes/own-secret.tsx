import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { CredentialField } from '../../wire/inboxes.ts';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Field, INPUT } from '../parts/field.tsx';
import { t } from '../text/t.ts';

/** A secret of our own choosing: made here, and readable as long as it has to be carried to the other side. */
export function OwnSecret({
  field,
  value,
  problem,
  isChange,
  onChange,
}: {
  readonly field: CredentialField;
  readonly value: string;
  readonly problem: string | null;
  readonly isChange: boolean;
  readonly onChange: (value: string) => void;
}) {
  const [made, setMade] = useState<string | null>(null);
  const isMade = made !== null && made === value;
  function make() {
    const secret = randomSecret();
    setMade(secret);
    onChange(secret);
  }
  return (
    <Field label={field.label} help={field.help} problem={problem}>
      {(ids) => (
        <div className="flex gap-2 max-phone:flex-wrap">
          <input
            {...ids}
            name={field.name}
            dir="ltr"
            type={isMade ? 'text' : 'password'}
            autoComplete="new-password"
            spellCheck={false}
            placeholder={isChange ? t('field.kept') : undefined}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className={`${INPUT} min-w-0 flex-1 ${isMade ? 'font-mono text-s' : ''}`}
          />
          {isMade ? (
            <CopyButton text={value} label={t('webhook.copy')} className="min-w-[92px]" />
          ) : (
            <Button icon={<RefreshCw size={14} aria-hidden />} onClick={make}>
              {t('secret.make')}
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}

/** 32 letters and digits, 190 bits of chance; letters that look alike are left out. */
function randomSecret(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_.~*+=!';
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => letters[byte % 64]).join('');
}
