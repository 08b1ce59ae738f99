import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Coming } from '../../parts/held-keys.ts';

const load = () => import('./picker-list.tsx');
const PickerList = lazy(() => load().then((part) => ({ default: part.PickerList })));

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly icon?: ReactNode;
  readonly hint?: string;
  /** It is not there yet; choosing it makes it. */
  readonly isNew?: boolean;
}

export interface PickerProps {
  readonly label: string;
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  /** One was ticked or unticked. */
  readonly onToggle: (option: Option) => void;
  /** What choosing an unknown name would make; left out where nobody may. */
  readonly toMake?: (name: string) => Option;
  /** It stays open for the next one. */
  readonly isMany?: boolean;
  readonly empty: string;
}

/** A button with a list behind it that is found by typing; the list comes after the page. */
export function Picker(props: PickerProps) {
  const [isNeeded, setNeeded] = useState(props.isOpen);
  if (props.isOpen && !isNeeded) setNeeded(true);
  useEffect(() => {
    // After the page stands, so that the first key finds it there.
    load().catch(() => {});
  }, []);
  const closed = cloneElement(props.trigger, {
    'aria-haspopup': 'listbox',
    'aria-expanded': false,
    onClick: () => props.onOpenChange(true),
  });
  if (!isNeeded) return closed;
  return (
    <Suspense
      fallback={
        <>
          {closed}
          {props.isOpen && <Coming what="list" />}
        </>
      }
    >
      <PickerList {...props} />
    </Suspense>
  );
}
