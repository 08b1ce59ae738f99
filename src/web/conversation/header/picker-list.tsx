import { Combobox } from '@base-ui/react/combobox';
import { Check, Plus } from 'lucide-react';
import { useState } from 'react';
import { within } from '../../parts/within.ts';
import { t } from '../../text/t.ts';

import type { Option, PickerProps } from './picker.tsx';

/** A list that is found by typing, opened by a button or a key. */
export function PickerList({
  label,
  trigger,
  isOpen,
  onOpenChange,
  options,
  chosen,
  onToggle,
  toMake,
  isMany,
  empty,
}: PickerProps) {
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const isKnown = options.some((option) => option.name.toLocaleLowerCase() === name.toLocaleLowerCase());
  const items = toMake && name !== '' && !isKnown ? [...options, toMake(name)] : options;
  const value = options.filter(({ id }) => chosen.includes(id));
  const take = (option: Option) => {
    onToggle(option);
    setTyped('');
    if (!isMany) onOpenChange(false);
  };
  return (
    <Combobox.Root
      multiple
      items={items}
      value={value}
      onValueChange={(next: Option[]) => {
        const ids = new Set(next.map(({ id }) => id));
        const changed = next.find(({ id }) => !chosen.includes(id)) ?? value.find(({ id }) => !ids.has(id));
        if (changed) take(changed);
      }}
      inputValue={typed}
      onInputValueChange={setTyped}
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) setTyped('');
        onOpenChange(open);
      }}
      itemToStringLabel={(option: Option) => option.name}
      isItemEqualToValue={(a: Option, b: Option) => a.id === b.id}
      filter={(option: Option, query: string) => option.isNew === true || within(option.name, query)}
      autoHighlight
    >
      <Combobox.Trigger render={trigger} />
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={6} align="start" collisionPadding={8} className="z-40 outline-none">
          <Combobox.Popup
            data-takes-keys
            aria-label={label}
            className="w-[260px] rounded-medium bg-raised shadow-lift outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            <Combobox.Input
              aria-label={label}
              placeholder={label}
              className="w-full border-b border-line bg-transparent px-3 py-2 outline-none max-phone:py-3 max-phone:text-[16px]"
            />
            <Combobox.Empty className="px-3 py-2 text-ink-3 empty:hidden">{empty}</Combobox.Empty>
            <Combobox.List className="max-h-[min(320px,50vh)] overflow-auto p-1 empty:hidden">
              {(option: Option) => (
                <Combobox.Item
                  key={option.id}
                  value={option}
                  className="flex cursor-default items-center gap-2 rounded-small px-2 py-[5px] outline-none select-none data-highlighted:bg-sunken max-phone:py-2.5"
                >
                  {option.isNew ? <Plus size={14} aria-hidden className="flex-none text-accent" /> : option.icon}
                  <span className="min-w-0 flex-1 truncate">
                    {option.isNew ? t('picker.make', { name: option.name }) : option.name}
                  </span>
                  {option.hint && <kbd className="flex-none text-ink-3">{option.hint}</kbd>}
                  {chosen.includes(option.id) && <Check size={14} aria-hidden className="flex-none text-accent" />}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
