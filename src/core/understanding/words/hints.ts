import { listed } from './listed.ts';

/**
 * What speaks for or against a matter of today without settling it: something needed is not there, money is gone, it
 * happened this minute, somebody is stuck, depends on others, waits for an event; it is long past, asked in general,
 * put right, or not possible to do.
 */
export const HINTS = [
  'lacking',
  'money',
  'justNow',
  'stuck',
  'dependent',
  'event',
  'past',
  'general',
  'solved',
] as const;
export type Hint = (typeof HINTS)[number];

type HintWords = Readonly<Record<Hint, readonly string[]>>;

/** Phrases by language. `*` stands for any ending; several words must follow each other. */
export const HINT_WORDS: Readonly<Record<string, HintWords>> = {
  en: {
    lacking: listed(`
      no signal, no internet, no water, no hot water, no heating, no heat, no electricity, no power, no gas, no service,
      outage, power cut, is down, are down, all down, offline, without power, without water, without internet,
      without heating, without heat, freezing, run out of, running out, ran out, nothing works, whole street,
      entire street, whole building, whole village, wont load, not loading, still no`),
    money: listed(`
      charged twice, double charged, charged me twice, taken twice, overdrawn, overdraft, wrong account, wages, salary,
      rent is, my rent, savings, emptied, missing from my account, gone from my account, declined, wrong iban,
      cash machine, swallowed my card, direct debit, transfer*, mortgage payment, pension`),
    justNow: listed(`
      just now, right this, this minute, this second, this moment, minutes ago, min ago, mins ago, seconds ago,
      an hour ago, just ordered, just placed, just sent, just paid, just seen, just got, just had, at the moment,
      right now, currently, happening now, as we speak, as i type, in front of me, still inside, about to`),
    stuck: listed(`
      stuck, stranded, locked out, locked in, missed my, missed the, last train, last bus, last flight, last ferry,
      no way home, standing outside, standing in front, waiting outside, waiting at, at the airport, at the station,
      at the gate, at check in, at the hotel, cancelled on, no room for us, nowhere to sleep, wont let us, wont let me,
      cant get in, cant get out, on the platform, abroad, roadside, broken down`),
    dependent: listed(`
      baby, toddler, newborn, my child, my kid, my kids, children, little one, my son, my daughter, year old,
      my mother, my mum, my mom, my father, my dad, grandma, gran, grandmother, grandad, grandfather, elderly, patient*,
      disabled, pregnant, carer, care home, tablets, medicine, medication, prescription, pills, dose, nappies, formula`),
    event: listed(`
      wedding, funeral, exam, interview, birthday party, graduation, christening, operation, surgery, court hearing,
      my flight, our flight, flight tomorrow, moving tomorrow, moving house, guests, visa appointment, concert, passport,
      holiday tomorrow, travel tomorrow, travelling tomorrow, fly tomorrow, leave tomorrow, we leave`),
    past: listed(`
      last year, last month, last summer, last winter, last week, years ago, months ago, weeks ago, back in, back then,
      used to, once had, in january, in february, in march, in april, in may, in june, in july, in august,
      in september, in october, in november, in december, for months, for years, since spring, since summer`),
    general: listed(`
      in general, generally, normally, how often, how do i, how can i, do you have, do you sell, do you offer, can i,
      is it possible, is there a, what happens if, what if, in case, opening hours, just curious, wondering, if i ever,
      is it normal, are you planning, would it be, it would be nice, any plans, how much is, how much does, what does`),
    solved: listed(`
      thanks to, thank you for, saved, rescued, sorted, fixed, resolved, solved, came back, found it, found him, found her,
      all good, back on, back up, working again, calmly, within minutes, lifesaver, hero, heroes, well done, so kind,
      safe and sound, all safe, everyone is fine, were brilliant, was brilliant, stayed with`),
  },
  de: {
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
  },
  el: {
    lacking: listed(`
      χωρίς ρεύμα, χωρίς νερό, χωρίς ίντερνετ, χωρίς θέρμανση, χωρίς σήμα, χωρίς τηλέφωνο, δεν έχουμε ρεύμα, δεν έχουμε νερό,
      δεν έχει ρεύμα, δεν έχει νερό, δεν έχουμε ίντερνετ, κόπηκε το ρεύμα, κόπηκε το νερό, διακοπή, έπεσε το σύστημα, νεκρό,
      νεκρή, παγών*, κρύο, τελειώνει, τελειώνουν, τελείωσε, τελείωσαν, βλάβη, δεν υπάρχει σήμα, όλη η γειτονιά, εκτός λειτουργίας,
      πεσμένο, μπλόκαρε, horis reuma, xwris reuma, xwris internet`),
    money: listed(`
      διπλή χρέωση, δύο φορές, δυο φορές, διπλά, μείον, λάθος λογαριασμό, λάθος ιβαν, μισθός, μισθό, μισθοδοσία, ενοίκιο, σύνταξη,
      οικονομίες, λείπουν, εξαφανίστηκαν, απορρίπτεται, απορρίφθηκε, κατάπιε την κάρτα, κράτησε την κάρτα, δόση, μεταφορά,
      υπόλοιπο, δεν μπήκε, δεν μπήκαν, τράβηξ*, δεσμευμέν*, κατάσχεσ*`),
    justNow: listed(`
      μόλις, τώρα, αυτή τη στιγμή, αυτή την ώρα, πριν πέντε λεπτά, πριν δέκα λεπτά, πριν λίγο, πριν από λίγο, εδώ και μια ώρα,
      εδώ και ώρες, από το πρωί, από το μεσημέρι, κάθε λεπτό, μπροστά μου, ακόμα μέσα, σε λίγο, αυτη τη στιγμη, molis, twra`),
    stuck: listed(`
      κλειδωμένο*, κλειστήκαμε, κλεισμένοι, κλεισμένη, εγκλωβ*, είμαι έξω, είμαστε έξω, περιμένουμε έξω, στέκομαι, στεκόμαστε,
      στο αεροδρόμιο, στον σταθμό, στο λιμάνι, στην πύλη, στη στάση, στο γκισέ, στη ρεσεψιόν, ακυρώθηκε, χάνω την, χάσαμε,
      έχασα την, τελευταίο πλοίο, τελευταίο τρένο, τελευταίο λεωφορείο, τελευταία πτήση, ξεμείναμε, έμεινα από, στο σκοτάδι,
      στο εξωτερικό, στη μέση του, δεν μας αφήνουν, δεν με αφήνουν, πού θα κοιμηθούμε, δεν μπορώ να μπω, δεν ανοίγει η πόρτα`),
    dependent: listed(`
      μωρό, μωράκι, παιδί, παιδιά, μικρό, μικρή, ο γιος, γιο, κόρη, μητέρα, μάνα, μαμά, πατέρας, πατέρα, μπαμπάς, γιαγιά,
      παππούς, ηλικιωμέν*, ασθεν*, έγκυος, καροτσάκι, χάπι, χάπια, φάρμακο, φάρμακα, συνταγή, αντιβίωση, ένεση, ενέσεις, γάλα,
      αναπνευστήρα*, διαβητικ*, σκύλο*`),
    event: listed(`
      γάμο*, κηδεία, μνημόσυνο, εξέταση, εξετάσεις, συνέντευξη, βάφτιση, βαφτίσια, χειρουργείο, εγχείρηση, δικαστήριο, πτήση,
      πετάω, πετάμε, ταξιδεύω, ταξιδεύουμε, μετακόμιση, μετακομίζ*, καλεσμένοι, συναυλία, διαβατήριο, βίζα, γενέθλια, φεύγουμε`),
    past: listed(`
      πέρσι, πέρυσι, τον περασμένο, την περασμένη, πριν χρόνια, πριν μήνες, πριν βδομάδες, τότε, παλιά, εδώ και μήνες,
      εδώ και χρόνια, μήνες τώρα, τον ιανουάριο, τον μάρτιο, τον απρίλιο, τον μάιο, τον ιούνιο, τον ιούλιο, τον αύγουστο,
      τον σεπτέμβριο, τον οκτώβριο, τον νοέμβριο, τον δεκέμβριο, το καλοκαίρι, τον χειμώνα, από την άνοιξη`),
    general: listed(`
      πόσο συχνά, πώς μπορώ, πώς γίνεται, έχετε, υπάρχει, μπορώ να, μπορούμε να, γίνεται να, τι γίνεται αν, αν ποτέ, σε περίπτωση,
      συνήθως, γενικά, ωράριο, είναι φυσιολογικό, αληθεύει, σκέφτεστε, από πότε, πόσο κάνει, πόσο κοστίζει, καλό θα ήταν, κάθε πότε`),
    solved: listed(`
      χάρη σε, ευχαριστώ τον, ευχαριστώ την, ευχαριστώ που, ευχαριστούμε, έσωσ*, σώσατε, λύθηκε, διορθώθηκε, φτιάχτηκε, ήρθε το ρεύμα,
      το βρήκε, τον βρήκε, την βρήκε, μπράβο, ευτυχώς, όλοι καλά, είμαστε καλά, να είστε καλά, ήρωες, σε δέκα λεπτά, αμέσως βοήθησ*,
      έμεινε δίπλα, γλίτωσ*`),
  },
  hr: {
    lacking: listed(`
      nema struje, nema vode, nema interneta, nema neta, nema signala, nema grijanja, nema plina, nema tople, bez struje, bez vode,
      bez interneta, bez neta, bez signala, bez grijanja, bez plina, bez telefona, nestalo struje, nestalo vode, nestala struja,
      pao sustav, pao sistem, sustav pao, sistem pao, internet pao, pala mreža, pao internet, kvar, u mraku, smrzava*, ledeno, ledeni,
      stupnjeva, stepeni, nestaje, nestalo, ponestaje, ne radi nista, nista ne radi, cijela ulica, ceo kraj, cijeli kvart, mrtav, stoji sve,
      ne učitava`),
    money: listed(`
      dvaput naplać*, dva puta naplać*, dvaput skin*, dva puta skin*, duplo naplać*, duplo skin*, u minusu, u minus, na nuli, krivi račun,
      pogrešan račun, krivi iban, plaća, plata, platu, plaću, penzija, mirovina, kirija, stanarin*, najam, najamnin*, ušteđevin*,
      nije sjela, nije legla, nije sjeo, nije legao, odbijena, odbija, progutao, progutana, rata, ratu, kredit*, skinuli, skinuto,
      skinut, uplata, ovrha, nema para, nestalo novca`),
    justNow: listed(`
      upravo, baš sad, baš sada, sad, sada, trenutno, u ovom trenutku, u ovom času, prije pet minuta, prije 5 min, prije deset minuta,
      pre pet minuta, prije sat, prije sat vremena, sat vremena, već sat, od jutros, jutros, malo prije, maloprije, malopre,
      od podneva, od sinoć, gledam kako, iz minute u minutu, još unutra, ispred mene, taman, prije 2 min`),
    stuck: listed(`
      zapeli, zapela, zapeo, zaglavi*, zaključan*, zarobljen*, ostao vani, ostala vani, stojimo, stojim, sjedimo, čekamo pred, čekam pred,
      pred apartmanom, pred hotelom, pred vratima, na gateu, na aerodromu, u zračnoj luci, na kolodvoru, na stanici, na peronu,
      na granici, na šalteru, na recepciji, na ukrcaju, na blagajni, otkazan, otkazali, zadnji bus, zadnji let, zadnji vlak,
      zadnji trajekt, poslednji voz, propustili, propustila, ostavili nas, ostavio, nije došao, nije došla, ne puštaju, ne mogu ući,
      ne mogu izaći, ne mogu da uđem, bez smještaja, u mraku, u inozemstvu, na cesti, krepao`),
    dependent: listed(`
      beba, bebu, bebom, dijete, djeca, djece, djecom, djetetom, dete, deca, dece, decu, sin, sina, kći, kćer, ćerka, ćerku, mama, mami, majka,
      majci, otac, tata, tati, baka, baki, dida, dedi, djed, deda, starij*, bolesnik*, pacijent*, trudn*, u kolicima, lijek, lijekovi,
      lijekove, lek, lekovi, lekove, tableta, tablete, recept, uputnic*, terapij*, antibiotik, injekcij*, pelen*, psa, kisik*, dijabetičar*`),
    event: listed(`
      vjenčanj*, venčanj*, svadb*, sprovod, sahran*, pogreb, pokop, ispit, razgovor za posao, krštenj*, operacij*, ročište, let, letim, letimo, putujem, putujemo,
      selim, selimo, preseljav*, gosti, koncert, pasoš, putovnic*, viza, rođendan, matur*, odbrana, obrana, krećemo, polazak`),
    past: listed(`
      prošle godine, prošli mjesec, prošlog ljeta, prošle zime, prošli tjedan, prošlog tjedna, prošle nedelje, lani, prije godinu,
      prije godina, prije mjesec, tada, nekad, nekada, mjesecima, godinama, tjednima, već mjesec*, u siječnju, u veljači, u ožujku, u travnju, u svibnju,
      u lipnju, u srpnju, u kolovozu, u rujnu, u listopadu, u studenom, u prosincu, u januaru, u martu, u aprilu, u maju, u junu,
      u julu, u avgustu, u septembru, u oktobru, u novembru, u decembru, od proljeća, od lipnja, od srpnja`),
    general: listed(`
      koliko često, kako se, kako da, imate li, imate, ima li, postoji li, mogu li, moze li, može li, može se, je li moguće, što ako, šta ako,
      u slučaju, inače, općenito, obično, radno vrijeme, je li istina, je li normalno, planirate, od kad, od kojeg, koliko košta, koliko dođe,
      bilo bi, bilo bi lijepo, kada je, treba li, primate li, gdje se`),
    solved: listed(`
      zahvaljujući, hvala na, hvala što, hvala vam, spasili, spasio, spasila, spašen*, riješili, riješio, riješila, riješeno, rešili, rešeno, popravili, popravljeno,
      opet radi, vratili struju, našli, našla ga, našao ga, pronašli, svaka čast, kapa dolje, bravo, srećom, svi dobro, živi i zdravi, heroj*,
      za deset minuta, odmah pomog*, ostala uz, divn*`),
  },
  hu: {
    lacking: listed(`
      nincs áram, nincs víz, nincs net, nincs internet, nincs fűtés, nincs meleg víz, nincs gáz, nincs térerő, nincs villany, áram nélkül,
      víz nélkül, net nélkül, fűtés nélkül, áramszünet, leállt, leállás, elment a net, elment az áram, elment a víz, nem működik semmi, semmi nem megy,
      nem megy semmi, elfogy, elfogyott, kifogy*, fagyoskod*, megfagy*, jéghideg, fok van, sötétben, egész utca, egész ház, egész lépcsőház,
      nem tölt be, nem elérhető, meghalt, bedöglött, kiesés, üzemzavar`),
    money: listed(`
      kétszer vont*, duplán vont*, duplán terhel*, dupla terhelés, háromszor vont*, mínuszban, mínuszba, rossz számlára, rossz számlaszám*, fizetés,
      fizetésem, bérek, bért, lakbér, albérlet, nyugdíj, megtakarítás*, hiányzik a, eltűnt a pénz, nem jött meg, nem érkezett meg, elutasít*, lenyelte, bevonta,
      törlesztő*, utalás*, utaltam, levontak, levonták, készpénz nélkül, kikapcsol*, inkasszó, emelt* le`),
    justNow: listed(`
      most, éppen, épp, most azonnal, az előbb, az imént, öt perce, tíz perce, fél órája, egy órája, órák óta, reggel óta, dél óta, hajnal óta,
      ebben a pillanatban, jelenleg, folyamatosan, percenként, élőben, nézem ahogy, mindjárt, máris, még bent, előttem`),
    stuck: listed(`
      itt állok, itt állunk, itt ülünk, itt ülök, állunk, kint állok, kint állunk, beszorult*, bent ragadt*, bennragadt*, ott ragadt*, bezárt*, kizárt*, kizártam,
      a reptéren, a repülőtéren, az állomáson, a peronon, a határon, a kapunál, a recepción, a pultnál, törölték, lekéstem, lekéstük, lekéssük, utolsó busz,
      utolsó vonat, utolsó járat, utolsó komp, nem enged be, nem engednek, nem tudok bejutni, nem tudunk bejutni, nem tudunk kijutni, hol alszunk, szállás nélkül,
      külföldön, lerobban*, defekt*, az út szélén, rekedt*`),
    dependent: listed(`
      baba, babám, babának, kisbaba, csecsemő*, gyerek, gyerekem, gyereknek, gyerekkel, gyermek*, kicsi, kisfiam, kislányom, fiam, lányom, lányunk, anyám, anyukám, édesanyám, apám,
      apukám, édesapám, nagyi, nagymama*, nagyapa, papa, mama, néni, bácsi, idős, beteg, betegek, terhes, várandós, gyógyszer*, tabletta, recept, antibiotikum*,
      injekció*, tápszer*, pelenka, gondozó*, cukorbeteg*, lélegeztető*, kutya, kutyám`),
    event: listed(`
      esküvő*, temetés*, búcsúztató*, vizsga*, vizsgám, állásinterjú*, keresztelő*, műtét*, műtenek, tárgyalás, repülök, repülünk, gépünk, gépem, járatunk, járatom,
      költözünk, költözöm, vendégek, koncert*, útlevél*, vízum*, szülinap*, ballagás*, indulunk, elutazunk, utazunk, érettségi`),
    past: listed(`
      tavaly, múlt évben, múlt hónapban, múlt héten, múlt heti, múlt nyáron, évekkel ezelőtt, hónapokkal ezelőtt, hetekkel ezelőtt, akkoriban, régen, hónapok óta, évek óta,
      hetek óta, januárban, februárban, márciusban, áprilisban, májusban, júniusban, júliusban, augusztusban, szeptemberben, októberben,
      novemberben, decemberben, tavasz óta, nyár óta, télen, nyáron`),
    general: listed(`
      milyen gyakran, hogyan lehet, hogyan tudok, hogy lehet, van nálatok, van önöknél, lehet, lehetséges, tudok, mi történik ha, mi van ha, ha egyszer, esetleg, általában,
      normális, igaz hogy, nyitvatartás, mennyibe kerül, mennyi idő, mennyi a, mikor lesz, mikortól, mikor kezdődik, terveztek, jó lenne, jó volna, kell hozzá, hány éves`),
    solved: listed(`
      köszönhetően, köszönöm hogy, köszönet, köszönjük, hálás vagyok, megmentett*, megmentette, megoldották, megoldotta, megoldódott, megjavították, megjavította, megint megy, újra megy, megtalálták,
      meglett, le a kalappal, kalappal, bravó, szerencsére, mindenki jól, jól vagyunk, hősök, tíz perc múlva, perceken belül, végig mellette, rögtön segít*, egyből segít*`),
  },
  fi: {
    lacking: listed(`
      ei sähköä, ei sähköjä, ei vettä, ei nettiä, ei lämmintä, ei lämpöä, ei lämmitystä, ei verkkoa, ei kenttää, ei kaasua, ilman sähköä, ilman sähköjä, ilman vettä, ilman nettiä, ilman lämpöä,
      sähköt poikki, sähköt pois, vesi poikki, netti poikki, netti alhaalla, netti nurin, katkos*, sähkökatko*, vikatilanne, kaatui, kaatunut, nurin, mykkänä, jäätyy, jäädytään, palellaan, jääkyl*, astetta,
      loppuu, loppui, loppunut, pimeänä, pimeessä, mikään ei toimi, ei toimi mikään, koko katu, koko talo, koko kylä, ei lataudu, ei aukea, seis`),
    money: listed(`
      kahteen kertaan, kahdesti, tuplana, tuplaveloitus, miinuksella, miinukselle, pakkasella, väärälle tilille, väärä tili, palkka, palkat, vuokra, vuokran, eläke, säästöt, säästötili*,
      puuttuu tililtä, hävisi tililtä, rahat hävis*, ei tullut tilille, hylättiin, hylätään, söi kortin, nieli kortin, laina, lainan, siirto, siirtoja, siirsin, veloitet*, käteistä, bensarahaa, ulosotto*, katkaistaan`),
    justNow: listed(`
      just, juuri, juuri nyt, parhaillaan, äsken, nyt, tällä hetkellä, viisi minuuttia sitten, kymmenen minuuttia sitten, tunti sitten, tunnin ajan, tuntikausia, tuntikaupalla, tunteja, aamusta, aamusta asti, aamulla,
      puolestapäivästä, koko ajan, joka minuutti, edessäni, silmien edessä, kohta, ihan kohta, livenä, hetki sitten, vielä sisällä`),
    stuck: listed(`
      jumissa, jumiin, jumittuneet, lukittuna, lukossa, seisotaan, seison, seistään, istutaan, istuttu, odotetaan ulkona, odotan ulkona, ulkona, ulkopuolella, oven takana, kentällä, lentokentällä, asemalla, laiturilla,
      rajalla, portilla, tiskillä, respassa, peruttiin, peruttu, perutaan, myöhästyin, myöhästytään, myöhästyy, viimeinen bussi, viimeinen juna, viimeinen lento, viimeinen laiva, viimeinen vuoro, ei päästetä, ei päästä, en pääse sisään,
      en pääse ulos, missä nukutaan, majoitusta, ulkomailla, tien varressa, hajosi tielle, jätti meidät, ajoi ohi, ajo ohi`),
    dependent: listed(`
      vauva, vauvan, vauvalle, taapero, lapsi, lapset, lapsen, lapsia, lasten, poika, pojan, tyttö, tytön, tytär, tyttären, äiti, äidin, isä, isän, mummo, mummi, mummon, ukki, pappa, papan, vanhus*, potila*, raskaana, hoidokki,
      pyörätuoli*, lääke, lääkkeet, lääkkeitä, pilleri*, resepti*, antibioot*, pistos*, korvike*, vaippa*, kotihoito*, hoitaja, hengityslaite*, diabeet*, koira, koiran`),
    event: listed(`
      häät, häihin, hautajais*, muistotilaisuu*, tentti, tentin, koe, työhaastattelu*, haastattelu*, ristiäis*, leikkaus, leikkaukseen, oikeudenkäynti, lento, lennän, lennetään, kone lähtee, muutetaan, muutan, muutto, vieraat, keikka, keikalle, keikkaliput,
      konsertti*, passi, viisumi, synttär*, valmistujais*, lähdetään, lähden, matkalle, laiva lähtee`),
    past: listed(`
      viime vuonna, viime kuussa, viime kesänä, viime talvena, viime viikolla, viime viikon, vuosia sitten, kuukausia sitten, viikkoja sitten, silloin, ennen, aikanaan, joskus, kuukausia, vuosia, viikkotolkulla, tammikuussa, helmikuussa, maaliskuussa, huhtikuussa,
      toukokuussa, kesäkuussa, heinäkuussa, elokuussa, syyskuussa, lokakuussa, marraskuussa, joulukuussa, keväästä, kesästä, talvella, kesällä`),
    general: listed(`
      kuinka usein, miten voin, miten voi, miten saa, onko teillä, löytyykö, voiko, voinko, saako, saanko, onko mahdollista, mitä jos, mitä tapahtuu, siltä varalta, yleensä, normaalisti, onko normaalia, pitääkö paikkansa, aukioloajat, paljonko, mitä maksaa,
      kauanko, milloin, mistä alkaen, suunnitteletteko, olisi kiva, olisi hyvä, minkä ikäinen, tarviiko, tarvitseeko, jos joskus`),
    solved: listed(`
      ansiosta, kiitos kun, kiitos että, kiitos kuski*, kiitos hoita*, kiitos niille, pelasti, pelastivat, pelastitte, hoitui, ratkesi, ratkaistiin, korjattiin, korjasi, korjasivat, toimii taas, palasi, palautui, löytyi, löysi, hattu päästä, hieno homma, hienoa, onneksi,
      kaikki kunnossa, kaikki hyvin, sankar*, minuutin päästä, minuutissa, auttoi heti, jäi viereen, mahtava, upea`),
  },
  ko: {
    lacking: listed(`
      안 터져*, 안 터지*, 먹통*, 정전*, 단수*, 끊겼*, 끊겨*, 끊어졌*, 안 나와*, 안 나오*, 다운됐*, 다운되*, 서버 다운*, 서버가*, 접속이 안*, 접속 안*, 인터넷이 안*, 인터넷 안*, 물이 안*, 온수가*, 보일러*, 난방*,
      떨어졌*, 떨어져*, 얼어*, 춥*, 추워*, 동네 전체*, 전체가*, 장애*, 마비*, 안 켜*, 안 열려*`),
    money: listed(`
      두 번 결제*, 두번 결제*, 중복 결제*, 이중 결제*, 이중결제*, 마이너스*, 잘못 송금*, 잘못 보냈*, 잘못 이체*, 다른 계좌*, 월급*, 급여*, 월세*, 연금*, 잔액*, 사라졌*, 빠져나*, 안 들어왔*, 안 들어와*, 거절*, 삼켰*, 카드를 먹*, 대출*, 이체*, 출금*, 인출*, 압류*`),
    justNow: listed(`
      방금*, 지금*, 현재*, 아까*, 조금 전*, 5분 전*, 10분 전*, 한 시간째*, 한시간째*, 시간째*, 아침부터*, 새벽부터*, 계속*, 실시간*, 눈앞*, 이 순간*, 막*, 곧*`),
    stuck: listed(`
      갇혀*, 갇혔*, 못 들어가*, 못 나가*, 못 타*, 문 앞*, 앞에 서*, 서 있*, 기다리고 있*, 공항*, 역에*, 정류장*, 게이트*, 탑승구*, 카운터*, 프런트*, 결항*, 취소됐*, 막차*, 마지막 비행기*, 마지막 배*, 마지막 기차*, 놓쳤*, 놓치*, 노숙*, 잘 곳*, 해외*, 외국*, 길 한가운데*, 고속도로*, 잠겼*, 잠겨*`),
    dependent: listed(`
      아기*, 아이*, 애가*, 애들*, 아들*, 딸*, 어머니*, 엄마*, 아버지*, 아빠*, 할머니*, 할아버지*, 어르신*, 환자*, 임산부*, 휠체어*, 약을*, 약이*, 처방*, 항생제*, 주사*, 분유*, 기저귀*, 간병*, 호흡기*, 당뇨*, 강아지*`),
    event: listed(`
      결혼식*, 장례*, 발인*, 시험*, 면접*, 돌잔치*, 수술*, 재판*, 비행기*, 출국*, 출발*, 이사*, 손님*, 콘서트*, 공연*, 여권*, 비자*, 생일*, 졸업*, 여행*, 발표*`),
    past: listed(`
      작년*, 지난달*, 지난여름*, 지난겨울*, 지난주*, 예전*, 옛날*, 그때*, 몇 달*, 몇달*, 몇 년*, 1월에*, 2월에*, 3월에*, 4월에*, 5월에*, 6월에*, 7월에*, 8월에*, 9월에*, 10월에*, 11월에*, 12월에*, 봄부터*, 여름부터*`),
    general: listed(`
      얼마나 자주*, 어떻게 하*, 어떻게 신청*, 있나요*, 있을까요*, 가능한가요*, 가능할까요*, 되나요*, 하면 되나요*, 혹시*, 만약*, 보통*, 평소*, 영업시간*, 정상인가요*, 사실인가요*, 얼마예요*, 얼마인가요*, 언제부터*, 계획*, 좋겠*, 궁금*, 몇 살*`),
    solved: listed(`
      덕분*, 감사*, 고맙*, 살렸*, 구해*, 해결*, 고쳐*, 복구*, 찾아주*, 찾아 주*, 찾았*, 다행*, 무사*, 최고*, 바로 와*, 침착*, 친절*, 10분 만에*`),
  },
};
