import { EmojiPicker, type EmojiPickerListComponents } from 'frimousse';
import { INPUT } from '../../parts/field.tsx';
import { t } from '../../text/t.ts';

/** Names and pictures of emoji come with our own build: nobody else learns who is answering. */
const DATA = '/assets/emoji';

interface Counted {
  readonly 'aria-rowindex'?: number | undefined;
  readonly 'aria-colindex'?: number | undefined;
}
/** Rows and columns are read out from one on; the picker counts from nought. */
const fromOne = <Props extends Counted>({ 'aria-rowindex': row, 'aria-colindex': column, ...rest }: Props) => ({
  ...rest,
  ...(row === undefined ? {} : { 'aria-rowindex': row + 1 }),
  ...(column === undefined ? {} : { 'aria-colindex': column + 1 }),
});

const PARTS: EmojiPickerListComponents = {
  CategoryHeader: ({ category, ...rest }) => (
    <div {...rest} className="bg-raised px-3 pt-2 pb-1 text-s font-medium text-ink-2">
      {category.label}
    </div>
  ),
  Row: ({ children, ...rest }) => (
    <div {...fromOne(rest)} className="px-2">
      {children}
    </div>
  ),
  Emoji: ({ emoji, ...rest }) => (
    <button
      {...fromOne(rest)}
      className="grid size-[37px] place-items-center rounded-small text-[20px] leading-none data-active:bg-sunken max-phone:h-10 max-phone:w-1/8"
    >
      {emoji.emoji}
    </button>
  ),
};

export function EmojiList({ onPick }: { readonly onPick: (emoji: string) => void }) {
  return (
    <EmojiPicker.Root
      emojibaseUrl={DATA}
      locale="en"
      columns={8}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
      className="isolate flex h-[330px] w-[316px] max-w-[calc(100vw-16px)] flex-col max-phone:w-[340px]"
    >
      <div className="p-2">
        <EmojiPicker.Search
          aria-label={t('emoji.search')}
          placeholder={t('emoji.search')}
          autoFocus
          className={INPUT}
        />
      </div>
      <EmojiPicker.Viewport className="relative flex-1 overflow-auto outline-none">
        <EmojiPicker.Loading className="absolute inset-0 p-3">
          <span className="skeleton block h-full w-full" />
        </EmojiPicker.Loading>
        <EmojiPicker.Empty className="absolute inset-0 grid place-items-center text-ink-2">
          {t('emoji.none')}
        </EmojiPicker.Empty>
        <EmojiPicker.List className="pb-2 select-none" components={PARTS} />
      </EmojiPicker.Viewport>
    </EmojiPicker.Root>
  );
}
