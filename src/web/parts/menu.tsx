import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { t } from '../text/t.ts';

/** A button with a list of acts below it. `isOpen` is given when a key opens it too. */
export function Menu({
  trigger,
  isOpen,
  onOpenChange,
  align = 'end',
  children,
}: {
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}) {
  const controlled = isOpen === undefined ? {} : { open: isOpen };
  return (
    <Base.Root {...controlled} onOpenChange={(open) => onOpenChange?.(open)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          sideOffset={6}
          align={align}
          collisionPadding={8}
          role="region"
          aria-label={t('menu.label')}
          className="outline-none"
        >
          <Base.Popup
            data-takes-keys
            className="max-h-[min(70vh,480px)] min-w-[190px] overflow-auto rounded-medium bg-raised p-1 shadow-lift outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem({
  onSelect,
  isChosen,
  isGrave,
  icon,
  hint,
  shortcut,
  disabled,
  children,
}: {
  readonly onSelect: () => void;
  readonly isChosen?: boolean;
  readonly isGrave?: boolean;
  readonly icon?: ReactNode;
  readonly hint?: ReactNode;
  /** Where there is a keyboard. */
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Base.Item
      onClick={onSelect}
      disabled={disabled ?? false}
      className={`flex cursor-default items-center gap-2 rounded-small px-2 py-[5px] outline-none select-none max-phone:py-2.5 data-disabled:opacity-50 data-highlighted:bg-sunken ${isGrave ? 'text-alarm' : ''}`}
    >
      {icon && <span className="flex-none text-ink-3">{icon}</span>}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {hint && <span className="num flex-none text-s text-ink-3">{hint}</span>}
      {shortcut && <kbd className="flex-none text-ink-3 max-phone:hidden">{shortcut}</kbd>}
      {isChosen && <Check size={14} aria-label="✓" className="flex-none text-accent" />}
    </Base.Item>
  );
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <div className="px-2 pt-2 pb-1 text-s text-ink-3">{children}</div>;
}

export function MenuLine() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
