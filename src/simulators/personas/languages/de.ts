import type { Talk } from '../talk.ts';

export const de: Talk = {
  language: 'de',
  hello: ['Hallo', 'Guten Tag', 'Hi'],
  mail: 'Guten Tag,\n\n{text}\n\nMit freundlichen Grüßen\n{name}',
  says: {
    late: [
      'meine Bestellung {order} sollte letzte Woche kommen, die Sendungsverfolgung steht seit Tagen still. Wo ist mein Paket?',
      'Wann kommt {order} endlich an? Am Freitag geht es in die Alpen und ohne Zelt wird das nichts.',
      'Laut DHL wurde {order} noch gar nicht übergeben. Ist das Paket überhaupt schon raus?',
    ],
    broken: [
      'Nach vier Wochen ist der Reißverschluss an meiner {item} kaputt. Der Schieber schließt nicht mehr.',
      'Beim {item} ist auf der zweiten Tour eine Naht aufgegangen. Ist das ein Garantiefall?',
      'Die Membran der {item} löst sich innen ab, siehe Foto. Was nun?',
    ],
    size: [
      'Fällt die {item} klein aus? Ich bin 1,86 m und trage sonst zwischen L und XL.',
      'Passt unter den {item} noch eine Daunenjacke, oder lieber eine Nummer größer?',
    ],
    refund: [
      'Ich habe {order} vor zwei Wochen zurückgeschickt und noch kein Geld bekommen. Wann wird erstattet?',
      'Bei der Rückzahlung zu {order} fehlen 12,90 €. Waren das die Versandkosten?',
    ],
    praise: [
      'Eine Woche Dauerregen in Norwegen und die {item} hat dichtgehalten. Großes Lob!',
      'Sehr nette Beratung gestern am Telefon, vielen Dank dafür!',
    ],
    idea: [
      'Könnt ihr die {item} bitte auch in Langgröße anbieten? Die Ärmel sind für große Leute immer zu kurz.',
      'Ein Ersatzteil-Shop für Schnallen und Schieber wäre super. Reparieren statt wegwerfen!',
    ],
    checkout: [
      'Beim Bezahlen kommt immer „Es ist ein Fehler aufgetreten“. Mit PayPal und mit Karte.',
      'Die Kasse funktioniert nicht: Nach der Adresse ist der Warenkorb leer.',
    ],
    angry: [
      'Ich schreibe jetzt zum dritten Mal wegen {order}. Liest das bei euch überhaupt jemand?',
      'So etwas habe ich noch nicht erlebt: zweimal falsch geliefert und keiner antwortet. Ich gehe zum Verbraucherschutz.',
    ],
    thanks: ['Ist heute angekommen, alles bestens. Danke!', 'Hat geklappt, vielen Dank für die schnelle Hilfe!'],
  },
  subjects: {
    late: 'Bestellung {order} nicht angekommen',
    broken: 'Reklamation {item}',
    size: 'Größenfrage zu {item}',
    refund: 'Erstattung {order}',
    praise: 'Ein großes Lob',
    idea: 'Vorschlag',
    checkout: 'Bezahlen nicht möglich',
    angry: 'Dritte Nachricht zu {order}',
    thanks: 'Danke',
  },
  after: {
    thanks: ['Super, vielen Dank!', 'Danke für die schnelle Antwort 👍', 'Prima, das hilft mir weiter.'],
    further: ['Danke! Muss ich das Etikett selbst ausdrucken?', 'Gut. Und wie lange dauert die Reparatur ungefähr?'],
    still: [
      'Habe ich probiert, geht leider immer noch nicht.',
      'Bei mir hat sich nichts geändert. Bitte noch einmal prüfen.',
    ],
    angrier: [
      'Das ist genau die Antwort von letzter Woche. So kommen wir nicht weiter.',
      'Das reicht mir nicht. Ich möchte mit jemandem sprechen, der das entscheiden kann.',
    ],
  },
  answers: {
    late: 'Das tut uns leid! Das Paket hing im Verteilzentrum fest, geht heute Abend weiter und ist übermorgen bei Ihnen.',
    broken:
      'Das darf nicht passieren. Wir schicken Ihnen ein Rücksendeetikett, reparieren kostenlos und in zehn Tagen haben Sie sie zurück.',
    size: 'Mit einer Schicht darunter empfehlen wir die größere. Der Umtausch ist kostenlos.',
    refund: 'Die Erstattung ist gestern rausgegangen. Die Bank braucht zwei bis drei Werktage.',
    praise: 'Das freut uns riesig! Wir geben es gleich an die Werkstatt weiter.',
    idea: 'Gute Idee, die liegt jetzt bei unseren Designern. Danke!',
    checkout:
      'Danke für den Hinweis! Unser Zahlungsanbieter hat eine Störung. Wir melden uns, sobald es wieder geht; der Warenkorb bleibt erhalten.',
    angry:
      'Sie haben recht, und es tut mir leid. Ich kümmere mich jetzt persönlich: Der Ersatz geht heute per Express raus.',
    thanks: 'Schön, dass es geklappt hat. Viel Spaß draußen!',
  },
};
