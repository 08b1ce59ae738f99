/**
 * How long X takes a text to be. Latin and most of Europe weigh 1, everything else 2 (an emoji 2, however many people
 * are in it), an address 23 however long it is, with `https://` or without.
 * Source: twitter-text 3.1, configuration version 3, which the test holds this against; read 2026-11.
 */
export function weightedLength(text: string): number {
  const normal = text.normalize('NFC');
  let length = 0;
  let at = 0;
  for (const { start, end } of addresses(normal)) {
    length += weightOf(normal.slice(at, start)) + ADDRESS_WEIGHT;
    at = end;
  }
  return length + weightOf(normal.slice(at));
}

const ADDRESS_WEIGHT = 23;
const EMOJI =
  /\p{RGI_Emoji}|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?|[#*0-9]\u20E3/gv;
const LIGHT = [0, 4351, 8192, 8205, 8208, 8223, 8242, 8247] as const;

function weightOf(text: string): number {
  let weight = 0;
  const rest = text.replace(EMOJI, () => {
    weight += 2;
    return '';
  });
  for (const character of rest) weight += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
  return weight;
}

function isLight(code: number): boolean {
  for (let at = 0; at < LIGHT.length; at += 2) if (code >= LIGHT[at]! && code <= LIGHT[at + 1]!) return true;
  return false;
}

const COUNTRIES =
  'ac ad ae af ag ai al am an ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tp tr tt tv tw tz ua ug uk um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw';
/** Of the 1,200 others, those that are met. A bare address under one that is missing here is counted by its letters. */
const OTHERS =
  'academy accountants actor agency airforce app art arpa asia associates attorney auction audio auto baby band bank bar bargains beer berlin best bet bible bid bike bio biz black blog blue boutique broker build builders business buzz cab cafe camera camp capital cards care career careers cars casa cash casino cat catering center ceo chat cheap church city claims cleaning click clinic clothing cloud club coach codes coffee college cologne com community company computer condos construction consulting contractors cooking cool coop country coupons courses credit cruises dance data date dating day deals degree delivery democrat dental design desi dev diamonds diet digital direct directory discount doctor dog domains download earth eat education email energy engineer engineering enterprises equipment estate events exchange expert express fail faith family fan fans farm fashion film finance financial fish fishing fit fitness flights florist flowers foo football forsale foundation fun fund furniture fyi gallery game games garden gift gifts gives glass global gmbh gold golf google graphics gratis green gripe group guide guitars guru hamburg haus health healthcare help hiphop hockey holdings holiday homes horse hospital host hosting hotel house how immo industries info ink institute insurance insure int international investments jetzt jewelry jobs kaufen kim kitchen koeln land lat law lawyer lease legal lgbt life lighting limited limo link live loan loans lol london love ltd luxury maison management market marketing markets mba media memorial men menu miami mil mobi moda moe mom money mortgage moscow museum name nagoya net network new news next ngo ninja nyc observer one ong online ooo org organic page paris partners parts party pet pharmacy photo photography photos pics pictures pink pizza place plumbing plus poker post press pro productions promo properties property pub quebec racing realtor recipes red rehab reise reisen rent rentals repair report republican rest restaurant review reviews rich rip rocks run sale salon sarl school schule science security services sexy shoes shop shopping show singles site ski soccer social software solar solutions space store stream studio study style supplies supply support surf surgery sydney systems tattoo tax taxi team tech technology tel tennis theater tickets tienda tips tires today tokyo tools top tours town toys trade training travel tube university uno vacations vegas ventures vet viajes video villas vin vip vision vodka vote voyage wales wang watch webcam website wedding wien wiki win wine work works world wtf xxx xyz yoga zone';
const KNOWN_ENDINGS = new Set(`${COUNTRIES} ${OTHERS}`.split(' '));
/** Never anybody's address. RFC 2606 and 6761. */
const RESERVED = new Set(['example', 'test', 'invalid', 'localhost', 'local', 'internal', 'onion', 'alt']);

const NO_DOMAIN = String.raw`\s!'#%&"()*+,\\\-.\/:;<=>?@\[\]^_{|}~$\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069\uFFFE\uFEFF\uFFFF\u180E\u0085`;
const ACCENTS = String.raw`\xC0-\xD6\xD8-\xF6\xF8-\u024F\u0300-\u036F\u1E00-\u1EFF`;
const PATH = String.raw`a-z\u0400-\u04FF0-9!*';:=+,.$\/%#\[\]\-\u2013_~@|&${ACCENTS}`;
const PARENS = String.raw`\((?:[${PATH}]+|[${PATH}]*\([${PATH}]+\)[${PATH}]*)\)`;
// the lengths are those of a name server, and keep a long text without spaces from taking long
const ADDRESS = new RegExp(
  String.raw`(?<before>[^a-z0-9@＠$#＃\uFFFE\uFEFF\uFFFF]|^)` +
    String.raw`(?<scheme>https?:\/\/)?(?<host>(?:[^${NO_DOMAIN}](?:[^${NO_DOMAIN}]|[-_](?=[^.\s])){0,62}\.){0,9}[^${NO_DOMAIN}](?:[^${NO_DOMAIN}]|-(?=[^.\s])){0,62}\.[a-z][a-z0-9-]+(?![0-9a-z@+-]))` +
    String.raw`(?<rest>(?::[0-9]+)?(?:\/(?:[${PATH}]*(?:${PARENS}[${PATH}]*)*(?:[+\-a-z\u0400-\u04FF0-9=_#\/${ACCENTS}]|${PARENS})|@[${PATH}]+\/)*)?` +
    String.raw`(?:\?[a-z0-9!?*'@();:&=+$\/%#\[\]\-_.,~|]*[a-z0-9\-_&=#\/])?)`,
  'gi',
);

const PLAIN_HOSTS = new RegExp(String.raw`(?:[-a-z0-9${ACCENTS}]+\.)+[a-z][a-z0-9-]+(?![0-9a-z@+-])`, 'gi');

interface Address {
  readonly start: number;
  readonly end: number;
}

function addresses(text: string): Address[] {
  if (!text.includes('.')) return [];
  return [...text.matchAll(ADDRESS)].flatMap((match): Address[] => {
    const { before = '', scheme = '', host: all = '', rest: after = '' } = match.groups ?? {};
    const host = upToKnown(all);
    const rest = host === all ? after : '';
    const start = match.index + before.length;
    const afterHost = start + scheme.length + host.length;
    const whole = afterHost + rest.length;
    const ending = endingOf(host);
    if (scheme !== '') {
      const short = /^https?:\/\/t\.co\/[a-z0-9]+(?:\?\S*)?/i.exec(text.slice(start, whole))?.[0];
      return RESERVED.has(ending) ? [] : [{ start, end: short === undefined ? whole : start + short.length }];
    }
    if (/[-_./]/.test(before) || !isKnown(ending)) return [];
    // without a scheme only plain letters belong to it, and the words between several of them may be Japanese
    return [...host.matchAll(PLAIN_HOSTS)].flatMap((found): Address[] => {
      const plain = upToKnown(found[0]);
      if (!isKnown(endingOf(plain))) return [];
      const from = afterHost - host.length + found.index;
      const end = from + plain.length;
      return [{ start: from, end: end === afterHost && /^(?::\d+)?\//.test(rest) ? whole : end }];
    });
  });
}

const endingOf = (host: string) => host.slice(host.lastIndexOf('.') + 1).toLowerCase();
const isKnown = (ending: string) => KNOWN_ENDINGS.has(ending) || ending.startsWith('xn--');

/** "Look at kettle.com.Then call us": the next sentence is no part of the host. */
function upToKnown(host: string): string {
  for (let labels = host.split('.'); labels.length > 1; labels = labels.slice(0, -1))
    if (isKnown(labels.at(-1)?.toLowerCase() ?? '')) return labels.join('.');
  return host;
}
