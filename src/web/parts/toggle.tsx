import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';

/** On or off, with words beside it; the whole line can be pressed. */
export function Toggle({
  label,
  help,
  isOn,
  isOff,
  onChange,
}: {
  readonly label: string;
  readonly help?: string;
  readonly isOn: boolean;
  /** It cannot be changed; the help says why. */
  readonly isOff?: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const id = useId();
  return (
    <label htmlFor={id} className={`flex items-start gap-3 max-phone:py-2.5 ${isOff ? '' : 'cursor-pointer'}`}>
      <Switch.Root
        id={id}
        aria-labelledby={`${id}-label`}
        {...(help ? { 'aria-describedby': `${id}-help` } : {})}
        checked={isOn}
        disabled={isOff ?? false}
        onCheckedChange={onChange}
        className="mt-px flex h-[18px] w-8 flex-none items-center rounded-full border border-edge bg-sunken p-px transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50 motion-reduce:transition-none"
      >
        <Switch.Thumb className="size-[14px] rounded-full bg-ink-3 transition-transform data-checked:translate-x-[14px] rtl:data-checked:-translate-x-[14px] data-checked:bg-on-accent" />
      </Switch.Root>
      <span>
        <span id={`${id}-label`} className="block font-medium">
          {label}
        </span>
        {help && (
          <span id={`${id}-help`} className="block text-s text-ink-3">
            {help}
          </span>
        )}
      </span>
    </label>
  );
}
