import type { HintWords } from '../hints.ts';
import { listed } from '../listed.ts';

export const fi: HintWords = {
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
};
