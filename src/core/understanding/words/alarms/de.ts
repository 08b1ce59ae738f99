import type { AlarmWords } from '../alarms.ts';
import { listed } from '../listed.ts';

export const de: AlarmWords = {
  injury: listed(`
    verschluckt, geschluckt, ohnmachtig, umgekippt, atmet nicht, blutung, vergiftet, blutet, krankenhaus,
    notaufnahme, notarzt, rettungswagen, krankenwagen, allergischer schock, allergische reaktion, stromschlag,
    verletzt, bewusstlos, verbrannt, vergiftung, lebensmittelvergiftung, atemnot, bekommt keine luft, suizid*,
    umbringen,
    verletzung*, verbruht*, schnittwunde, geblutet, schmerzen, notfall, erstickt, allergie, ausschlag, im krankenhaus,
    zugeschwollen, schwillt, geschwollen, anschwillt, keine luft, kaum luft, luftnot, hyperventil*, ohnmacht,
    kollabiert, zusammengebrochen, zuckungen, krampfanfall*, krampft, herzinfarkt, schlaganfall, brustschmerz*,
    in der brust, erbricht, erbrechen, übergibt sich, verätz*, ätzend*, verbrennung*, gebrochen, platzwunde,
    gestürzt, stromschläge, überdosis, doppelte dosis, giftnotruf, rettungsdienst, sanitäter, glassplitter,
    splitter im, metallspan, nicht mehr leben, nicht mehr aufwachen, nimmt sich das leben, das leben nehmen,
    will sterben`),
  danger: listed(`
    brennt, feuer gefangen, gasgeruch, riecht nach gas, gasleck, qualmt, raucht aus, funken, explodiert,
    bremsen versag*, bremse versag*, lebensgefahr*, steckengeblieben, stecken im aufzug, kohlenmonoxid,
    in gefahr,
    eingesperrt, sitze fest, sitzen fest, gestrandet, wasserrohrbruch, rohrbruch, uberschwemm*, kein strom, stromausfall, keine heizung, heizung ausgefallen, kein warmwasser, geschmolzen, uberhitz*, brandgeruch, verschmort, explosion*, stecke fest,
    qualm, rauch, rauchentwicklung, schwelt, knistert, zischt, brenzlig, stichflamme, flammen, in flammen,
    abgefackelt, feuerwehr, brand, gas tritt aus, gas strömt, im aufzug fest, fahrstuhl fest, hängen im fahrstuhl,
    hängen im aufzug, messer, pistole, bedroht, überfallen, eingebrochen, einbrecher, verfolgt mich, schlägt,
    geschlagen, prügelt, besoffen, betrunken, schlangenlinien, bremst nicht, lenkung, stürzt ein, einsturz*,
    eingestürzt, hängt lose, stromleitung, oberleitung, kabel hängt, notruf, notausgang, evakuier*, ertrink*,
    ertrunken, gullydeckel, kind verschwunden, ist verschwunden`),
  fraud: listed(`
    gehackt, gehackt worden, konto leer*, bucht jemand, unbekannte abbuchung*, karte gestohlen, karte geklaut,
    karte sperren, konto sperren, phishing, betruger, nicht von mir autorisiert, identitatsdiebstahl,
    nicht von mir, nie bestellt, missbraucht, abgebucht obwohl, fremde abbuchung*, unbefugt*, betrogen, brieftasche verloren, karte verloren, identitat gestohlen, zugangsdaten,
    erpress*, abgeräumt, leergeräumt, geplündert, jemand bestellt, jemand kauft, jemand zahlt, jemand bucht,
    in meinem namen, auf meinen namen, passwort geändert, gibt sich als, falscher mitarbeiter, tan durchgegeben,
    pin durchgegeben, code durchgegeben, geklaut, gestohlen, konto übernommen, fremde person, kontakte um geld,
    betrug, fakeshop`),
  vulnerable: listed(`
    schwanger und, rollstuhl, sauerstoffgerat, insulin, dialyse, schwerbehindert*, pflegebedurftig*, demenz,
    saugling, neugeborene*, beatmungsgerat,
    rollstuhlfahr*, pflegefall, medikament*, asthma, behindert*, baby, hochschwanger, epilep*, altere dame, meine oma,
    atemgerät, schlafapnoe, rollator, bettlägerig, pflegeheim, altenheim, seniorenheim, kita, alleinerziehend,
    herzkrank*, krebs, chemo, frühchen, hochbetagt`),
  minor: listed(
    `kind allein, kind alleine, tochter allein, tochter alleine, sohn allein, sohn alleine, minderjahrig*,
    kind eingesperrt, kind ist allein, kinder allein, unser kind,
    kind ist weg, kind verloren, jährige sitzt, allein an der, sitzt allein, kinder sind allein,
    ohne unsere tochter, ohne unseren sohn, bin 12, bin 13, bin 14`,
  ),
  legal: listed(`
    anwalt*, rechtsanwalt*, anzeige erstatten, klage, verklage, rechtliche schritte, verbraucherzentrale,
    bundesnetzagentur, bafin, schlichtungsstelle, fristsetzung, letzte frist, mahnbescheid, datenschutzbehorde,
    inkasso, rechtsschutz*, gericht, mahnung, abmahnung, strafanzeige, polizei,
    einstweilige verfügung, klageschrift, klage ein, anwältin, schlichtung, ombudsstelle, aufsichtsbehörde,
    gewerbeaufsicht`),
  press: listed(`presse, zeitung, journalist*, fernsehen, medien`),
  deadline: listed(`
    heute, heute abend, morgen, jetzt sofort, sofort, dringend, umgehend, eilt, in einer stunde, am gate,
    bis mitternacht, schnellstmoglich,
    heute noch, bis heute, bis morgen, bis freitag, bis montag, noch diese woche, morgen fruh, hochzeit, prufung, beerdigung, abflug, flug geht, zug fahrt, in zwei stunden, in 2 stunden, in wenigen stunden, zeitkritisch, schnell, so schnell wie moglich, letzter tag, frist,
    bis mittag, bis 12 uhr, bis 14 uhr, bis 16 uhr, bis 18 uhr, in einer halben stunde, in zehn minuten,
    in fünf minuten, in einer woche nicht, übermorgen, in ein paar stunden, gleich los, am samstag, am sonntag,
    heute nacht, heute nachmittag, heute mittag, noch vor, rechtzeitig`),
};
