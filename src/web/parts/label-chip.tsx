import type { ReactNode } from 'react';
import type { Colour } from '../../wire/work.ts';

const DOTS: Record<Colour, string> = {
  grey: 'bg-hue-grey',
  red: 'bg-hue-red',
  orange: 'bg-hue-orange',
  yellow: 'bg-hue-yellow',
  green: 'bg-hue-green',
  teal: 'bg-hue-teal',
  blue: 'bg-hue-blue',
  purple: 'bg-hue-purple',
  pink: 'bg-hue-pink',
};
/** All of them, in the order in which they are offered. */
export const COLOURS = Object.keys(DOTS) as readonly Colour[];
const TINTS: Record<Colour, string> = {
  grey: 'text-hue-grey bg-hue-grey/12',
  red: 'text-hue-red bg-hue-red/10',
  orange: 'text-hue-orange bg-hue-orange/10',
  yellow: 'text-hue-yellow bg-hue-yellow/12',
  green: 'text-hue-green bg-hue-green/12',
  teal: 'text-hue-teal bg-hue-teal/12',
  blue: 'text-hue-blue bg-hue-blue/10',
  purple: 'text-hue-purple bg-hue-purple/10',
  pink: 'text-hue-pink bg-hue-pink/10',
};

export function ColourDot({ colour, size = 10 }: { readonly colour: Colour; readonly size?: number }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-block flex-none rounded-full ${DOTS[colour]}`}
      style={{ width: size, height: size }}
    />
  );
}

/** A label as it stands on a conversation: its name on its own tint. */
export function LabelChip({ colour, children }: { readonly colour: Colour; readonly children: ReactNode }) {
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1 rounded-full px-[7px] py-px text-s whitespace-nowrap ${TINTS[colour]}`}
    >
      <span className="truncate">{children}</span>
    </span>
  );
}
