import { Popover } from '@base-ui/react/popover';
import { Smile } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../../parts/button.tsx';
import { t } from '../../text/t.ts';

const EmojiList = lazy(() => import('./emoji-list.tsx').then((part) => ({ default: part.EmojiList })));

export function EmojiButton({ onPick }: { readonly onPick: (emoji: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger
        render={
          <IconButton label={t('emoji.open')}>
            <Smile size={17} aria-hidden />
          </IconButton>
        }
      />
      <Popover.Portal>
        <Popover.Positioner side="top" align="start" sideOffset={8} collisionPadding={8} className="z-40 outline-none">
          <Popover.Popup
            data-takes-keys
            aria-label={t('emoji.open')}
            // Where it goes on is the text, not the button.
            finalFocus={false}
            className="rounded-medium bg-raised shadow-lift outline-none"
          >
            <Suspense fallback={<div className="skeleton m-3 h-[300px] w-[290px]" />}>
              <EmojiList
                onPick={(emoji) => {
                  setOpen(false);
                  onPick(emoji);
                }}
              />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
