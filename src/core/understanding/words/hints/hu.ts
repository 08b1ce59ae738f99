import type { HintWords } from '../hints.ts';
import { listed } from '../listed.ts';

export const hu: HintWords = {
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
};
