import { Switch } from '@base-ui/react/switch';
import { useState } from 'react';
import type { CustomField } from '../../wire/work.ts';
import { Menu, MenuItem, MenuLine } from '../parts/menu.tsx';
import { t } from '../text/t.ts';
import { dateOnly } from '../time/words.ts';
import { FieldInput } from './field-input.tsx';
import type { Value } from './fields.tsx';

const SHOWN =
  '-mx-1.5 min-h-6 w-full min-w-0 truncate rounded-small px-1.5 py-0.5 text-start hover:bg-raised data-popup-open:bg-raised max-phone:min-h-10';

/** One field: its name, its value, and a way to change it that fits its kind. */
export function FieldLine({
  field,
  value,
  mayWork,
  onPut,
}: {
  readonly field: CustomField;
  readonly value: Value;
  readonly mayWork: boolean;
  readonly onPut: (value: Value) => Promise<boolean>;
}) {
  const [isEditing, setEditing] = useState(false);
  const words = wordsOf(field, value);
  const shown = <span className={words === null ? 'text-ink-3' : ''}>{words ?? t('field.unset')}</span>;
  const label = t('field.edit', { name: field.name, value: words ?? t('field.unset') });
  return (
    <div className="grid grid-cols-[minmax(0,9fr)_minmax(0,11fr)] items-center gap-2">
      <dt className="text-ink-2 [overflow-wrap:anywhere]">{field.name}</dt>
      <dd className="min-w-0">
        {field.kind === 'toggle' ? (
          <Switch.Root
            aria-label={field.name}
            checked={value === true}
            disabled={!mayWork}
            onCheckedChange={(isOn) => void onPut(isOn)}
            className="relative my-[3px] flex h-[18px] w-8 items-center rounded-full border border-edge bg-sunken p-px transition-colors after:absolute after:-inset-3 motion-reduce:transition-none data-checked:border-accent data-checked:bg-accent data-disabled:opacity-60"
          >
            <Switch.Thumb className="size-[14px] rounded-full bg-ink-3 transition-transform motion-reduce:transition-none data-checked:translate-x-[14px] data-checked:bg-on-accent rtl:data-checked:-translate-x-[14px]" />
          </Switch.Root>
        ) : !mayWork ? (
          <span className="block truncate py-0.5">{shown}</span>
        ) : field.kind === 'choice' ? (
          <Menu
            align="start"
            trigger={
              <button type="button" aria-label={label} className={SHOWN}>
                {shown}
              </button>
            }
          >
            {field.choices.map((choice) => (
              <MenuItem key={choice} isChosen={choice === value} onSelect={() => void onPut(choice)}>
                {choice}
              </MenuItem>
            ))}
            {value !== null && (
              <>
                <MenuLine />
                <MenuItem onSelect={() => void onPut(null)}>{t('field.clear')}</MenuItem>
              </>
            )}
          </Menu>
        ) : isEditing ? (
          <FieldInput field={field} value={value} onPut={onPut} onDone={() => setEditing(false)} />
        ) : (
          <button
            type="button"
            aria-label={label}
            title={words ?? ''}
            onClick={() => setEditing(true)}
            className={SHOWN}
          >
            {shown}
          </button>
        )}
      </dd>
    </div>
  );
}

function wordsOf({ kind }: CustomField, value: Value): string | null {
  if (value === null || value === '') return null;
  return kind === 'date' ? dateOnly(String(value)) : String(value);
}
