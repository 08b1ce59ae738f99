/** Made of the corpora: `node scripts/run.mjs training/listening/write-words.ts`. */
export const ordinaryDe = `
abbuchungen abend abends aber abfahrt abflug abgeben abgebrochen abgebucht abgefertigt abgegeben abgeholt abgekanzelt
abgeklemmt abgelaufen abgelehnt abgeraten abgesagt abgeschaltet abgeschleppt abgestimmt abgestürzt abgewohnt abgezogen
abholen abofalle abrechnung absagen abschlag absolut absolute abwasser abzocke account acht achtung acker adler
adlerkasse admin adresse aerger affe ahnung ahorn akku aktion alarmton album alle allee allein allen aller allergiker
alles alpen also altbacken alte alten alter ampel anbieter andere anderen anderes anders anderthalb anerkannt anfang
anfangen anfrage anfänger angeblich angebot angebote angefangen angegeben angegossen angekommen angemeldet angerufen
angesagt angeschnauzt angezeigt angst anhalten anker ankommen ankommt anleitung anliegen anmelden anmeldung anna
annulliert anruf anrufen anschluss antibiotikum antrag antwort antwortet anwalt anzahlung anzeige anzeigen anzug
anzurufen apfel apotheke applaus april arbeit arbeitet arrogante arsch artikel arzt asche aschefall atlas auch
aufgebaut aufgehoben aufgelegt aufm aufpreis aufs aufzug auge augen august ausdrucken ausfall ausfüllen ausgefallen
ausgeliefert ausgesperrt ausgezahlt ausland ausprobiert ausrede ausreden ausschalten ausschlag aussicht ausstellung
ausverkauft auswahl ausweis ausziehen auto autobahn automat autor autos außer baba baby babybrei bach baden baff
bagger bahn bahnhof bahnsteig bald balkon banane band bank banking bargeld barzahlung batterien bauen bauer baum baut
bearbeitet becher becken bedanken bedeutet bedienung bedrängt beendet beerdigung beere begeistert beginnt begründung
begrüßt behandelt behoben beide beides beim beisetzung beispiel beitrag bekam bekomme bekommen bekommt belastet beleg
bellmora bequem beraten beraterin berechnet bereitschaft bereue berg bergdohle berlin beruf beruhigt beschwerde
beschädigt besen besetzt besorgt besser bessere besseres bestanden bestatter beste bestelle bestellen bestellt
bestellung besten bestens bester bestes bestimmt bestätigen bestätigt bestätigung betrag betrifft betroffen betrug
betrunken betrüger bett bettenbaum bettwanzen bevor bewerben bewertungen bezahlen bezahlt biene bier bietet bike bild
bildern bildschirm billig billige billiger birke birne bitte black blatt blau bleiben bleibt blick blitz bloß blume
blumen blättert boarding bock boden bodenlos bogen bohne boiler bombe bonus boot bord bordkarte bote boten brasilien
bratpfanne brauch brauche brauchen braucht brautkleid brav bravo brei bremen bremse bremsen brennt bricht brief
briefkasten brille bringt brot bruder brunnen brutal bräuchte bräuchten brötchen buch buche buchen bucht buchung bugs
burg busfahrer butter butterweich bäcker bücher bürgeramt büro cache café call candyfarm carsharing cent chaos chapeau
charge chat chatbot check chef chinesisch ciao click cloud code collect controller cool creme cringe dabei dach dachte
dadurch dafür damals dame damen damit danach daneben dank dankbar danke dankeschön dann daran darf dass dasselbe daten
datenschutz datenvolumen dating dauernd dauert dauerte daumen davon davonlaufen dazu decke defekt defekten dein deine
dementen denen denken denn depot derselbe derselben deshalb design deutsch deutsche deutschland dialyse dicht dick
dickes dieb dienst dienstag dienstags diese dieselbe diesem diesen dieser dieses diesmal digga digital ding direkt
diskret diskutiert display dividende doch donnerstag doof doppelt dorf dort down drache dran drauf draußen dreht drei
dreimal dreißig drin dringend drinnen dritt dritte dritten droht drunter drücken duft dumm dunkel dunkelmodus dunkeln
durch durchdacht durchgegeben durchgelegen durchsage durchsagen döner dünger dünn eben echt echter egal eher ehrenmann
ehrlich eich eiche eigene eigenem eigenes eigentlich eimer einbau einbehalten einchecken eine einem einen einer eines
einfach eingang eingefroren eingegangen eingegeben eingeklemmt eingelöst eingepackt eingestellt eingetroffen
eingezogen einheit einkaufen einlass einmal eins einsame einschreiben einspruch eintritt einzeln einzige einzigen
einziger einziges eisen elektriker empfang empfangen empfehlen empfehlt empfehlung ende endet endlich engel englisch
ente entfernt enthalten entrümpelung entschuldigt enttaeuscht enttäuscht erbse erbärmlich erde erfahrung erfurt
ergebnis erhalten erklären erklärt erklärung erlauben erlaubt erlebt erledigt erleichtert ernst ernsthaft ernte
erpresst erreichbar erreiche ersatz ersatzbus erst erstattet erstattung erste ersten erstes erstmal erwartet
erwartungen erwischt erzählt eröffnet esel esim essbar essen etwas euch euer eule eure eurem euren eurer eures euro
ewig ewigkeit explodiert extra fabel fach faden fahr fahrdienst fahren fahrer fahrlehrer fahrrad fahrstuhl fahrt fair
fairer fake fakeshop falke fall falle fallen falls falsch falsche falschem falschen falscher falsches familie familien
farbe fass fassungslos fast favoriten februar feder fehlen fehler fehlt fehlte feier feiertag feile fein feine
feinsten feld fell felle fels felsen fenno fenster ferien ferienhaus fertig fest festival festnetz feuer feuerwehr
fichte fieber fiel filiale film finale find finde findet finger firma fisch fitbude flackert flamme flasche fliege
flieger flink flott flug flughafen flur fluss folge folgt follower form formular foto fotos frage fragen fragt frau
frechheit frei freibad freitag freiwillig fremde fremden fremdschämen freu freude freuen freund freunde freundlich
freundliche freundlichen freut frieden frisch frische frisst frist fristgerecht froh frosch frost frucht früh früher
frühjahr frühstück fuchs fuer fulda fummelig fundbüro funktioniert funkwerk futsch fähre fährt fällig fällt fänd fände
fänden fühle fühlt führerschein führt fünf fünfmal fünfzehn fünfzig fürs gabel gans ganz ganze ganzen ganzes garantie
garantiert garantierte garten gartencenter gasflasche gasgeruch gasse gast gastgeber gate geben gebeten gebirge
geblieben gebracht gebrauchte gebrochen gebt gebucht gebühr gebühren gecancelt gedacht gedauert gedicht gedrückt
geduld geehrte gefaellt gefahren gefallen gefeiert gefragt gefressen gefreut gefunden gefällt gefühl gefühlt gegangen
gegeben gegen gegessen gehabt gehackt gehalt gehalten geheizt gehen geheult geholfen geht gehts gehustet gehweg gehört
geil geist gekauft geklappt geklaut geklickt gekommen gekonnt gekriegt gekündigt gekürzt gelacht gelandet gelbe gelben
geld geleert gelegt gelernt gelesen geliefert gelohnt gelungen gelöst gemacht gemeinde gemeint gemeldet gemerkt gemüse
gemütlich genau genervt genial genommen genossen genügt geplant geplatzt gepäck gerade gerechnet geregelt gerettet
gerichtet gerissen gern gerne gerät geräte geräten gerührt gesagt gesalzen geschafft geschenk geschenkt geschickt
geschimpft geschlafen geschlossen geschmiert geschrieben geschäft gesehen gesicht gespart gesperrt gestanden gestern
gestiegen gestochen gestorben gestrandet gestrichen gesucht getauscht geteilt getestet getragen getäuscht gewartet
gewechselt geweint gewesen gewinnspiel gewonnen geworden geworfen gezahlt geändert geöffnet gibt gibts gilt ging gino
gipfel girokonto glas glasfaser glassplitter glaub glauben gleich gleiche gleichzeitig gleis glocke glück glücklich
glücklicher glückwunsch gold goldstück golf google gott graben grabstein grad grade grafik grandios grantig gras
gratis graz griff grill grob grosses groß großartig große großen großes grund grundschule gruppe gruselig gruß größe
größer grüezi grün grünling grüsse grüße grüßen grüßt guat gucken gummibärchen gutachten gute guten guter gutes
guthaben gutschein gutschrift gänsehaut gärtner gäste gültig günstig haare habe haben habt haengt hafen haftpflicht
hagel hahn hain hakelig haken halb halbe halben hallo hals halt halte halten haltestelle haltet halvern hamburg hammer
hand handgepäck handlung handy handys handyzahlung hanebüchen hannover happy harms harz hase hasse hatte hatten
hauptsache haus hause hausflur hausnotruf haustür haut hebt heide heil heiligabend heimfahren heizdecke heizung heiß
heißt held helden helfen hell hellhörig herbst herr herren herrlich herrn herz herzen herzlich herzlichen heulen heult
heut heute hielt hier hieß hilfe hilfreich hilfsbereit hilft himmel himmlisch himmlische hinfahren hingefahren hinten
hinter hinterhof hinterlegt hinüber hirsch hitze hoch hochgenuss hochladen hochzeit hof holen holt holz homeoffice
honig horn hotel hotline huere huhn humor hund hunde hundefutter hungrig hype hälfte hält händler hänge hängen hängt
hätt hätte hätten höflich höher hölle höre hörgerät hört hübsch hütte iban ichs ignoranz ignoriert ihnen ihre immer
info infopoint inhalt inkasso inklusive innen innerhalb insel inspektion installiert interesse internet inzwischen
iphone irgendwann irgendwer irgendwo isch isst italien jacke jagd jahr jahre jahren jahres jahreskarte januar jede
jedem jeden jeder jederzeit jedes jemand jemanden jetz jetzt jubiläum juhu juli junge jungs juni jährigen kabel kabine
kaffee kaffeemühle kaiser kalender kalt kamen kamera kamin kamm kanada kanal kann kanne kannst kannste kanone kante
kapelle kapiert kaputt kaputte karte karten karton kartons kasse kassel kassen kassenbon kassiererin kasten katalog
katastrophe kater katze kauf kaufe kaufen kauft kaum kaution kein keine keinen keiner keller kellner kennt kennzeichen
kern kerze kerzen kessel kette ketten kiefer kiel kiesel kilo kind kinder kinderleicht kindern kindersitz kinderwagen
kino kinopol kippen kippt kirche kirsche kissen kistenkönig kita kitsch klage klagen klappt klar klare klasse klausur
klavier kleben klebt klee klein kleine kleinen kleiner kleines klemmt klick klicken klinge klingel klingeln klingelt
kloster klumpert knaller knistert knopf knusperhof knusprig kochbox kochen koffer kohle kollegin kombi komet komisch
komm komme kommen kommentarlos kommissar kommt kompatibel kompetent komplett konkurrenz konnte kontakt konto
kontonummer kontostand kontrolleur konzert kopf kopfhörer korb korn kornblick kost kosten kostenlos kostenloses kostet
kotzen kraft krank krankenhaus krankenkasse kranz krass kratzbaum kratzer kratzt kredit kreditkarte kreis krieg
kriegen kriegt kriminell krone kuchen kugel kulant kulanz kunde kunden kundendienst kundenkarte kundennummer kurier
kurs kurse kurz kurze köln können könnt könnte könnten küche kühlschrank kündige kündigen kündigung kürze lachen lacht
ladegerät ladekreis laden ladesäule laeuft lager lahm lahme lampe land lang lange langlebig langsam langsamer laptop
lass lassen lasst lastenrad lastschrift laube laufen laut laute lauter lauwarm leben lebende lebens lebt lecker leckt
leder leer legt lehnt lehrer leider leipzig leise leiser leisten leistung leiter leitung leiwand lese lest letzte
letzten letzter letztes leute leuten level licht lieb liebe lieben lieber liebes liebevoll lieblos lied lief lieferbar
liefern liefert lieferung lieferzeit liegen liegt like limit linde linie link links linse linux linz lissabon live
loben loch login logo lohn lohnt lokal lost loswerden lotse luft lumo lustig lustlos lächeln läden lädt längst lässig
lässt läuft löschen löscht lösung lüfter mach mache machen macht maden mahngebühr mahnung mahnungen mail mailadresse
mails mais mama mamas mann mantel marke markt marktfee maschine maskottchen mast matratze matschig maurer maus mbit
meckern medikament medikamente meer mega mehr meilen mein meine meinem meinen meiner meines meins meint meinte
meisterwerk melde melden meldet mensch menschen menschlich menü merci merkt messer meter mich mies miesen miete mieten
mietwagen milch minus minute minuten misstrauisch mitarbeiter mitnehmen mittag mittagessen mitte mittelmäßig mitten
mitternacht mittwoch modell mogelpackung moin monat monate monaten monatlich mond montag montage monteur moor moos
morgen motor motte murmel murmeltier murren muschel musik muss musste mutter märz mäusemelken möbel möbelhaus möchte
möchten mögen möglich mörder müde müden mühe mühle müll münchen münzen müsste nach nachbar nachbarin nachbarn
nachmittag nachnamen nachricht nachrichten nachsehen nacht nachträglich nachts nachtzug nachzahlung nacken nadel naja
name namen nase natürlich neapel nebel neben nebenkosten nehm nehme nehmen nehmt nein nenn nennt nepp nerv nerven
nervt nest nett nette netz netzteil neue neuen neuer neues neukunden neun newsletter nich nicht nichts niederknien
niemand nimmer nimmt noch nochmal nord nordkraft normal notaufnahme notdienst notfälle notruf november nudeln null
nummer nuss nutzen nächste nächsten nächster nächstes nötig nüssen oben obwohl oder ofen offen offenbar offline ohne
okay oktober omas onkel online orange ordentlich ordner ordnung original ostern paar packt packung paket palme panik
pankow papa papier pappel park parken parkhaus parkplatz pass passiert passt passwort patch paypal peinlich perfekt
perle personal personen persönlich pfad pfeffer pfeift pfeil pferd pflanzen pflegedienst pflegeheim pflegerin
pfotenglück pfui pfändung pietätlos pilz ping pinsel pixel pizza plakat plappo plastik platz platzt plätze podcast
polizei pommes popcorn portal positiv post postfach praktisch praxis preis premium prepaid prima privat probefahrt
problem probleme problemlos profil programm prospekt prozent prüfen prüfung pudelwohl punkt punkte push päckchen
pünktlich qualität quarvo quellbach quelle quer quietscht rabatt rabe radio radl radweg radwerk rahmen rakete ramen
ramsch rasche rasen rasend rate rattengift rauch rauchmelder raucht rauf raum raus rauscht rausgeflogen reagiert
reaktion realität rechnen rechnung rechnungen recht rechtsanwalt rechtzeitig reden regal regelung regen regiobahn
regnet reibungslos reiche reichen reichlich reicht reichweite reifen rein reinfall reise reisen reisepass reißt
reklamation rekord rennen rente rentner reparatur repariert reserviert respekt rest restguthaben retoure rezept
rezeption richtig richtung riecht riese ring ritter roaming robust roch rockt rohr rohrbruch rollator rollen roller
rollstuhl rolltreppe rose rote router ruckelt rucksack ruckzuck ruder rufen ruft ruhe ruheabteil ruhig runde rundum
runter räder rücken rückflug rückgabe rückmeldung rückruf rückseite rücksendung rückzahlung rührei sache saftig
saftladen sagen sagt sagte sahne salat salbe salz samstag samstags samt sand satt sattel satz sauber sauer saugroboter
saßen schachtel schade schaden schaf schafft schale schalter schande scharf schatten schatz schau schaufenster schaum
schaut schee scheibe scheiß scherz schicht schick schicken schickt schieben schiebt schiff schild schimmel schlaf
schlafe schlafen schlange schlecht schlechten schlechter schlechtes schlicht schließt schlimm schlimmer schloss
schluss schläft schlägt schlüssel schmeckt schnauze schnee schnell schnelle schneller schnellsten schnäppchen
schnürchen scho schoen schokolade schon schrank schranke schraube schrauben schreib schreibe schreiben schreibt
schreien schritt schritte schuhe schulbus schuld schule schulträger schwan schwarz schwarze schweigen schweiz
schwester schwimmbad schön schöne schönen schöner schönes schönste schüler scooter screenshot sechs see seele segel
segen sehe sehen sehr seid seide sein seine seit seitdem seite seiten sekunden selben selber selbst selten sendung
senioren september serie seriös server service servus setzt shop sich sicher sicherung sieben sieht silvester sind
sinnvoll sitz sitze sitzen sitzplatz sitzplätze sitzt skeptisch sneaker sobald socken sofa sofort sogar sohn solide
soll sollen sollte sollten sommer sondern song sonne sonntag sonntags sonst sorte sowas spaet spam sparbund sparen
spass spaß speck spedition speedtest speicher spendet sperren spiegel spiel spielen spielplatz spielt spielzeug spinnt
spitze spitzen spitzenmäßig sport sprachen sprachkurs sprachlos spricht spritzen spuckt spur spuren spät später stabil
stadt stadtwerke staffel stall stamm stand standesamt stark startet startseite station statt status statusseite stau
staubsauger steckdose stecken stecker steckt steh stehe stehen steht steigt stein stell stelle stellen stellt stemmen
stern sternchen sterne steuer steuerung still stille stillos stimme stimmt stinksauer stinkt stirbt stock stolz
stoppen stornieren storniert stornierung strahlen straße streamo strecke streichen streit stress strom stromausfall
stufen stuhl stumm stunde stunden stundenlang sturm sturz ständig stört störung störungen stück stürzt suche suchen
sucht summt super supermarkt suppe support system süchtig südtirol tabletten tage tagelang tagen tagesgeld tanne tarif
tarvio tasche tasse tasten tatort taube tausend taut taxi team techniker teich teil teile teilen telefon telefonieren
telefoniert telegram teller telmar tempel teppich termin terminal testet teuer teure teurer teureren theater thema
therme ticket tickets tiefkühlware tiger tipp tisch toaster tochter toilette toll tolle tollen toller tonne toppen tor
torte total tracking tragen trainer tram traube trauerfeier trauerspiel traum traumhaft traumjob traurig trauung
treppe treppenhaus treppenlift treue trinkbrunnen trinkgeld trocken trommel tropft trotz trotzdem tränen tschüss tulpe
tunnel turm typen typisch täglich türen türkei türscharnier türsteher tüte uebel uebertroffen ueberzeugt ufer umbau
umbuchen umbuchung umfrage umgebaut umgehauen umgezogen umkleide umsatz umschreiben umsonst umstellen umtausch umzug
unbekannter undicht unding unendlich unerreichbar unfall unfassbar unglaublich ungültig unrecht unschlagbar unser
unsere unserem unserer unten unter unterirdisch unterlagen unterschied unterschrift unterstützt unterwegs unverschaemt
unverschämt unverändert unwetter update updates upload urlaub urlaubstag urteil variante vater vaters vegetarisch
velora ventil veranstalter verarbeitet verarschen verbockt verboten verdient verdreckt verein verfallen verfügbar
vergelts vergessen verkauf verkaufen verkauft verkehrt verkäuferin verlangt verlass verlegt verletzt verliebt
verlieren verliert verloren verlängern vermerk vermieter vermisse verpackt verpackung verpasst verriegelt verrissen
versand versaut verschickt verschieben verschimmelt verschluckt verschwunden versehen versetzt versicherung version
versprechen versprochen verspätet verspätung verstanden versteh verstehe versteht verständlich versuche versucht
vertrag vertrauen vertreter verträgt vertröstet verweigert video videos viel viele vielen vielleicht vier viermal
viertel vierten visum vogel voicemail voll voller vollmacht vollständig voraus vorband vorbei vorbildlich vorgang
vorher vorhin vorm vorne vorschlag vorwarnung völlig waage wach wackelt wagen wahl wahnsinn wahnsinnig wald wallbox
wand wanderlo wann ware waren warm warmwasser warnen wart warte warteliste warten wartet wartezimmer wartung warum
waschen waschsalon wasser wasserdicht wasserkocher weber wechsel wechseln weder wegelagerer wegen weich weide
weihnachten weil wein weint weiss weiter weiß welche welchem welcher welches welle welt wende wenig weniger wenn
werbung werd werden werk werkstatt wert wertig wertstoffhof wetter whatsapp widerruf wieder wien wiese wieso wieviel
wild will wind winter wird wirft wirklich wirkt wissen witz witze witzig wlan woanders woars woche wochen wochenende
woher wohin wohl wohnt wohnung wohnzimmer wolf wolke wolkenair wollen wollt wollte wollten wolltest worden wort worte
wucher wunder wunderschön wundert wurde wurden wurzel wusste wäre wären wärme wärmepumpe wärs wäsche wünsche wünschen
würd würde würden wüsste wüstenblume wütend yilmaz zack zahl zahle zahlen zahlt zahlung zahn zahnarzt zaun zebra zehn
zeigt zeit zeiten zeitfenster zeitung zelt zentrale zerbrochen zerdeppert zerkocht zerlegt zerstochen zerstört zettel
zeug zickt ziege ziehe ziehen zieht ziel zimmer zins zinsen zischt zitrone zocken zoll zone zonen zucker zufrieden zug
zugegangen zugestellt zugfix zugriff zuhause zumutung zurück zurückgeben zurückholen zurücklegen zurückrufen zusage
zusammen zusteller zustellung zuständig zutiefst zuverlässig zwanzig zwar zwei zweig zweimal zweite zweiten zweiter
zweites zwiebel zwiebeln zwingend zwischen zwölf zählerstand zählt ältere ändere ändern ärger ärgert ätzendes öffnen
österreich übel über überall überbewertet überbucht überfahren überfordert überfällig überfüllt überhaupt überlebt
überm übermorgen übernommen überraschend überrascht übersehen übertroffen überweisen überweisung überwiesen überzeugt
übrig
`;
