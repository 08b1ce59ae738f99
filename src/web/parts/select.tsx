import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';

/** One of a few. */
export function Select({
  value,
  options,
  onChange,
  label,
  id,
}: {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly id?: string;
}) {
  return (
    <Base.Root items={options} value={value} onValueChange={(next) => next !== null && onChange(next)}>
      <Base.Trigger
        {...(id ? { id } : {})}
        aria-label={label}
        className="flex h-[34px] w-full items-center gap-2 rounded-small border border-edge bg-raised px-2.5 text-start text-l outline-none focus-visible:border-accent focus-visible:ring-1 focus-visible:ring-accent max-phone:h-10"
      >
        <Base.Value className="min-w-0 flex-1 truncate" />
        <Base.Icon>
          <ChevronDown size={14} aria-hidden className="text-ink-3" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner alignItemWithTrigger={false} sideOffset={4} className="z-40 outline-none">
          <Base.Popup
            data-takes-keys
            className="max-h-[320px] min-w-(--anchor-width) overflow-auto rounded-medium bg-raised p-1 shadow-lift outline-none"
          >
            {options.map((option) => (
              <Base.Item
                key={option.value}
                value={option.value}
                className="flex cursor-default items-center gap-2 rounded-small px-2 py-[5px] outline-none select-none data-highlighted:bg-sunken max-phone:py-2.5"
              >
                <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
                <Base.ItemIndicator>
                  <Check size={14} aria-hidden className="text-accent" />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
