/** What of a settings page stands in its address: filters, so that they can be passed on and come back with Back. */
export interface SettingsSearch {
  readonly act?: string;
  readonly actor?: string;
  readonly from?: string;
  readonly to?: string;
}
const NAMES = ['act', 'actor', 'from', 'to'] as const;

export function readSettingsSearch(search: Record<string, unknown>): SettingsSearch {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}
