import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';

/** On or off, with words beside it. */
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
    <div className="flex items-start gap-3">
      <Switch.Root
        aria-labelledby={id}
        {...(help ? { 'aria-describedby': `${id}-help` } : {})}
        checked={isOn}
        disabled={isOff ?? false}
        onCheckedChange={onChange}
        className="relative mt-px flex h-[18px] after:absolute after:-inset-3 w-8 flex-none items-center rounded-full border border-edge bg-sunken p-px transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50 motion-reduce:transition-none"
      >
        <Switch.Thumb className="size-[14px] rounded-full bg-ink-3 transition-transform data-checked:translate-x-[14px] rtl:data-checked:-translate-x-[14px] data-checked:bg-on-accent" />
      </Switch.Root>
      <div>
        <div id={id} className="font-medium">
          {label}
        </div>
        {help && (
          <p id={`${id}-help`} className="text-s text-ink-3">
            {help}
          </p>
        )}
      </div>
    </div>
  );
}
