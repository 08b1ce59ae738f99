import { sameTongue } from '../routing/languages.ts';

/** What grows onto a name, folded: cases, possessives, particles. */
const GROWN: Readonly<Record<string, RegExp>> = {
  en: /^(?:s|es)$/,
  de: /^(?:e?s|e?n|s?(?:app|kunden?(?:dienst|service)?|shop|service|support|hotline|filialen?|laden|konto|rechnung|paket|lieferung|bestellung|karte|gutschein|abo|team|website)s?)$/,
  fi: /^(?:'?(?:i|oi|e)?(?:n|t|a|ta|tta|ssa|sta|an|en|in|on|un|hin|han|hen|seen|lla|lta|lle|na|ksi|tten|ien|iin|jen|ja|den|ita|ineen)?)(?:ni|si|mme|nne|nsa)?(?:kin|kaan|ko|han|hin|pa|pas|s)*$/,
  hu: /^(?:[aeo]?k|[aeo]?s|[aeo]?sok|ek|i|e|j?[ae]i?|[aeo]?m|[aeo]?d|u?nk)?(?:[aeo]?t|n[ae]k|b[ae]n?|b[oe]l|r[oe]l|t[oe]l|[aeo]?n|n[ae]l|h[oe]z|r[ae]|v?[ae]l|v?[ae]|ig|ert|kent|ul|kor|e|es|os|as)?$/,
  hr: /^(?:a|u|e|i|o|om|em|ova|ove|ovi|ovo|ovu|ovog|ovoj|ovom|ovim|ovima|ovih|ev[aeiou]|ima|ama|ovac|ovci|ovac?a|ov)$/,
  el: /^(?:σ|ν|υ|ου|οσ|ο|ε|οι|ων|ουσ|α|ασ|αν|εσ|η|ησ|ην|ι|ια|ιου|s)$/,
  tr: /^(?:[dt][ae]n?|[ae]|y[ae]|[iu]n|n[iu]n|[iu]|y[iu]|l[ae]r|l[ae])$/,
  pl: /^(?:a|u|em|om|owi|ie|i|y|e|ow|ami|ach)$/,
  cs: /^(?:u|a|em|ovi|e|y|i|ou|ech|um)$/,
  nl: /^(?:s|en)$/,
  sv: /^(?:s|et|en|ets|ens)$/,
  no: /^(?:s|et|en|ets|ens)$/,
  da: /^(?:s|et|en|ets|ens)$/,
};
/** Where the language cannot be told: what is common and seldom makes another word. */
const ANY = /^(?:s|n|in|en|a|e|u|om|nak|nek|ban|ben|tol|nal|nel|ssa|sta|lla|lta|lle)$/;

/** Names whose last letter gives way: Zvona, Zvone; Ζβόνα, Ζβόνων. */
const REPLACED: Readonly<Record<string, RegExp>> = {
  hr: /^(?:a|e|i|u|o|om|ama|in[aeiou]?|inoj|inom|inu|inog)$/,
  el: /^(?:α|ασ|αν|εσ|η|ησ|ην|ο|ου|ον|ουσ|οσ|ων|οι|ε)$/,
};
const GIVES_WAY = /[aeoαεηοω]$|[οηα]σ$/;

const KOREAN =
  /^(?:은|는|이|가|을|를|에|의|로|으로|와|과|랑|이랑|도|만|까지|부터|보다|처럼|한테|께|야|라|나|들|측|쪽|하고|입|임|인데|때|같|네|님|조차|마저|밖에|이었|였|예요|이에요)/;
/** What is written onto a name without a space. */
const KOREAN_BESIDE =
  /^(?:고객|상담|센터|앱|어플|배송|서비스|매장|직원|계정|결제|환불|제품|상품|주문|홈페이지|사이트|본사|공식|코리아|카드|요금|멤버|회원|구독|이용|사용|구매|후기|리뷰|포인트|머니|쿠폰|페이|전자|은행|뱅크|증권|보험|생명|화재|그룹|마트|몰|스토어|택배|통신|항공|택시|배달|플러스|사태|논란)/;
const LONG_HANGUL = 3;

const found = new Map<string, RegExp | null>();
const within = (table: Readonly<Record<string, RegExp>>, name: string, language: string): RegExp | null => {
  const key = `${name} ${language}`;
  let pattern = found.get(key);
  if (pattern === undefined) {
    const tongue = Object.keys(table).find((one) => sameTongue(one, language));
    pattern = tongue ? (table[tongue] ?? null) : null;
    if (found.size > 500) found.clear();
    found.set(key, pattern);
  }
  return pattern;
};

/** Whether `rest` is what the language grows onto a name that ends in the letter `last`. */
export function isEnding(rest: string, language: string | null, last = ''): boolean {
  if (rest === '') return true;
  // Hungarian doubles the last letter: Wizz Airrel.
  if (rest.length > 2 && rest[0] === last && /^.[ae]l$/u.test(rest) && language?.startsWith('hu')) return true;
  if (language === null) return ANY.test(rest);
  return within(GROWN, 'grown', language)?.test(rest) ?? false;
}

/** What a name has before the letter that gives way, or null where nothing does. */
export function stemOf(name: string, language: string | null): string | null {
  if (language === null || !within(REPLACED, 'replaced', language) || name.length < 4) return null;
  const way = GIVES_WAY.exec(name);
  return way ? name.slice(0, way.index) : null;
}

export const isReplaced = (rest: string, language: string): boolean =>
  within(REPLACED, 'replaced', language)?.test(rest) ?? false;

/** Whether what follows a Hangul name in the same word may follow it. A long name is hardly the start of another word. */
export const mayFollowHangul = (name: string, rest: string): boolean =>
  rest === '' || name.length >= LONG_HANGUL || KOREAN.test(rest) || KOREAN_BESIDE.test(rest);
