import { locale } from '../../text/t.ts';

const names = new Intl.DisplayNames([locale], { type: 'region' });

/** "Germany" for DE; what is no country's code keeps the name that it is `known` by. */
export function countryName(code: string, known: string): string {
  try {
    return names.of(code) ?? known;
  } catch {
    return known;
  }
}
