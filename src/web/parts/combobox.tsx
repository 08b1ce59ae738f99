import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../text/t.ts';
import { chosenOf } from './chosen-of.ts';
import { within } from './within.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
}

const LIST =
  'max-h-[min(320px,50vh)] overflow-auto rounded-medium bg-raised p-1 shadow-lift outline-none min-w-(--anchor-width)';
const ITEM =
  'flex cursor-default items-center gap-2 rounded-small px-2 py-[5px] outline-none select-none data-highlighted:bg-sunken max-phone:py-2.5';

/** Several of many, found by typing. */
export function ChooseMany({
  label,
  id,
  choices,
  values,
  placeholder,
  onChange,
}: {
  readonly label: string;
  readonly id?: string;
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
  readonly placeholder: string;
  readonly onChange: (values: readonly string[]) => void;
}) {
  const chosen = chosenOf(choices, values);
  return (
    <Base.Root
      multiple
      items={choices}
      value={chosen}
      onValueChange={(next: readonly Choice[]) => onChange(next.map((one) => one.value))}
      itemToStringLabel={(one: Choice) => one.label}
      isItemEqualToValue={(a: Choice, b: Choice) => a.value === b.value}
      filter={(one: Choice, typed: string) => within(`${one.label} ${one.detail ?? ''}`, typed)}
    >
      <Base.Chips className="flex min-h-[34px] flex-wrap items-center gap-1 rounded-small border border-edge bg-raised p-1 max-phone:gap-y-2 max-phone:py-0 max-phone:has-[[data-chip]]:pt-1.5 focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
        {chosen.map((one) => (
          <Base.Chip
            key={one.value}
            aria-label={one.label}
            data-chip
            className="inline-flex max-w-full items-center gap-1 rounded-small bg-sunken ps-1.5 outline-none focus-within:ring-1 focus-within:ring-accent data-highlighted:bg-accent-soft"
          >
            {one.icon}
            <span className="min-w-0 truncate" title={one.label}>
              {one.label}
            </span>
            <Base.ChipRemove
              aria-label={t('tags.remove', { value: one.label })}
              className="grid size-6 flex-none place-items-center rounded-small text-ink-3 hover:text-ink max-phone:-my-1 max-phone:size-10"
            >
              <X size={12} aria-hidden />
            </Base.ChipRemove>
          </Base.Chip>
        ))}
        <Base.Input
          {...(id ? { id } : {})}
          aria-label={label}
          placeholder={chosen.length === 0 ? placeholder : ''}
          className={`${chosen.length === 0 ? 'min-w-[110px]' : 'min-w-[56px]'} flex-1 bg-transparent px-1.5 py-px text-l outline-none max-phone:min-h-10 max-phone:text-[16px]`}
        />
      </Base.Chips>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-40 outline-none">
          <Base.Popup data-takes-keys className={LIST}>
            <Base.Empty className="px-2 py-1.5 text-ink-3 empty:hidden">{t('combobox.none')}</Base.Empty>
            <Base.List>
              {(one: Choice) => (
                <Base.Item key={one.value} value={one} className={ITEM}>
                  {one.icon}
                  <span className="min-w-0 flex-1 truncate">
                    {one.label}
                    {one.detail && <span className="ms-2 text-s text-ink-3">{one.detail}</span>}
                  </span>
                  <Base.ItemIndicator>
                    <Check size={14} aria-hidden className="text-accent" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
