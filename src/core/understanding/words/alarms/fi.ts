import type { AlarmWords } from '../alarms.ts';
import { listed } from '../listed.ts';

export const fi: AlarmWords = {
  injury: listed(`
    nielaisi, pyortyi, pyorty*, ei hengita, verenvuoto*, myrkyn, tuupertui, vuotaa verta, sairaala*,
    ambulanssi*, allerginen reaktio, allergis*, sahkoisku*, loukkaantu*, tajutton*, palovamma*, ruokamyrkyty*,
    myrkytys*, ei saa henkea, hengenahdistu*, paivystyk*, itsemurha*,
    kipu*, ihottuma*, haava*, onnettomuu*, sairaalassa, tapaturma*, allergia*, sattui,
    turposi, turvonnut, turpo*, turvoks*, henki ei kulje, ei kulje henki, en saa henkeä, tukehtu*, puristaa rintaa,
    rintaa puristaa, rintakipu*, rintakivu*, sydänkohtau*, sydäninfarkt*, aivoinfarkt*, kohtauksen, sairauskohtau*,
    kouristel*, kouristu*, oksentaa, oksentelee, verta tulee, verta, verinen, luu murtui, murtui, katkesi hammas,
    pyörryksi*, tajuton, tajuttomana, maassa ja, palovammoja, poltti, poltin, syövyttä*, happoa, yliannos*,
    tuplamäär*, lasinsirpale*, lasinsiru*, metallinpala*, odotetaan ambulanssia, myrkytyskesku*, myrkyllis*,
    en halua elää, en halua herätä, ei jaksa elää, tapan itseni, silmiä kirvelee, kurkku palaa`),
  danger: listed(`
    palaa, syttyi, tulipalo, tuleen, kaasu haisee, kaasun haju, kaasuvuoto, kipinoi, rajahti, jarrut petti*,
    jarrut ei, hengenvaara*, vaarassa, jumissa hississa, savuaa, hissiin jumiin,
    vesivahin*, putki rikki, putkirikko, sahkokatko, ei sahkoja, ei lamm*, ei vetta, jumissa, lukkojen taakse, sulanut, suli, ylikuume*, savua, rajahdys, vuotaa, tulvii,
    savu, savun, savuu, liekki*, liekeissä, leimahti, kyti, kytee, kärähti, rätisee, sihisee, räiskyy, palokunta,
    palaneen haju, haisee kaasulta, kaasulta, kaasua, häkä*, hississä jumissa, jäi hissiin, hissiin, puukko,
    puukon, veitsi, ase, aseella, uhkaa, uhkailee, hyökkä*, murtau*, seuraa minua, humalassa, kännissä, löi, lyö,
    hakkaa, pahoinpit*, johto roikkuu, roikkuu, sortu*, romahti, romahtaa, putoaa ihmisten, irtosi vauhdissa,
    jarru petti, jarrut, kaasu jäi pohjaan, hukku*, altaan pohjalla, jäi auton alle, auton alle, hätäpysäytys,
    hätäuloskäyn*, hätänumero*, evakuoi*, tulipalovaara, turpoaa, paukkuu`),
  fraud: listed(`
    hakkeroi*, kaapattu, tiliani tyhjennetaan, tyhjennet*, kortti varastet*, korttini varastet*,
    sulkekaa kortti, sulkekaa tili, kuoletus, luvattom*, tietojenkalastelu, huijari soitti,
    annoin pankkitunnukset,
    en ole hyvaksynyt, en ole tehnyt, ilman lupaani, huijattu, huijaus*, kortti kadonnut, lompakko, varastettu, tunnukset, nimissani, kalastelu*,
    kiristet*, kiristää, vaihtoi salasana*, vaihtoi just, mun nimellä, nimelläni, pyytää rahaa, pyytää kavereilta,
    annoin koodin, annoin tunnuk*, tyhjenee, tyhjennettiin, siirtoja, en oo tehny, en tunnista, tuntemat*,
    veloituksia joista, maksaa sillä, ostelee, varastettiin, vietiin, varas, huijari, huijarille, väärennet*,
    kaapattiin, sulkekaa, sulje kortti, kuolettakaa, esiintyy minuna`),
  vulnerable: listed(`
    raskaana, pyoratuoli*, happilaite*, insuliini*, dialyysi*, vammainen, dementia, muistisair*, vauva,
    vastasyntyny*,
    laak*, astma*, epileps*, vanhus*, mummo*, aitini, vammais*, vauvan, vauvalle, liikuntaraj*,
    hengityskone*, pyörätuolissa, vuodepotila*, hoivakoti, palvelutalo*, päiväko*, koululai*, syöpä*, sydänpotila*,
    diabeetik*, raskausviikko*, keskosvauva*, huonokuntoi*, liikuntarajoittei*`),
  minor: listed(`lapsi yksin, tytar yksin, poika yksin, alaikai*,
    lapset yksin, lapseni, lapsemme,
    lapsi katosi, lapsi kadonnut, on kadonnut, poikani on kadonnut, tyttäreni on kadonnut, ilman meidän, ja yksin,
    yksin huoltoasemalla, lapset on keskenään, oon 12, oon 13, oon 14, olen 13, lapset ronkkii, lapsia`),
  legal: listed(`
    asianajaja*, lakimie*, juristi*, oikeustoim*, oikeuteen, karajaoikeu*, kuluttajariita*, kuluttajaviranom*,
    kuluttaja asiamie*, rikosilmoitu*, tietosuojavaltuut*,
    poliisi*, perint*, ulosott*, valvontaviranomai*, reklamaatio oikeus,
    haaste, haasteen, jättää haasteen, kuluttajaneuvon*, avi, tietosuoja, viranomai*, oikeustoimiin, käräjille`),
  press: listed(`toimittaja*, lehdisto*, iltalehti, iltasanom*, media*, uutisiin`),
  deadline: listed(
    `tanaan, illalla, huomenna, heti, valittomasti, kiire*, tunnin paasta, nyt heti, mahdollisimman pian,
    viela tanaan, tanaan viela, huomiseen, perjantaihin, maanantaihin, huomenaamulla, kahden tunnin, tunnin kuluttua, haat, hautajais*, tentti, lahtee, lento, maaraaika*, viimeinen paiva, pian, nopeasti, pikaisesti, pikaista, akuut*,
    mennessä, klo 12, klo 14, klo 16, klo 18, puolen tunnin, tunnin sisällä, kymmenen minuutin, viiden minuutin,
    ylihuomenna, lauantaina, sunnuntaina, tänä iltana, ensi yöksi, yöllä, iltapäivällä, ennen iltaa, ajoissa,
    sulkeutuu, erääntyy, umpeutuu`,
  ),
};
