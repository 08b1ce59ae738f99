import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type TextKey, t } from '../text/t.ts';
import { isFolded, rememberFolded } from './folded.ts';

type NameOf<Key> = Key extends `panel.${infer Name}` ? Name : never;

/** A part of the panel. Whether it is open is remembered on this device. */
export function Part({
  name,
  count,
  isFoldedAtFirst = false,
  children,
}: {
  readonly name: NameOf<TextKey>;
  readonly count?: number;
  readonly isFoldedAtFirst?: boolean;
  readonly children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(() => !isFolded(name, isFoldedAtFirst));
  return (
    <Collapsible.Root
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        rememberFolded(name, !open);
      }}
      render={<section className="border-b border-line" />}
    >
      <h2>
        <Collapsible.Trigger className="group flex w-full items-center gap-1.5 px-4 py-2.5 text-start text-s font-medium text-ink-2 outline-offset-[-2px] hover:text-ink max-phone:min-h-11">
          {t(`panel.${name}`)}
          {count !== undefined && count > 0 && <span className="num font-normal text-ink-3">{count}</span>}
          <ChevronRight
            size={13}
            aria-hidden
            className="ms-auto flex-none text-ink-3 transition-transform group-data-panel-open:rotate-90 motion-reduce:transition-none rtl:not-group-data-panel-open:rotate-180"
          />
        </Collapsible.Trigger>
      </h2>
      <Collapsible.Panel className="px-4 pb-3.5">{children}</Collapsible.Panel>
    </Collapsible.Root>
  );
}
