/**
 * Words after which people write the number of their order, plain (small letters, no accents), in the languages of the
 * practice workspace and some more. The beginning of a word is enough: these languages decline.
 */
export const ORDER_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['order', 'purchase', 'invoice', 'confirmation number'],
  de: ['bestell', 'auftrag', 'rechnung', 'kaufnummer'],
  el: ['παραγγελι', 'αριθμοσ παραγγελιασ', 'τιμολογι'],
  hr: ['narudzb', 'narudzben', 'narucil', 'racun'],
  ko: ['주문번호', '주문', '오더', '구매번호'],
  hu: ['rendeles', 'megrendeles', 'szamla'],
  fi: ['tilaus', 'tilauk', 'tilausnumero', 'lasku'],
  es: ['pedido', 'orden', 'factura', 'compra'],
  sv: ['order', 'bestallning', 'faktura', 'kop'],
  it: ['ordin', 'fattura', 'acquisto'],
};

/** What may stand between the word and the number. */
export const NUMBER_WORDS: readonly string[] = [
  'number', 'num', 'no', 'nr', 'id', 'code', 'reference', 'ref', 'nummer', 'nummern', 'arikhmos', 'αριθμο', 'αρ', 'νουμερο',
  'broj', 'br', 'brojem', '번호', 'szam', 'szama', 'szamu', 'sz', 'numero', 'num', 'n', 'is', 'was', 'ist', 'war', 'lautet',
  'ειναι', 'μου', 'meine', 'meiner', 'moja', 'moje', 'je', 'glasi', '는', '은', '가', '이', 'on', 'oli', 'es', 'ar', 'e', 'the', 'my', 'a', 'az', 'with', 'mit', 'der', 'με', 'pod',
];
