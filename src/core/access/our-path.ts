/**
 * Only a path of this desk: nobody is sent elsewhere after they signed in, with a fresh session.
 * @param back where they wanted to go
 */
export function ourPath(back: string | undefined): string {
  return back !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(back) ? back : '/desk';
}
