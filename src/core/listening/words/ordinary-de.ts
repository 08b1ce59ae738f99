/** Made of the corpora: `node scripts/run.mjs training/listening/write-words.ts`. */
export const ordinaryDe = `
abend abends aber abflug abgeben abgebrochen abgebucht abgefertigt abgegeben abgekanzelt abgeklemmt abgelaufen
abgelehnt abgesagt abgeschaltet abgewohnt abgezogen abholen abofalle abrechnung abschlag absolut absolute abzocke
account acht achtung acker adler adresse aerger affe ahorn akku aktion alle allee allein allen aller alles alpen
altbacken alte alten alter ampel anbieter andere anderen anderes anders anerkannt anfrage anfänger angeblich angebot
angebote angefangen angegeben angegossen angekommen angerufen angeschnauzt angezeigt angst anker ankommt anleitung
anliegen anmelden anmeldung annulliert anrufen anschluss antrag antwort antwortet anwalt anzahlung anzeige apfel
applaus april arbeit arrogante arsch artikel arzt asche atlas auch aufgehoben aufgelegt aufm aufpreis aufs aufzug auge
augen august ausdrucken ausfall ausfüllen ausgefallen ausgeliefert ausgezahlt ausland ausreden ausschalten aussicht
ausstellung auswahl ausweis ausziehen auto autobahn automat autor autos außer baba baby bach baden bahn bahnhof balkon
banane band banking bargeld barzahlung bauen bauer baum baut bearbeitet bedanken bedienung bedrängt beendet beerdigung
beere begeistert begründung begrüßt behandelt behoben beide beides beim beitrag bekam bekomme bekommen bekommt
belastet beleg bequem beraterin berechnet bereue berg berlin beruf beruhigt beschwerde beschädigt besen besetzt
besorgt besser bestanden beste bestellen bestellt bestellung besten bestens bester bestes bestimmt bestätigt
bestätigung betrug bett bettwanzen bevor bewerben bewertungen bezahlen bezahlt biene bier bietet bild bildern billig
billige birke birne bitte blatt bleiben bleibt blick blume boarding bock boden bodenlos bogen bohne bonus boot bord
bratpfanne brauch brauche brauchen braucht brav bravo bremsen bricht brief briefkasten brille bringt brot brunnen
brutal bräuchte buch buche bucht buchung bugs burg busfahrer butter butterweich bücher büro cache call cent chaos
chapeau chat check chef ciao click cloud code cool creme cringe dabei dach dadurch dafür dame damen damit danach
daneben dank dankbar danke dankeschön dann daran darf dass daten datenschutz datenvolumen dauernd dauert daumen davon
davonlaufen dazu decke defekt dein deine dementen depot deutsch deutsche deutschland dicht dickes dienst dienstag
diese diesen dieser dieses ding direkt diskret diskutiert display doch donnerstag doppelt dorf down drache dran drauf
draußen drei dreimal drin dritt dritte dritten droht duft dumm dunkeln durch durchdacht durchgelegen durchsage döner
dünn eben echt echter egal eher ehrenmann ehrlich eich eiche eigene eigenes eigentlich eimer einbehalten eine einem
einen einer eines einfach eingang eingefroren eingegangen eingegeben eingetroffen eingezogen einheit einmal eins
einsame einschreiben einspruch einzeln einzige einziges eisen empfang empfangen empfehlen empfehlt empfehlung ende
endlich engel ente entfernt enthalten entrümpelung entschuldigt enttaeuscht enttäuscht erbse erbärmlich erde erhalten
erklärt erlauben erlaubt erlebt erledigt erleichtert ernst ernsthaft ernte erpresst erreichbar erreiche ersatz erst
erstattet erstattung erste ersten erstes erwartet erwartungen erzählt eröffnet esel essen etwas euch euer eule eure
eurem euren eurer eures euro ewig ewigkeit explodiert extra fabel fach faden fahren fahrer fahrrad fahrt fair fakeshop
falke fall falle falsch falsche falschem falschen falscher falsches familie familien farbe fass fassungslos fast
favoriten feder fehlen fehler fehlt fehlte feier feile fein feine feinsten feld fell felle fels felsen fenster ferien
fertig fest festnetz feuer feuerwehr fichte filiale film finale find finde findet finger firma fisch flamme flasche
fliege flieger flott flug flughafen flur fluss folge follower form formular foto fotos frage fragen fragt frau
frechheit frei freibad freitag fremde fremden fremdschämen freu freude freuen freunde freundlich freundliche
freundlichen freut frieden frisch frische frist fristgerecht froh frosch frucht früh früher frühstück fuchs fuer
fummelig fundbüro funktioniert futsch fähre fährt fällig fällt fühle fühlt fünf fünfmal fünfzig fürs gabel gans ganz
ganze ganzen garantie garantiert garten gasse gast gate geben gebirge geblieben gebracht gebucht gebühr gebühren
gecancelt gedacht gedauert gedicht geduld geehrte gefaellt gefallen gefeiert gefreut gefunden gefällt gefühl gefühlt
gegen gehabt gehackt gehalt gehen geheult geholfen geht gehts gehweg gehört geil geist gekauft geklappt geklaut
geklickt gekommen gekonnt gekriegt gekündigt gekürzt gelacht geld geleert gelernt geliefert gelohnt gelungen gelöst
gemacht gemeinde gemeint gemeldet gemüse gemütlich genau genervt genial genommen genossen genügt geplant gepäck gerade
gerechnet gerettet gerissen gern gerne gerät geräte gerührt gesagt gesalzen geschafft geschenk geschickt geschlossen
geschmiert geschäft gesehen gesicht gespart gesperrt gestern gestiegen gestochen gestorben gestrandet gestrichen
gesucht getragen gewartet geweint gewonnen geworden geworfen geändert gibt gibts gilt ging gipfel glas glasfaser
glauben gleich gleiche gleichzeitig glocke glück glücklich glücklicher glückwunsch gold goldstück google gott graben
grabstein grad grafik grandios grantig gras gratis graz griff grosses groß großartig große großes grundschule gruppe
gruselig gruß größe grüezi grün grüsse grüße grüßen grüßt guat gucken gummibärchen gutachten gute guten gutes guthaben
gutschein gutschrift gänsehaut gäste günstig haare habe haben habt haengt hafen hahn hain hakelig haken halb halbe
halben hallo hals halt hamburg hammer hand handlung handy handys hanebüchen happy hase hasse hatte hatten hauptsache
haus hause haut heide heil heiligabend heizung heißt held helden helfen hell hellhörig herbst herr herren herrlich
herrn herz herzen herzlich herzlichen heulen heut heute hier hilfe hilfreich hilfsbereit hilft himmel himmlisch
himmlische hingefahren hinten hinter hinterhof hirsch hoch hochgenuss hochzeit hof holen holz homeoffice honig horn
hotel hotline huere huhn humor hund hype hält hängt hätt hätte hätten höher hölle hört hübsch iban ichs ignoranz
ignoriert ihnen ihre immer info inhalt inkasso inklusive innerhalb insel inspektion installiert interesse internet
inzwischen iphone irgendwo isch jacke jagd jahr jahre jahren jahres jahreskarte jede jedem jeden jeder jederzeit jedes
jemand jemanden jetzt jubiläum juhu juli junge jungs jährigen kabel kaffee kaiser kalender kalt kamera kamin kamm
kanada kanal kann kanne kannste kanone kante kapelle kaputt karte karten karton kasse kassel kassenbon kassiererin
kasten katalog katastrophe kater katze kauf kaufen kauft kaum kaution kein keine keinen keiner keller kellner kennt
kern kerze kessel kette ketten kiefer kiel kiesel kilo kind kinder kinderleicht kindern kinderwagen kino kirche
kirsche kissen kita kitsch klagen klappt klar klare klasse klavier kleben klee klein kleine kleiner kleines klemmt
klick klinge klingel klingelt kloster klumpert knaller knopf knusprig kochbox kochen koffer kohle kombi komet komm
komme kommen kommentarlos kommt kompatibel kompetent komplett konkurrenz konnte kontakt konto kontrolleur korb korn
kost kosten kostenlos kostenloses kostet kotzen kraft krank krankenhaus krankenkasse kranz krass kratzer kratzt
kreditkarte kreis krieg kriegen kriegt krone kuchen kugel kulant kulanz kunde kundendienst kundennummer kurier kurs
kurz kurze köln können könnt könnte könnten küche kühlschrank kündige kündigen kündigung kürze lachen lacht laden
ladesäule laeuft lahm lahme lampe land lang lange langlebig langsam langsamer laptop lass lassen lasst lastschrift
laube laufen laut laute lauwarm leben lebens lebt lecker leckt leder leer lehrer leider leise leisten leistung leiter
leitung leiwand lest letzte letzten letzter letztes leute leuten licht lieb liebe lieben liebes liebevoll lieblos lief
liefern liefert lieferung lieferzeit liegen liegt like limit linde linie link linse live login lohnt lokal lost lotse
luft lustig lustlos lächeln läden lädt längst lässig lässt läuft lösung lüfter mach mache machen macht maden
mahngebühr mahnung mahnungen mail mails mais mama mann mantel markt maschine matratze matschig maurer maus mbit
meckern medikamente meer mega mehr meilen mein meine meinem meinen meiner meines meint meisterwerk melde melden meldet
mensch menschen menü merci messer mich mies miesen miete mieten mietwagen milch minus minute minuten mitarbeiter
mitnehmen mittag mitten mitternacht mittwoch modell mogelpackung moin monat monate monaten monatlich mond montag
montage monteur moos morgen motor motte murmeltier murren muschel musik muss mutter märz mäusemelken möchte möchten
mögen möglich müde mühle müll münchen nach nachbar nachbarin nachbarn nachnamen nachricht nacht nachträglich nachts
nachtzug nachzahlung nacken nadel naja name namen natürlich nebel neben nehmen nehmt nein nenn nennt nepp nerv nerven
nervt nest nett nette netz neue neuen neuer neues neukunden neun newsletter nich nicht nichts niederknien niemand
nimmer nimmt noch nochmal normal notruf nudeln null nummer nuss nutzen nächste nächsten nächster nötig oben obwohl
oder ofen offen offenbar offline ohne okay omas online orange ordentlich original ostern paar packung paket palme
panik papa papier pappel park parkhaus parkplatz pass passiert passt passwort patch paypal peinlich perfekt perle
personal personen persönlich pfad pfeffer pfeil pferd pfui pfändung pietätlos pilz pinsel pixel pizza plastik platz
platzt plätze podcast polizei pommes popcorn positiv post praktisch preis premium prepaid prima probefahrt problem
probleme problemlos profil prozent prüfung pudelwohl punkt punkte päckchen pünktlich qualität quelle rabatt rabe
radweg rahmen rakete ramen ramsch rasche rasen rasend rauf raum raus rausgeflogen reagiert reaktion realität rechnen
rechnung rechnungen recht rechtsanwalt rechtzeitig reden regal regelung regen reibungslos reichlich reicht reichweite
rein reinfall reise reisen reisepass reklamation rekord rennen rente reparatur reserviert respekt retoure rezept
rezeption richtig riecht riese ring ritter roaming robust rockt rollator rollen rollstuhl rose rote router ruckelt
rucksack ruckzuck ruder rufen ruft ruhig rundum runter rückflug rückmeldung rückruf rücksendung rückzahlung rührei
sache saftig saftladen sagen sagt sahne salz samstag sand satt sattel satz sauber sauer schade schaden schaf schale
schalter schande scharf schatten schatz schaufenster schaut schee scheibe scheiß scherz schick schicken schickt
schieben schiebt schiff schild schimmel schlafen schlange schlecht schlechten schlechter schlechtes schlicht schließt
schlimmer schloss schläft schlägt schlüssel schmeckt schnauze schnee schnell schnelle schneller schnäppchen schnürchen
scho schoen schon schranke schreib schreibe schreiben schreibt schreien schuld schule schwan schweigen schweiz schön
schöne schönen schöner schönes schönste scooter screenshot sechs see seele segel segen sehe sehen sehr seid seide sein
seit seitdem seite sekunden selber selbst selten sendung senioren serie seriös server service servus setzt shop sich
sicher sieht silvester sind sitze sitzen sitzplatz sitzplätze sitzt skeptisch socken sofa sofort sogar sohn solide
soll sollen sollte sollten sommer sonne sonntag sonntags sonst sowas spaet spam sparen spass spaß spedition speedtest
speicher sperren spiegel spiel spielzeug spinnt spitze spitzenmäßig sport sprachlos spuckt spur spät stabil stadt
staffel stall stamm stand standesamt stark station statt status statusseite stau staubsauger stecken steh stehe stehen
steht stein stellt stemmen stern sternchen sterne still stillos stimme stimmt stinksauer stinkt stock stolz stoppen
storniert stornierung strahlen straße stress strom stufen stuhl stumm stunde stunden stundenlang sturm ständig störung
störungen stück stürzt suche suchen sucht super supermarkt suppe support system tabletten tage tagelang tagen
tagesgeld tanne tarif tasche tasse tasten tatort taube tausend taut taxi team techniker teich teil teile teilen
telefon telefonieren telegram teller tempel teppich termin terminal teuer teurer theater thema therme ticket tickets
tiger tipp tisch tochter toll tolle tollen toller tonne toppen tor total tracking tragen traube trauerspiel traum
traumhaft traumjob traurig trauung treppe treppenhaus treppenlift treue trocken trommel trotz trotzdem tränen tschüss
tulpe turm typen täglich türen türkei tüte uebel uebertroffen ueberzeugt ufer umbuchen umbuchung umfrage umgehauen
umschreiben umsonst umtausch unbekannter unding unendlich unerreichbar unfall unfassbar unglaublich unrecht
unschlagbar unser unsere unten unter unterirdisch unterlagen unterschied unterschrift unterstützt unverschaemt
unverschämt update updates upload urlaub urlaubstag variante vater vaters veranstalter verarbeitet verarschen verbockt
verboten verdient verdreckt verein verfallen verfügbar vergelts vergessen verkauf verkaufen verkauft verkehrt verlass
verletzt verliebt verliert verloren verlängern vermerk vermieter vermisse verpackt verpasst verriegelt verrissen
versand versaut verschickt verschieben verschimmelt verschluckt verschwunden versehen versetzt version versprochen
verspätet verspätung versteh verstehe versteht verständlich versucht vertrag vertrauen vertreter vertröstet verweigert
video videos viel viele vielen vier vierten vogel voicemail voll voller vollständig voraus vorbei vorbildlich vorher
vorm vorschlag vorwarnung völlig wach wackelt wagen wahnsinn wahnsinnig wald wann ware waren warm warnen wart warte
warten wartet wartung warum wasser wasserdicht wasserkocher weber wechsel wechseln weder wegelagerer wegen weide
weihnachten weil wein weiss weiter weiß welche welchem welcher welches welle welt wenig weniger wenn werbung werden
werk werkstatt wert wertig wetter whatsapp widerruf wieder wien wiese wieso will wind winter wird wirklich wirkt witz
witzig wlan woanders woars woche wochen wochenende wohin wohl wohnung wolf wolke wollt wollte wollten wolltest worden
wort worte wucher wunder wunderschön wurde wurden wurzel wäre wären wärme wärs wünsche wünschen würd würde würden
wüsste zack zahlen zahlt zahlung zahn zahnarzt zaun zebra zehn zeigt zeit zeiten zeitfenster zelt zerbrochen
zerdeppert zerkocht zerlegt zerstochen zerstört zettel ziege ziehe ziehen zieht ziel zimmer zins zinsen zitrone zoll
zone zonen zucker zufrieden zug zugestellt zugriff zuhause zumutung zurück zurückgeben zurücklegen zusage zusammen
zusteller zustellung zuständig zutiefst zuverlässig zwanzig zwar zwei zweig zweimal zweite zweiten zwiebel zwingend
zwischen zählerstand ältere ändere ändern ärger öffnen österreich übel über überall überbewertet überbucht überfordert
überfüllt überhaupt überlebt überm übermorgen überraschend übersehen übertroffen überweisen überweisung überwiesen
überzeugt
`;
