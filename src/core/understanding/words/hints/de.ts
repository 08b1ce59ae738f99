import type { HintWords } from '../hints.ts';
import { listed } from '../listed.ts';

export const de: HintWords = {
  lacking: listed(`
    kein netz, kein internet, kein wasser, kein warmwasser, keine heizung, kein strom, kein gas, kein empfang, kein licht,
    ohne strom, ohne wasser, ohne internet, ohne heizung, ohne netz, ohne telefon, strom weg, internet weg, netz weg,
    ausgefallen, ausfall, ausfalle, störung, tot, lahmgelegt, friere*, frieren, eiskalt, grad im, alle, ausgegangen,
    geht aus, nix geht, nichts geht, geht nichts, ganze straße, ganzer ort, ganzes haus, ganzes dorf, lädt nicht, down`),
  money: listed(`
    doppelt abgebucht, doppelt belastet, zweimal abgebucht, zweimal belastet, dreimal abgebucht, im minus, ins minus,
    falsches konto, falsche iban, falscher empfänger, gehalt, lohn, löhne, miete, rente, erspartes, ersparnisse,
    abgezogen, nicht eingegangen, nicht angekommen, abgelehnt, automat hat, karte eingezogen, kreditrate, rate,
    überweisung, echtzeitüberweisung, echtzeit, kein bargeld, pfändung`),
  justNow: listed(`
    gerade, grade, eben, soeben, in diesem moment, im moment, momentan, jetzt, vor fünf minuten, vor zehn minuten,
    vor 5 min, vor 10 min, vor ner stunde, vor einer stunde, seit einer stunde, seit ner stunde, seit stunden, live,
    jede minute, in diesem augenblick, derzeit, aktuell, grad, gleich, seit heute früh, seit heute morgen, während`),
  stuck: listed(`
    steh hier, stehe hier, stehen hier, stehe vor, stehen vor, stehe draußen, stehen draußen, sitze hier, sitzen hier,
    sitze fest, sitzen fest, fest im, stecke, stecken, steckt, festgesteckt, hänge, hängen, eingeschlossen,
    eingesperrt, ausgesperrt, komme nicht rein, kommen nicht rein, nicht raus, gestrichen, annulliert, letzter bus,
    letzter zug, letzter flug, letzte fähre, anschluss, verpasst, gestrandet, am flughafen, am bahnhof, am bahnsteig,
    an der grenze, am schalter, vor der tür, an der rezeption, kein zimmer, im dunkeln, im ausland, panne, liegen geblieben`),
  dependent: listed(`
    baby, säugling, kleinkind, kind, kinder, kindern, kleine, kleiner, kleinen, sohn, tochter, mutter, mama, vater, papa,
    oma, opa, großmutter, großvater, nachbarin, senioren*, pflege*, patient*, bewohner, schwanger*, rollstuhl,
    tabletten, tablette, spritze*, medikament*, rezept, antibiotik*, atemgerät, fläschchen, hund, katze, diabetiker*`),
  event: listed(`
    hochzeit, trauung, beerdigung, beisetzung, trauerfeier, prüfung, klausur, vorstellungsgespräch, bewerbungsgespräch,
    taufe, kommunion, op, operation, gerichtstermin, flug, flieger, abflug, umzug, ziehen um, gäste, konzert, reisepass,
    visum, einschulung, abgabe, abiball, geburtstag, geburtstagsfeier, urlaub, abreise, boarding`),
  past: listed(`
    letztes jahr, letzten monat, letzten sommer, letzten winter, letzte woche, letzter woche, voriges jahr, vor jahren,
    vor monaten, vor wochen, damals, früher, seit monaten, seit jahren, seit wochen, im januar, im februar, im märz,
    im april, im mai, im juni, im juli, im august, im september, im oktober, im november, im dezember, im frühjahr`),
  general: listed(`
    wie oft, wie lange dauert, wie kann ich, wie funktioniert, habt ihr, haben sie, gibt es, gibts, verkauft ihr, bietet,
    kann ich, kann man, darf ich, darf man, ist es möglich, was passiert wenn, was ist wenn, falls, normalerweise, generell,
    grundsätzlich, öffnungszeiten, stimmt es, ist es normal, wird es, plant ihr, ab wann, wie viel, was kostet, wäre schön`),
  solved: listed(`
    dank euch, danke an, danke für, vielen dank, gerettet, geholfen, gelöst, repariert, läuft wieder, geht wieder,
    ist wieder, wieder da, gefunden, hut ab, respekt, bravo, klasse, zum glück, alles gut, helden, held, sofort geholfen,
    ruhig geblieben, innerhalb von minuten, minuten später, lebensretter, heil`),
};
