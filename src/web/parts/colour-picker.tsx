import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { Check } from 'lucide-react';
import type { Colour } from '../../wire/work.ts';
import { t } from '../text/t.ts';
import { COLOURS, ColourDot } from './label-chip.tsx';

/** One of the desk's hues. Each says its name: colour alone tells nobody enough. */
export function ColourPicker({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Colour;
  readonly onChange: (colour: Colour) => void;
}) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const colour = COLOURS.find((one) => one === next);
        if (colour) onChange(colour);
      }}
      className="flex flex-wrap gap-1"
    >
      {COLOURS.map((colour) => (
        <Radio.Root
          key={colour}
          value={colour}
          aria-label={t(`colour.${colour}`)}
          title={t(`colour.${colour}`)}
          className="relative grid size-8 cursor-pointer place-items-center rounded-full data-checked:shadow-[inset_0_0_0_2px_var(--ink)] max-phone:size-10"
        >
          <ColourDot colour={colour} size={20} />
          <Radio.Indicator className="absolute grid place-items-center text-raised">
            <Check size={13} strokeWidth={3} aria-hidden />
          </Radio.Indicator>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
