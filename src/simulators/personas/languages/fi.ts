import type { Talk } from '../talk.ts';

export const fi: Talk = {
  language: 'fi',
  hello: ['Hei', 'Moi', 'Terve'],
  mail: 'Hei,\n\n{text}\n\nYstävällisin terveisin\n{name}',
  says: {
    late: [
      'Tilauksen {order} piti tulla viime torstaina, eikä seuranta ole liikkunut sen jälkeen. Missä paketti on?',
      'Odotan yhä tilausta {order}. Lauantaina lähdetään Lappiin, ehtiikö se?',
      'Seuranta näyttää samaa jo kuudetta päivää ({order}). Onko se kadonnut?',
    ],
    broken: [
      'Uuden {item} vetoketju hajosi kolmessa viikossa. Se aukeaa itsestään vetimen takaa.',
      'Sauma kainalon alta on ratkennut ({item}). Kuuluuko tämä takuuseen?',
      'Solki katkesi toisella retkellä ({item}). Saako varaosaa?',
    ],
    size: [
      'Olen 183 cm ja 80 kg, kumpi koko {item}: M vai L?',
      'Onko {item} pientä mitoitusta? Alle pitäisi mahtua fleece.',
    ],
    refund: [
      'Palautin tilauksen {order} kaksi viikkoa sitten, eikä rahoja näy. Koska ne tulevat?',
      'Haluaisin palauttaa tuotteen {item}. Käyttämätön, mutta lähetyslista on hukassa. Miten toimin?',
    ],
    praise: [
      'Viikko sadetta Norjassa ja {item} piti kuivana koko ajan. Loistava takki!',
      'Kiitos eilisestä puhelinpalvelusta, todella ystävällistä!',
    ],
    idea: ['Tehkää {item} myös vihreänä!', 'Voisitteko lisätä jokaisen koon painon tuotesivulle?'],
    checkout: [
      'En pysty maksamaan. Korttitietojen jälkeen sivu jää valkoiseksi.',
      'Kassa antaa virheen sekä puhelimella että koneella. Kolmea korttia kokeiltu.',
    ],
    angry: [
      'Kirjoitan jo kolmatta kertaa tilauksesta {order}. Lukeeko näitä kukaan?',
      'Taas väärä koko! Uskomatonta, en osta teiltä enää.',
    ],
    thanks: ['Paketti tuli tänään, kaikki kunnossa. Kiitos!', 'Asia hoitui, kiitos nopeasta avusta 🙏'],
  },
  subjects: {
    late: 'Missä tilaus {order} on?',
    broken: 'Viallinen tuote: {item}',
    size: 'Kokokysymys: {item}',
    refund: 'Palautus {order}',
    praise: 'Kiitokset',
    idea: 'Ehdotus',
    checkout: 'Maksaminen ei onnistu',
    angry: 'Kolmas viesti tilauksesta {order}',
    thanks: 'Kiitos',
  },
  after: {
    thanks: ['Mahtavaa, kiitos paljon!', 'Kiitos nopeasta vastauksesta 🙂'],
    further: ['Kiitos. Kauanko siinä suunnilleen menee?', 'Selvä. Pitääkö lappu tulostaa itse?'],
    still: ['Kokeilin, sama vika edelleen.', 'Mikään ei muuttunut, voisitteko katsoa uudestaan?'],
    angrier: ['Sama vastaus kuin viimeksi. Tästä ei ole apua.', 'Haluan puhua jonkun kanssa, joka voi päättää.'],
  },
  answers: {
    late: 'Pahoittelut odotuksesta! Paketti lähtee tänä iltana ja on perillä ylihuomenna.',
    broken: 'Näin ei pitäisi käydä. Lähetämme palautustarran ja korjaamme veloituksetta.',
    size: 'Fleecen kanssa suosittelemme isompaa. Vaihto on maksuton.',
    refund: 'Palautus lähti eilen, pankilla menee pari kolme arkipäivää.',
    praise: 'Ihana kuulla! Välitimme terveiset verstaalle.',
    idea: 'Hieno idea, se on nyt suunnittelijoilla. Kiitos!',
    checkout: 'Kiitos ilmoituksesta! Maksuissa on vika, jota korjataan. Ostoskori säilyy.',
    angry: 'Olet oikeassa, ja olen pahoillani. Hoidan tämän itse: oikea koko lähtee tänään meidän kuluillamme.',
    thanks: 'Hienoa, että onnistui. Mukavia retkiä!',
  },
};
