const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const OLD = /^\w{3} (\w{3}) (\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d) (\d{4})$/;

/** `Fri Nov 20 09:15:02 +0000 2026` as ISO 8601; anything else as it is. */
export function isoOfV1(value: string): string {
  const [, month = '', day, time, hours, minutes, year] = OLD.exec(value) ?? [];
  const at = MONTHS.indexOf(month) + 1;
  if (at === 0) return value;
  const moment = new Date(`${year}-${String(at).padStart(2, '0')}-${day}T${time}${hours}:${minutes}`);
  return Number.isNaN(moment.getTime()) ? value : moment.toISOString();
}
