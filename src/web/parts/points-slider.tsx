import { Slider } from '@base-ui/react/slider';

/** How many points, from none to `most`. What it stands at is shown beside it by whoever uses it. */
export function PointsSlider({
  label,
  value,
  most,
  step,
  isOff,
  className,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly step: number;
  readonly isOff?: boolean;
  readonly className: string;
  readonly onChange: (value: number) => void;
}) {
  return (
    <Slider.Root
      value={value}
      min={0}
      max={most}
      step={step}
      largeStep={10}
      disabled={isOff ?? false}
      onValueChange={(next) => onChange(next)}
      className={className}
    >
      <Slider.Control className="flex h-8 touch-none items-center select-none data-disabled:opacity-40 max-phone:h-10">
        <Slider.Track className="h-1 w-full rounded-full bg-line select-none">
          <Slider.Indicator className="rounded-full bg-accent" />
          <Slider.Thumb
            getAriaLabel={() => label}
            className="size-4 rounded-full border-2 border-accent bg-raised select-none has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent"
          />
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
}
