import type { ReactNode } from 'react';

/** A line that leads to its posts, where there are any to lead to. */
export function Narrowing({
  onPress,
  children,
}: {
  readonly onPress: (() => void) | null;
  readonly children: ReactNode;
}) {
  const look = 'flex w-full rounded-small px-2 py-1.5 max-phone:min-h-10';
  return onPress ? (
    <button type="button" onClick={onPress} className={`${look} hover:bg-sunken`}>
      {children}
    </button>
  ) : (
    <div className={look}>{children}</div>
  );
}
