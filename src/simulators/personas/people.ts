import type { Persona } from '../network.ts';

/** A customer with the networks where they are to be met. */
export interface Customer extends Persona {
  readonly channels: readonly string[];
}

const CHANNELS: Readonly<Record<string, string>> = {
  f: 'facebook',
  m: 'messenger',
  e: 'email',
  b: 'bluesky',
  i: 'instagram',
  w: 'whatsapp',
  x: 'x',
  v: 'viber',
  g: 'google_reviews',
};

/** Name, handle, where they are (a letter a network), followers. */
type Line = readonly [name: string, handle: string, where: string, followers: number];

const PEOPLE: Readonly<Record<string, readonly Line[]>> = {
  en: [
    ['Morag Sinclair', 'moragsinclair', 'fmebiwxg', 310],
    ['Tom Ashworth', 'tomashworth', 'fmebiwx', 1_240],
    ['Priya Raman', 'priyaoutside', 'fmebiwx', 18_400],
    ['Declan Byrne', 'declanbyrne', 'fmewg', 95],
    ['Hannah Whitlock', 'hwhitlock', 'ebx', 420],
    ['Kwame Boateng', 'kwamehikes', 'fmbiwx', 7_650],
  ],
  de: [
    ['Jonas Reinhardt', 'jonasreinhardt', 'fmebiwg', 260],
    ['Katrin Vollmer', 'katrinvollmer', 'fmebiwxg', 880],
    ['Uwe Brandstätter', 'uwebrand', 'fmewg', 40],
    ['Leonie Haas', 'leonieimwald', 'fmebiwx', 5_300],
    ['Mehmet Yıldız', 'mehmetyildiz', 'embw', 150],
  ],
  el: [
    ['Ελένη Παπαδάκη', 'elenipapadaki', 'fmebiwxvg', 640],
    ['Νίκος Αντωνίου', 'nikosantoniou', 'fmebivg', 210],
    ['Μαρία Κωνσταντίνου', 'mariakon', 'fmevg', 75],
    ['Γιώργος Βλάχος', 'giorgosvlachos', 'fmebixv', 3_900],
    ['Σοφία Ζαχαρίου', 'sofiazach', 'embv', 120],
  ],
  hr: [
    ['Ivana Horvat', 'ivanahorvat', 'fmebixvg', 330],
    ['Marko Babić', 'markobabic', 'fmebixvg', 510],
    ['Petra Kovačević', 'petrakov', 'fmevg', 60],
    ['Luka Jurić', 'lukajuric', 'fmebixv', 2_150],
  ],
  ko: [
    ['김민지', 'minjikim', 'fmebixg', 980],
    ['박서준', 'seojunpark', 'fmebix', 12_700],
    ['이하은', 'haeunlee', 'fmeg', 140],
    ['정우진', 'woojinjung', 'fmebixg', 370],
    ['최유나', 'yunachoi', 'emb', 85],
  ],
  hu: [
    ['Nagy Eszter', 'nagyeszter', 'fmebixvg', 450],
    ['Szabó Gergő', 'szabogergo', 'fmebvg', 190],
    ['Tóth Réka', 'tothreka', 'fmevg', 65],
    ['Kiss Balázs', 'kissbalazs', 'fmebixv', 1_020],
  ],
  fi: [
    ['Aino Virtanen', 'ainovirtanen', 'fmebiwxg', 720],
    ['Mikko Lehtonen', 'mikkolehtonen', 'fmebiwg', 260],
    ['Sanna Mäkelä', 'sannamakela', 'fmewg', 110],
    ['Juhani Koskinen', 'juhanikoskinen', 'fmebiwx', 4_480],
  ],
  es: [
    ['Lucía Herrera', 'luciaherrera', 'fmebiwx', 1_560],
    ['Javier Ortega', 'javierortega', 'fmebiwg', 240],
    ['Carmen Ibáñez', 'carmenibanez', 'fmewg', 90],
    ['Mateo Rojas', 'mateorojas', 'fmebiwx', 6_820],
    ['Nuria Vidal', 'nuriavidal', 'embw', 175],
  ],
  sv: [
    ['Ebba Lundgren', 'ebbalundgren', 'fmebixg', 540],
    ['Oskar Nyström', 'oskarnystrom', 'fmebixg', 300],
    ['Annika Sjöberg', 'annikasjoberg', 'fmeg', 70],
  ],
  it: [
    ['Giulia Ferraro', 'giuliaferraro', 'fmebiwx', 2_300],
    ['Matteo Gallo', 'matteogallo', 'fmebiwxg', 410],
    ['Chiara De Santis', 'chiaradesantis', 'embw', 130],
  ],
};

const HOSTS = ['mail.example', 'post.example', 'brev.example'];

/** Everybody who shops at the simulated brand. */
export const CUSTOMERS: readonly Customer[] = Object.entries(PEOPLE).flatMap(([language, lines]) =>
  lines.map(([name, handle, where, followers], at) => ({
    id: handle,
    name,
    handle,
    email: `${handle}@${HOSTS[at % HOSTS.length]}`,
    language,
    followers,
    channels: Object.entries(CHANNELS).flatMap(([letter, channel]) => (where.includes(letter) ? [channel] : [])),
  })),
);

export const customerById = (id: string): Customer | undefined => CUSTOMERS.find((one) => one.id === id);
