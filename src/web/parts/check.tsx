import { Checkbox } from '@base-ui/react/checkbox';
import { Check as Tick } from 'lucide-react';
import { type ReactNode, useId } from 'react';

const BOX =
  'grid size-[18px] flex-none place-items-center rounded-[4px] border border-edge bg-raised text-on-accent data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50';

/** Yes or no among several; the whole line can be pressed. */
export function Check({
  label,
  help,
  isOn,
  isOff,
  onChange,
}: {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly isOn: boolean;
  /** It cannot be changed. */
  readonly isOff?: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className={`flex items-start gap-2.5 rounded-small py-1 max-phone:py-2.5 ${isOff ? 'text-ink-2' : 'cursor-pointer'}`}
    >
      <Checkbox.Root
        id={id}
        checked={isOn}
        disabled={isOff ?? false}
        onCheckedChange={onChange}
        aria-labelledby={`${id}-label`}
        {...(help ? { 'aria-describedby': `${id}-help` } : {})}
        className={`${BOX} mt-px`}
      >
        <Checkbox.Indicator>
          <Tick size={13} strokeWidth={3} aria-hidden />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <span className="min-w-0">
        <span id={`${id}-label`}>{label}</span>
        {help && (
          <span id={`${id}-help`} className="block text-s text-ink-3">
            {help}
          </span>
        )}
      </span>
    </label>
  );
}
