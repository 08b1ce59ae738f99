/** Words after which a number is one by which a customer is known: of an order, a booking, a contract, a case. */
export const ORDER_WORDS: readonly string[] = [
  // English
  'order', 'booking', 'reservation', 'confirmation', 'reference', 'ref', 'invoice', 'ticket', 'case', 'claim', 'policy', 'contract', 'customer', 'client', 'account', 'membership', 'member', 'job', 'purchase', 'repair', 'complaint', 'pnr', 'receipt', 'po',
  // German
  'bestellung', 'bestellnummer', 'bestellnr', 'auftrag', 'auftragsnummer', 'auftragsnr', 'buchung', 'buchungsnummer', 'buchungscode', 'rechnung', 'rechnungsnummer', 'kundennummer', 'kundennr', 'kdnr', 'vertragsnummer', 'vertrag', 'vorgangsnummer', 'fallnummer', 'ticketnummer', 'mitgliedsnummer', 'schadennummer', 'aktenzeichen', 'referenz',
  // Greek
  'παραγγελ', 'παραγγελία', 'παραγγελίας', 'κράτηση', 'κράτησης', 'τιμολόγιο', 'τιμολογίου', 'κωδικός πελάτη', 'αριθμός πελάτη', 'αρ\\. πελάτη', 'συμβόλαιο', 'συμβολαίου', 'αίτημα', 'αιτήματος', 'αριθμός', 'κωδικός', 'paraggelia', 'paragelia', 'parageli',
  // Croatian, Serbian, Bosnian
  'narudžb', 'narudžba', 'narudžbe', 'narudžbu', 'narudzb', 'porudžbin', 'porudzbin', 'broj narudžbe', 'broj narudzbe', 'rezervacij', 'račun', 'racun', 'ugovor', 'kupac', 'korisnički broj', 'predmet', 'zahtjev', 'broj kupca',
  // Hungarian
  'rendelés', 'rendelésszám', 'rendelésem', 'rendelési', 'rendeles', 'rendelesszam', 'foglalás', 'foglalási', 'foglalas', 'számla', 'számlaszám', 'szamla', 'ügyfélszám', 'ügyfélazonosító', 'ugyfelszam', 'szerződés', 'szerződésszám', 'azonosító', 'ügyszám', 'bejelentés', 'hivatkozási',
  // Finnish
  'tilaus', 'tilausnumero', 'tilauksen', 'tilausnro', 'tilaukseni', 'varaus', 'varausnumero', 'varauksen', 'varaustunnus', 'lasku', 'laskun', 'laskunumero', 'asiakasnumero', 'asiakasnro', 'sopimusnumero', 'sopimus', 'viitenumero', 'tapausnumero', 'tikettinumero', 'huoltonumero', 'vikailmoitus',
  // Korean
  '주문번호', '주문 번호', '주문', '예약번호', '예약 번호', '예약', '접수번호', '접수 번호', '고객번호', '고객 번호', '회원번호', '계약번호', '문의번호',
];
