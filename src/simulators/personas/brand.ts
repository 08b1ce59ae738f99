/** The simulated shop. Ids are made up in the form that the networks use. */
export const BRAND = {
  name: 'Lindqvist Outdoor',
  pageId: '104477880011223',
  pageHandle: 'lindqvist.outdoor',
  address: 'hello@lindqvist.example',
  blueskyHandle: 'lindqvist.bsky.social',
  instagramId: '17841499000112233',
  instagramHandle: 'lindqvist.outdoor',
  phone: '+46 8 700 11 22',
  /** The number's own id, and that of the account it belongs to. */
  phoneId: '660055443322110',
  wabaId: '330099887766554',
  xId: '1700000000000000001',
  xHandle: 'lindqvist',
  viberId: 'pa:5501122334455667',
  viberUri: 'lindqvist',
  googleAccount: '106700000000000000001',
  googleLocation: '12000000000000000001',
  keyword: 'lindqvist outdoor',
} as const;

/** Another shop, of which the same people speak. */
export const RIVAL = { name: 'Nordkap Gear' } as const;

/** What the brand posts, oldest first; people comment below. */
export const BRAND_POSTS: readonly string[] = [
  'Autumn is here. Our Kallsjö 3L is back in five colours, with the zip you asked for. 🍂',
  'Repair week! Send us your worn-out favourites: zips, seams and buckles are on us until Sunday.',
  'Which trail is on your list this winter? Tell us, and we show the most beautiful ones next month. 🏔️',
  'New in the shop: Tundra Down. 680 fill power, 410 grams, packs into its own pocket.',
  'Behind the scenes: this is Karin, who has sewn our prototypes since 1998.',
  'Free exchange on every size until the end of the month. Feet and shoulders change, we know.',
  'The Ravna 40 pack has won the Nordic Gear Award! Thank you to everybody who tested it with us.',
  'First snow in Härjedalen this morning. Is your shell ready? ❄️',
];
