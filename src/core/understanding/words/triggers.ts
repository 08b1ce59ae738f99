import type { WordsByLanguage } from '../../learning/own.ts';
import { listed } from './listed.ts';

/**
 * What calls for care, as people write it on a phone: without accents. One that ends in `*` stands for all words that
 * begin so; several words must follow each other.
 */
export const shippedTriggers: WordsByLanguage = {
  en: listed(`
    help, assist*, support, broken, broke, not working, doesnt work, stopped working, problem*, issue*, error*,
    refund*, cancel*, complain*, damaged, defective, faulty, missing, lost, stolen, late, delay*, never arrived,
    not received, still waiting, waiting for, no response, no reply, no answer, overcharged, charged twice,
    wrong, unable to, cant log, locked out, urgent*, asap, unacceptable, worst, terrible, awful, disappoint*,
    scam*, fraud*, lawyer, solicitor, unsafe, dangerous, recall, warranty, return, replacement, compensation,
    outage, is down, crash*`),
  de: listed(`
    hilfe, helfen, kaputt, defekt*, funktioniert nicht, geht nicht, problem*, fehler*, erstattung*,
    ruckerstattung, geld zuruck, stornier*, kundig*, reklam*, beschwer*, beschadigt, fehlt, verloren, gestohlen,
    verspat*, nicht angekommen, nicht erhalten, warte, wartezeit, keine antwort, keine ruckmeldung,
    doppelt abgebucht, falsch*, gesperrt, dringend, unverschamt*, frechheit, enttausch*, betrug*, abzocke,
    anwalt, gefahrlich, garantie, umtausch*, retoure, ersatz, storung, ausfall, absturz*`),
  el: listed(`
    βοηθεια, βοηθηστε, χαλασε, χαλασμεν*, δεν λειτουργει, δεν δουλευει, προβλημα*, σφαλμα*, επιστροφη*, ακυρω*,
    παραπον*, ελαττωματικ*, λειπει, χαθηκε, κλεψ*, καθυστερ*, δεν ηρθε, δεν εχει ερθει, δεν παρελαβα, περιμενω,
    καμια απαντηση, δεν απαντ*, λαθοσ, λαθοσ χρεωση, κλειδωθηκ*, επειγ*, απαραδεκτ*, απογοητ*, απατη*, δικηγορο*,
    επικινδυν*, εγγυηση, αλλαγη, αποζημιωση, βλαβη, voithia, voh8eia, provlima, den doulevei, den leitourgei,
    perimenw, perimeno, apath, apati, epistrofi`),
  hr: listed(`
    pomoc, pomozite, pokvar*, ne radi, ne rade, problem*, gresk*, povrat*, otkaz*, prigovor*, zalb*, reklamacij*,
    osteceno, ostecen*, neisprav*, nedostaje, izgubljen*, ukraden*, kasni, kasnjenj*, nije stig*, nisam dobi*,
    cekam, nitko se ne javlja, bez odgovora, nema odgovora, dvaput naplac*, krivi, krivo, pogresn*, blokiran*,
    zakljucan*, hitno, sramota, neprihvatljiv*, razocar*, prevar*, odvjetnik*, advokat*, opasn*, jamstv*,
    garancij*, zamjen*, kvar, odstet*, srusi*`),
  hu: listed(`
    segits*, segitseg*, elromlott, nem mukodik, nem mukodnek, problem*, hiba*, visszaterit*, penzvisszafiz*,
    lemond*, torles, panasz*, reklamac*, serult*, hibas*, hianyzik, elveszett, elloptak, kesik, keses*,
    nem erkezett, nem kaptam, varok, nem valaszol*, nincs valasz, ketszer vontak, rossz, teves*, zarolt*,
    letiltott*, surgos*, felhabor*, elfogadhatatlan, csalod*, csalas*, atver*, ugyved*, veszelyes*, garancia*,
    csere*, karterites*, uzemzavar, leallt, lefagy*`),
  fi: listed(`
    apua, auttaa, auttakaa, rikki, ei toimi, eivat toimi, ongelma*, virhe*, hyvitys*, palautus*, rahat takaisin,
    peruut*, peru*, valitus*, reklamaatio*, vaurioit*, viallinen, vialli*, puuttuu, kadon*, varastet*, myohas*,
    ei ole tullut, ei tullut, en ole saanut, odottanut, odotan, ei vasta*, kukaan ei vastaa, kahteen kertaan,
    vaara*, lukittu*, kiire*, pettyny*, pettymys*, huijaus*, huijar*, asianajaja*, lakimie*, vaarallinen, takuu*,
    vaihto*, korvaus*, hairio*, kaatuu, kaatui`),
  ko: listed(`
    도와*, 도움*, 고장*, 안돼*, 안되*, 안 돼*, 안 되*, 문제*, 오류*, 에러*, 환불*, 취소*, 불만*, 신고*, 파손*, 불량*, 하자*, 누락*, 분실*, 도난*, 지연*,
    안 왔*, 안와*, 안 와*, 못 받*, 못받*, 기다리*, 답이 없*, 답변이 없*, 연락이 없*, 이중결제*, 중복 결제*, 잘못*, 잠겼*, 급해*, 급합*, 긴급*, 빨리*, 최악*,
    실망*, 사기*, 변호사*, 소비자원*, 위험*, 교환*, 반품*, 보상*, 장애*, 먹통*, 튕기*, 튕겨*`),
};
