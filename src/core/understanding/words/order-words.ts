import { listed } from './listed.ts';

/**
 * Beginnings of words after which a number is one by which a customer is known: of an order, a booking, a contract, a
 * case. Any ending may follow, so that compounds and cases need no list of their own.
 */
export const ORDER_STEMS: readonly string[] = listed(`
  order, booking, reserv, confirmation, referen, invoice, ticket, claim, policy, contract, customer, client,
  account, membership, purchase, repair, complaint, receipt, rechnung, bestell, auftrag, buchung, kund, vertrag,
  vorgang, mitglied, schaden, aktenzeichen, παραγγελ, κρατησ, κράτησ, τιμολογ, τιμολόγ, πελατ, πελάτ, συμβολ,
  συμβόλ, αίτημα, αιτήμα, εντολ, ζημι, paraggel, paragel, narudžb, narudzb, porudžb, porudzb, rezervacij, račun,
  racun, ugovor, kupc, predmet, zahtjev, nalog, štet, rendel, foglal, számla, szamla, ügyfél, ugyfel, szerződés,
  azonosító, ügyszám, bejelentés, munkalap, kárigény, tilau, varau, lasku, asiakas, sopimu, viite, tapaus,
  huolto, vahin, vikailmoit, työnumer, 주문, 예약, 예매, 접수, 고객, 회원, 계약, 문의, 송장`);
/** Short ones stand by themselves. */
export const ORDER_WORDS: readonly string[] = listed('ref, po, pnr, rma, job, case, id, kdnr');
/** Words for "number". */
export const NUMBER_WORDS: readonly string[] = [
  ...listed('number, no, num, nr, nro, nummer, αρ, br, 번호, code, id'),
  ...['αριθμ\\p{L}{0,2}', 'κωδικ\\p{L}{0,3}', 'broj\\p{L}?', 'sz[aá]m\\p{L}{0,3}', 'numero\\p{L}{0,3}'],
];
/** A number after one of these is something else. */
export const NOT_ORDERS =
  /(?:tracking|sendungs?\p{L}{0,20}|seuranta\p{L}{0,20}|phone|tel|mobile|telefon\p{L}{0,20}|puhelin\p{L}{0,20}|τηλεφ\p{L}{0,20}|τηλέφ\p{L}{0,20}|flight|flug\p{L}{0,20}|house|room|zimmer|전화|송장)\s*$/iu;
