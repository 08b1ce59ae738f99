import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: ReactNode;
  readonly label: string;
  readonly shortcut?: string;
  readonly isFixed?: boolean;
  /** Nothing is set: it speaks more quietly than what is. */
  readonly isUnset?: boolean;
  readonly tone?: 'plain' | 'warn' | 'alarm';
  readonly ref?: Ref<HTMLButtonElement>;
}
const TONES = { plain: 'text-ink-2', warn: 'text-warn', alarm: 'text-alarm' };

/** Something that is known of a conversation, and the button that changes it. */
export function Property({
  icon,
  label,
  shortcut,
  isFixed,
  isUnset,
  tone = 'plain',
  children,
  className: _given,
  // As a combobox it would swallow the single keys of the desk while it merely has the focus.
  role: _role,
  ...rest
}: Props) {
  const look = `inline-flex h-6 min-w-0 max-phone:flex-none max-w-[220px] items-center gap-1.5 rounded-small px-1.5 text-s whitespace-nowrap ${isUnset ? 'text-ink-3' : TONES[tone]}`;
  const inside = (
    <>
      <span className="flex-none">{icon}</span>
      <span className="truncate">{children}</span>
    </>
  );
  // What is read on it is part of what it is called, so that it answers to its name when somebody speaks it.
  const name = typeof children === 'string' && !label.includes(children) ? `${children}. ${label}` : label;
  if (isFixed) return <span className={look}>{inside}</span>;
  return (
    <button
      type="button"
      aria-label={name}
      aria-keyshortcuts={shortcut}
      title={shortcut ? `${name} (${shortcut})` : name}
      className={`${look} hover:bg-sunken hover:text-ink data-popup-open:bg-sunken max-phone:h-10`}
      {...rest}
    >
      {inside}
    </button>
  );
}
