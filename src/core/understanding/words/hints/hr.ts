import type { HintWords } from '../hints.ts';
import { listed } from '../listed.ts';

export const hr: HintWords = {
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
};
