import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { t } from '../text/t.ts';
import { IconButton } from './button.tsx';
import { INPUT } from './field.tsx';

/** Narrows what is listed below it. */
export function SearchBox({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="relative">
      <Search
        size={14}
        aria-hidden
        className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation();
            onChange('');
          }
        }}
        // A browser's own cross has the browser's colours, and not each has one.
        className={`${INPUT} ps-8 pe-8 max-phone:pe-10 [&::-webkit-search-cancel-button]:hidden`}
      />
      {value !== '' && (
        <IconButton
          label={t('find.clear')}
          shortcut="Esc"
          className="!absolute end-px top-1/2 !size-7 -translate-y-1/2 max-phone:!size-10"
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        >
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
