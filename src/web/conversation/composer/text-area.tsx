import type { ComponentProps, Ref } from 'react';
import type { Way } from '../../../wire/replying.ts';
import { fittingLength } from './fits.ts';

const SHAPE =
  'col-start-1 row-start-1 block max-h-[38dvh] min-h-[78px] w-full px-4 py-3 text-l whitespace-pre-wrap [overflow-wrap:break-word] max-phone:min-h-[56px] max-phone:text-[16px] max-phone:leading-[22px]';

interface Props extends Omit<ComponentProps<'textarea'>, 'onScroll'> {
  readonly value: string;
  readonly ref: Ref<HTMLTextAreaElement>;
  /** Marks what is over it. */
  readonly limit: Way['limit'] | null;
}

/** The text, and behind it a mark on whatever the network would not take. */
export function TextArea({ value, limit, ref, ...rest }: Props) {
  const end = limit ? fittingLength(value, limit) : value.length;
  return (
    <div className="grid">
      {end < value.length && (
        <div aria-hidden className={`${SHAPE} overflow-hidden text-transparent`} data-over>
          {value.slice(0, end)}
          <mark className="rounded-[2px] bg-alarm-soft text-transparent">{value.slice(end)}</mark>
        </div>
      )}
      <textarea
        ref={ref}
        value={value}
        dir="auto"
        rows={3}
        onScroll={({ currentTarget: { scrollTop, parentElement } }) => {
          const behind = parentElement?.querySelector('[data-over]');
          if (behind) behind.scrollTop = scrollTop;
        }}
        className={`${SHAPE} field-sizing-content relative resize-none bg-transparent outline-none`}
        {...rest}
      />
    </div>
  );
}
