import type { ReactNode } from 'react';

type Tone = 'plain' | 'alarm' | 'warn' | 'public' | 'accent' | 'note';
const TONES: Record<Tone, string> = {
  plain: 'bg-sunken text-ink-2',
  alarm: 'bg-alarm-soft text-alarm',
  warn: 'bg-warn-soft text-warn',
  public: 'bg-public-soft text-public',
  accent: 'bg-accent-soft text-accent',
  note: 'bg-note-soft text-note',
};

export function Chip({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={`inline-flex max-w-full items-center gap-1 rounded-full px-[7px] py-px text-s whitespace-nowrap ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
