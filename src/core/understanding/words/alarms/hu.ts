import type { AlarmWords } from '../alarms.ts';
import { listed } from '../listed.ts';

export const hu: AlarmWords = {
  injury: listed(`
    lenyelte, lenyelt, osszeesett, elajul*, ajul*, verzes*, nem lelegzik, megmergez*, verzik, korhaz*, mento,
    mentot, mentok, allergias rea*, aramutes, megrazott, megserult, serules, elajult, eges*, mergezes, fullad*,
    nem kap levegot, ongyilkos*, surgossegi,
    fajdalom, fajdalmai, kiutes*, seb, vagas, korhazban, baleset*, rosszul lett, allergia*,
    feldagad*, megdagad*, feldagadt, nem kapok levegőt, alig kapok, fulladoz*, szorít a mellkas*, mellkasi,
    mellkasom, mellkasa, infarktus, szívroham, agyvérzést kapott, roham, rohama, rosszul van, rosszul lettem,
    összecsuklott, eszméletlen*, eltört a keze, eltört a lába, leforráz*, megégette, megégett, égési, hányt,
    hányunk, hány, túladagol*, dupla adag, üvegszilánk*, fémdarab*, mentőt hívt*, várjuk a mentőt, ügyelet*,
    toxikológia, nem akarok élni, élni se, öngyilk*, meg akarok halni, csíp a szemem, ég a torkom, sav*`),
  danger: listed(`
    ki gyulladt, kigyulladt, eg a, tuz van, gazszag, gazszivarg*, szikraz*, felrobban*, nem fog a fek, fek nem,
    eletveszely*, beragadt*, beszorult*, fustol,
    csotores, csotores volt, eltort a cso, nincs aram, aramszunet, nincs futes, nincs viz, ott ragadtunk, rekedt*, megolvad*, tulmeleged*, fust, fustot, szivarog, robban*, elontott*,
    füstöl, füst jön, lángol, lángok, láng, kigyullad, parázslik, sistereg, pattog, szikrázik, gázszagot,
    gázszag van, sziszeg, tűzoltó*, bent ragadtunk, a liftben, liftbe szorul*, kés, késsel, pisztoly*, fenyeget,
    megtámad*, betört*, betörő*, követ valaki, részeg, ittas, cikcakk*, megüt*, megütötte, verekedés, ver az,
    vezeték lóg, lelóg a vezeték, leszakadt vezeték, leszakad*, omlik, beszakadt, elszabadult, nem fékez, fékek,
    fékje, elütöttek, elütött, vészhelyzet, evakuál*, fuldoklik, eltűnt a gyer*, kinyílt menet, becsíp*,
    szén monoxid, co riasztó, co mérő`),
  fraud: listed(`
    feltort*, meghackel*, hackel*, elloptak a kartya*, kartyamat elloptak, letiltani a kartya*, tiltsak le,
    zaroljak, nem en utaltam, nem en inditottam, adathalasz*, csalok, lopjak a penz*, jogosulatlan,
    leemeltek, levontak amit nem, nem hagytam jova, jovahagyasom nelkul, atvertek, csaltak, ellopott kartya, elvesztettem a kartya*, tarcam*, belepett valaki, a nevemben,
    zsarol*, átírta a jelszavam*, megváltoztatta a jelszavam*, nem én vagyok, nem az enyém, nem én csináltam,
    nem én vettem, megadtam a kódot, megadtam az adat*, banki ügyintéző*, csaló, kifoszt*, leürít*, kiürít*,
    mennek le az utalás*, vásárol vele, ellopták, ellopt*, elloptak, pénzt kér, ismeretlen terhelés*,
    ismeretlen utalás*, letiltan*, tiltsátok, zárolják, zároljátok`),
  vulnerable: listed(
    `terhes, kerekesszek*, oxigen, inzulin, dializis, mozgasserult, demens, ujszulott, csecsemo, kisbaba,
    varandos, gyogyszer*, asztma*, epilepszia*, mozgasserult*, idos, nagymamam, fogyatek*, baba, babanak,
    lélegeztető*, kerekesszékes, kerekesszékkel, ágyban fekvő, fekvőbeteg, idősek otthona, óvoda, ovinál, óvodások,
    daganat*, kemo*, cukorbeteg*, szívbeteg*, kismama, egyedül élő`,
  ),
  minor: listed(`gyerek egyedul, gyermek egyedul, gyerekem egyedul, lanyom egyedul, fiam egyedul, kiskoru*,
    gyerekek egyedul, gyermekem, a gyerek,
    egyedül van a, eltűnt a kisfiam, eltűnt a kislányom, eltűnt a fiam, eltűnt a lányom, a lányunk nélkül,
    a fiunk nélkül, éves és egyedül, gyerekek egyedül vannak, 12 vagyok, 13 vagyok, 14 vagyok`),
  legal: listed(
    `ugyved*, jogi lepes*, feljelent*, birosag*, perel*, fogyasztoved*, bekeltet*, naih, nmhh, mnb, felszolitas,
    rendorseg*, vegrehajto*, behajtas*, jogasz*, panaszbizottsag,
    keresetet, keresetlevél*, közjegyző*, fizetési meghagyás*, ombudsman, hatóság*, jogorvoslat*`,
  ),
  press: listed(`ujsagiro*, sajto*, mediaban, tv ben, hirado`),
  deadline: listed(
    `ma, ma este, holnap, azonnal, surgos*, most rogton, egy oran belul, ejfelig, haladektalanul, mihamarabb,
    meg ma, mai napon, holnapig, pentekig, hetfoig, holnap reggel, ket ora mulva, ket oran belul, percen belul, eskuvo*, temetes*, vizsga*, indul a, jarat, hatarido*, utolso nap, minel hamarabb, minel elobb, sietek, gyorsan,
    délig, kettőig, négyig, ötig, 12 ig, 14 óráig, 16 óráig, 18 óráig, fél órán belül, fél óra múlva,
    tíz perc múlva, öt perc múlva, perc múlva, óra múlva, holnapután, szombaton, vasárnap, ma éjjel, ma délután,
    délután, időben, lejár, lekésem, lekéssük`,
  ),
};
