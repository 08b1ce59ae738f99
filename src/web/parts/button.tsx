import type { ButtonHTMLAttributes, ReactNode } from 'react';

type Look = 'main' | 'plain' | 'quiet' | 'alarm';
const BASE =
  'inline-flex items-center justify-center gap-1.5 h-[30px] px-3 rounded-small whitespace-nowrap select-none transition-colors duration-100 disabled:opacity-55 disabled:pointer-events-none max-phone:h-10';
const LOOKS: Record<Look, string> = {
  main: 'bg-accent text-on-accent font-semibold hover:brightness-110 active:brightness-95',
  plain: 'edge hover:bg-sunken active:bg-line',
  quiet: 'text-ink-2 hover:bg-sunken hover:text-ink active:bg-line',
  alarm: 'bg-alarm text-raised font-semibold hover:brightness-110 active:brightness-95',
};

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: Look;
  readonly isBusy?: boolean;
  /** The key that does the same, shown beside the words. */
  readonly shortcut?: string;
  readonly icon?: ReactNode;
  readonly ref?: React.Ref<HTMLButtonElement>;
}

export function buttonClass(look: Look = 'plain'): string {
  return `${BASE} ${LOOKS[look]}`;
}

export function Button({
  look = 'plain',
  isBusy,
  shortcut,
  icon,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={isBusy || undefined}
      aria-keyshortcuts={shortcut}
      disabled={disabled || isBusy}
      className={`${buttonClass(look)} ${className ?? ''}`}
      {...rest}
    >
      {icon}
      {children}
      {shortcut && (
        <kbd className={`max-desk:hidden ${look === 'main' ? 'font-normal' : 'text-ink-3'}`}>{shortcut}</kbd>
      )}
    </button>
  );
}

/** A button of one icon. It always has a name for those who cannot see it, and shows it on hover. */
export function IconButton({ label, className, children, ...rest }: ButtonProps & { readonly label: string }) {
  const { look: _look, isBusy: _isBusy, shortcut, icon: _icon, ...plain } = rest;
  return (
    <button
      type="button"
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      className={`grid size-[30px] max-phone:size-10 place-items-center rounded-small text-ink-2 transition-colors hover:bg-sunken hover:text-ink active:bg-line disabled:opacity-55 disabled:pointer-events-none ${className ?? ''}`}
      {...plain}
    >
      {children}
    </button>
  );
}
