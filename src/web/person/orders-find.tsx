import { Search } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../parts/button.tsx';
import { INPUT } from '../parts/field.tsx';
import { t } from '../text/t.ts';

/** Asks the shops: for one order by its number, or for all that the person is known by. */
export function FindOrder({ onFind }: { readonly onFind: (number?: string) => Promise<void> }) {
  const [number, setNumber] = useState('');
  const [busy, setBusy] = useState<'one' | 'all' | null>(null);
  async function run(what: 'one' | 'all') {
    setBusy(what);
    await onFind(what === 'one' ? number.trim() : undefined);
    setBusy(null);
    if (what === 'one') setNumber('');
  }
  return (
    <div className="grid gap-1">
      <form
        className="flex gap-1.5"
        onSubmit={(event) => {
          event.preventDefault();
          if (number.trim()) void run('one');
        }}
      >
        <input
          aria-label={t('orders.find')}
          placeholder={t('orders.find')}
          value={number}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setNumber(target.value)}
          className={`${INPUT} !text-[inherit]`}
        />
        <IconButton
          type="submit"
          label={t('orders.findDo')}
          disabled={busy !== null || number.trim() === ''}
          className="flex-none"
        >
          <Search size={15} aria-hidden />
        </IconButton>
      </form>
      <Button
        look="quiet"
        isBusy={busy === 'all'}
        disabled={busy !== null}
        onClick={() => void run('all')}
        className="!h-7 justify-self-start !px-2 -ms-2 text-s max-phone:!h-10"
      >
        {t('orders.findAll')}
      </Button>
    </div>
  );
}
