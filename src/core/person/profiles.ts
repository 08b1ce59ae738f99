/** Where a network shows who somebody is, and the handle in it. */
const PROFILES: readonly (readonly [channel: string, pattern: RegExp])[] = [
  ['x', /\b(?:twitter|x)\.com\/@?([a-z0-9_]{2,15})(?![\w/])/gi],
  ['instagram', /\binstagram\.com\/([a-z0-9_.]{2,30})(?![\w/])/gi],
  ['facebook', /\bfacebook\.com\/([a-z0-9.]{5,50})(?![\w/])/gi],
  ['bluesky', /\bbsky\.app\/profile\/([a-z0-9.-]{4,100})(?![\w/])/gi],
  ['tiktok', /\btiktok\.com\/@([a-z0-9_.]{2,24})(?![\w/])/gi],
  ['telegram', /\bt\.me\/([a-z0-9_]{5,32})(?![\w/])/gi],
  ['youtube', /\byoutube\.com\/@([a-z0-9_.-]{3,30})(?![\w/])/gi],
  ['linkedin', /\blinkedin\.com\/in\/([a-z0-9-]{3,100})(?![\w])/gi],
];
/** Pages of a network itself. */
const NOBODYS = new Set([
  'home',
  'search',
  'explore',
  'login',
  'share',
  'intent',
  'hashtag',
  'watch',
  'groups',
  'pages',
]);

/** `x:ida`: profiles whose address stands in a text. Public, so no secret. */
export function profileLinks(text: string): readonly string[] {
  if (!text.includes('/')) return [];
  return PROFILES.flatMap(([channel, pattern]) =>
    [...text.matchAll(pattern)].flatMap(([, handle = '']) => {
      const plain = handle.toLowerCase().replace(/[.-]+$/, '');
      return plain === '' || NOBODYS.has(plain) ? [] : [profileKey(channel, plain)];
    }),
  );
}

export const profileKey = (channel: string, handle: string): string =>
  `${channel}:${handle.toLowerCase().replace(/^@/, '')}`;
