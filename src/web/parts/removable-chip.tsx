import { X } from 'lucide-react';
import type { ReactNode } from 'react';

/** One of several that hold, on a line of its kind: it can be taken away again. */
export function RemovableChip({
  remove,
  onRemove,
  children,
}: {
  /** What taking it away is called. */
  readonly remove: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}) {
  return (
    <li className="inline-flex max-w-full items-center rounded-full bg-accent-soft text-s text-accent">
      {children}
      <button
        type="button"
        aria-label={remove}
        onClick={onRemove}
        className="grid size-6 flex-none place-items-center rounded-full hover:bg-accent/15 max-phone:size-10"
      >
        <X size={12} aria-hidden />
      </button>
    </li>
  );
}
