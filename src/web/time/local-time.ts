const two = (value: number) => String(value).padStart(2, '0');

/** As a field for a local time wants it: `2026-11-22T09:00`. */
export function localTime(at: Date): string {
  return `${localDate(at)}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `2026-11-22`, in the reader's own calendar day. */
function localDate(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
