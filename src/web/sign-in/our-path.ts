/** Only a path of this page: a link must not be able to send people elsewhere after they signed in. */
export function ourPath(back: string | undefined): string {
  if (!back?.startsWith('/') || /^\/[/\\]/.test(back) || /[\t\r\n]/.test(back)) return '/desk';
  return back;
}
