import { Switch } from '@base-ui/react/switch';

/** On or off, where the words stand beside it already. */
export function RuleSwitch({
  label,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <span className="grid flex-none place-items-center px-1.5 max-phone:min-h-10 max-phone:min-w-10">
      <Switch.Root
        aria-label={label}
        checked={isOn}
        onCheckedChange={onChange}
        className="relative flex h-[18px] w-8 items-center rounded-full border border-edge bg-sunken p-px transition-colors after:absolute after:-inset-3 data-checked:border-accent data-checked:bg-accent motion-reduce:transition-none"
      >
        <Switch.Thumb className="size-[14px] rounded-full bg-ink-3 transition-transform data-checked:translate-x-[14px] data-checked:bg-on-accent motion-reduce:transition-none rtl:data-checked:-translate-x-[14px]" />
      </Switch.Root>
    </span>
  );
}
