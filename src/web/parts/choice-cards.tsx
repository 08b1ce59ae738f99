import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { type ReactNode, useId } from 'react';

/** One of a few, each with what it means. `className` lays them out. */
export function ChoiceCards<Value extends string>({
  label,
  values,
  value,
  name,
  about,
  beside,
  className,
  onChange,
}: {
  readonly label: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly name: (value: Value) => string;
  readonly about: (value: Value) => string;
  /** What else stands beside a name. */
  readonly beside?: (value: Value) => ReactNode;
  readonly className: string;
  readonly onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(values.find((one) => one === next) ?? value)}
      className={`grid gap-2 ${className}`}
    >
      {values.map((one) => (
        <Radio.Root
          key={one}
          value={one}
          aria-labelledby={`${id}-${one}`}
          aria-describedby={`${id}-${one}-about`}
          className="group/choice grid cursor-pointer grid-cols-[18px_minmax(0,1fr)] items-start gap-x-2.5 rounded-medium border border-line bg-raised px-3 py-2.5 text-start select-none hover:border-edge data-checked:border-accent data-checked:bg-accent-soft"
        >
          <span
            aria-hidden
            className="mt-0.5 grid size-4 place-items-center rounded-full border border-edge bg-raised group-data-checked/choice:border-accent"
          >
            <span className="size-2 rounded-full group-data-checked/choice:bg-accent" />
          </span>
          <span className="min-w-0">
            <span className="flex flex-wrap items-baseline gap-x-2 font-semibold">
              <span id={`${id}-${one}`}>{name(one)}</span>
              {beside?.(one)}
            </span>
            <span id={`${id}-${one}-about`} className="block text-s text-ink-2">
              {about(one)}
            </span>
          </span>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
