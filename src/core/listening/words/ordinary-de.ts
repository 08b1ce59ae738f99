/** Made of the corpora: `node scripts/run.mjs training/listening/write-words.ts`. */
export const ordinaryDe = `
abbuchungen abend abends aber abflug abgeben abgebrochen abgebucht abgefertigt abgegeben abgeholt abgekanzelt
abgeklemmt abgelaufen abgelehnt abgesagt abgeschaltet abgeschleppt abgestürzt abgewohnt abgezogen abholen abofalle
abrechnung absagen abschlag absolut absolute abwasser abzocke account acht achtung acker adler admin adresse aerger
affe ahnung ahorn akku aktion alarmton alle allee allein allen aller allergiker alles alpen also altbacken alte alten
alter ampel anbieter andere anderen anderes anders anderthalb anerkannt anfang anfrage anfänger angeblich angebot
angebote angefangen angegeben angegossen angekommen angerufen angeschnauzt angezeigt angst anhalten anker ankommen
ankommt anleitung anliegen anmelden anmeldung anna annulliert anrufen anschluss antibiotikum antrag antwort antwortet
anwalt anzahlung anzeige anzeigen anzug anzurufen apfel applaus april arbeit arrogante arsch artikel arzt asche atlas
auch aufgehoben aufgelegt aufm aufpreis aufs aufzug auge augen august ausdrucken ausfall ausfüllen ausgefallen
ausgeliefert ausgesperrt ausgezahlt ausland ausprobiert ausrede ausreden ausschalten ausschlag aussicht ausstellung
auswahl ausweis ausziehen auto autobahn automat autor autos außer baba baby babybrei bach baden baff bahn bahnhof
bahnsteig balkon banane band bank banking bargeld barzahlung batterien bauen bauer baum baut bearbeitet becken
bedanken bedeutet bedienung bedrängt beendet beerdigung beere begeistert begründung begrüßt behandelt behoben beide
beides beim beitrag bekam bekomme bekommen bekommt belastet beleg bequem beraterin berechnet bereitschaft bereue berg
berlin beruf beruhigt beschwerde beschädigt besen besetzt besorgt besser besseres bestanden beste bestelle bestellen
bestellt bestellung besten bestens bester bestes bestimmt bestätigen bestätigt bestätigung betrug betrunken betrüger
bett bettwanzen bevor bewerben bewertungen bezahlen bezahlt biene bier bietet bike bild bildern bildschirm billig
billige birke birne bitte blatt blau bleiben bleibt blick blume blättert boarding bock boden bodenlos bogen bohne
boiler bonus boot bord bote brasilien bratpfanne brauch brauche brauchen braucht brautkleid brav bravo brei bremen
bremse bremsen brennt bricht brief briefkasten brille bringt brot brunnen brutal bräuchte brötchen buch buche buchen
bucht buchung bugs burg busfahrer butter butterweich bücher büro cache call cent chaos chapeau charge chat check chef
chinesisch ciao click cloud code cool creme cringe dabei dach dachte dadurch dafür dame damen damit danach daneben
dank dankbar danke dankeschön dann daran darf dass daten datenschutz datenvolumen dauernd dauert daumen davon
davonlaufen dazu decke defekt defekten dein deine dementen depot derselben deshalb design deutsch deutsche deutschland
dialyse dicht dickes dieb dienst dienstag diese dieselbe diesen dieser dieses ding direkt diskret diskutiert display
doch donnerstag doppelt dorf down drache dran drauf draußen drei dreimal drin dringend drinnen dritt dritte dritten
droht drücken duft dumm dunkeln durch durchdacht durchgegeben durchgelegen durchsage durchsagen döner dünger dünn eben
echt echter egal eher ehrenmann ehrlich eich eiche eigene eigenes eigentlich eimer einbehalten eine einem einen einer
eines einfach eingang eingefroren eingegangen eingegeben eingeklemmt eingelöst eingetroffen eingezogen einheit
einkaufen einlass einmal eins einsame einschreiben einspruch einzeln einzige einziger einziges eisen elektriker
empfang empfangen empfehlen empfehlt empfehlung ende endlich engel ente entfernt enthalten entrümpelung entschuldigt
enttaeuscht enttäuscht erbse erbärmlich erde erhalten erklären erklärt erklärung erlauben erlaubt erlebt erledigt
erleichtert ernst ernsthaft ernte erpresst erreichbar erreiche ersatz erst erstattet erstattung erste ersten erstes
erwartet erwartungen erzählt eröffnet esel esim essbar essen etwas euch euer eule eure eurem euren eurer eures euro
ewig ewigkeit explodiert extra fabel fach faden fahren fahrer fahrrad fahrt fair fairer fake fakeshop falke fall falle
fallen falls falsch falsche falschem falschen falscher falsches familie familien farbe fass fassungslos fast favoriten
februar feder fehlen fehler fehlt fehlte feier feiertag feile fein feine feinsten feld fell felle fels felsen fenster
ferien ferienhaus fertig fest festival festnetz feuer feuerwehr fichte filiale film finale find finde findet finger
firma fisch flackert flamme flasche fliege flieger flink flott flug flughafen flur fluss folge folgt follower form
formular foto fotos frage fragen fragt frau frechheit frei freibad freitag fremde fremden fremdschämen freu freude
freuen freund freunde freundlich freundliche freundlichen freut frieden frisch frische frist fristgerecht froh frosch
frucht früh früher frühstück fuchs fuer fummelig fundbüro funktioniert futsch fähre fährt fällig fällt fänden fühle
fühlt führt fünf fünfmal fünfzehn fünfzig fürs gabel gans ganz ganze ganzen ganzes garantie garantiert garantierte
garten gasflasche gasgeruch gasse gast gastgeber gate geben gebirge geblieben gebracht gebucht gebühr gebühren
gecancelt gedacht gedauert gedicht gedrückt geduld geehrte gefaellt gefahren gefallen gefeiert gefressen gefreut
gefunden gefällt gefühl gefühlt gegangen gegen gegessen gehabt gehackt gehalt geheizt gehen geheult geholfen geht
gehts gehweg gehört geil geist gekauft geklappt geklaut geklickt gekommen gekonnt gekriegt gekündigt gekürzt gelacht
geld geleert gelernt gelesen geliefert gelohnt gelungen gelöst gemacht gemeinde gemeint gemeldet gemüse gemütlich
genau genervt genial genommen genossen genügt geplant geplatzt gepäck gerade gerechnet geregelt gerettet gerichtet
gerissen gern gerne gerät geräte gerührt gesagt gesalzen geschafft geschenk geschenkt geschickt geschlafen geschlossen
geschmiert geschrieben geschäft gesehen gesicht gespart gesperrt gestern gestiegen gestochen gestorben gestrandet
gestrichen gesucht getragen gewartet gewechselt geweint gewesen gewonnen geworden geworfen gezahlt geändert gibt gibts
gilt ging gipfel glas glasfaser glassplitter glauben gleich gleiche gleichzeitig gleis glocke glück glücklich
glücklicher glückwunsch gold goldstück golf google gott graben grabstein grad grade grafik grandios grantig gras
gratis graz griff grob grosses groß großartig große großes grundschule gruppe gruselig gruß größe größer grüezi grün
grüsse grüße grüßen grüßt guat gucken gummibärchen gutachten gute guten guter gutes guthaben gutschein gutschrift
gänsehaut gäste günstig haare habe haben habt haengt hafen hahn hain hakelig haken halb halbe halben hallo hals halt
halten haltestelle haltet hamburg hammer hand handgepäck handlung handy handys handyzahlung hanebüchen hannover happy
hase hasse hatte hatten hauptsache haus hause hausflur hausnotruf haustür haut heide heil heiligabend heizung heißt
held helden helfen hell hellhörig herbst herr herren herrlich herrn herz herzen herzlich herzlichen heulen heult heut
heute hier hieß hilfe hilfreich hilfsbereit hilft himmel himmlisch himmlische hingefahren hinten hinter hinterhof
hinterlegt hinüber hirsch hitze hoch hochgenuss hochladen hochzeit hof holen holz homeoffice honig horn hotel hotline
huere huhn humor hund hunde hungrig hype hälfte hält hänge hängen hängt hätt hätte hätten höher hölle höre hörgerät
hört hübsch iban ichs ignoranz ignoriert ihnen ihre immer info inhalt inkasso inklusive innerhalb insel inspektion
installiert interesse internet inzwischen iphone irgendwer irgendwo isch italien jacke jagd jahr jahre jahren jahres
jahreskarte januar jede jedem jeden jeder jederzeit jedes jemand jemanden jetzt jubiläum juhu juli junge jungs juni
jährigen kabel kabine kaffee kaiser kalender kalt kamen kamera kamin kamm kanada kanal kann kanne kannst kannste
kanone kante kapelle kapiert kaputt kaputte karte karten karton kasse kassel kassen kassenbon kassiererin kasten
katalog katastrophe kater katze kauf kaufe kaufen kauft kaum kaution kein keine keinen keiner keller kellner kennt
kern kerze kessel kette ketten kiefer kiel kiesel kilo kind kinder kinderleicht kindern kindersitz kinderwagen kino
kippen kirche kirsche kissen kita kitsch klage klagen klappt klar klare klasse klausur klavier kleben klee klein
kleine kleiner kleines klemmt klick klicken klinge klingel klingeln klingelt kloster klumpert knaller knistert knopf
knusprig kochbox kochen koffer kohle kollegin kombi komet komisch komm komme kommen kommentarlos kommt kompatibel
kompetent komplett konkurrenz konnte kontakt konto kontrolleur konzert korb korn kost kosten kostenlos kostenloses
kostet kotzen kraft krank krankenhaus krankenkasse kranz krass kratzer kratzt kredit kreditkarte kreis krieg kriegen
kriegt kriminell krone kuchen kugel kulant kulanz kunde kunden kundendienst kundennummer kurier kurs kurz kurze köln
können könnt könnte könnten küche kühlschrank kündige kündigen kündigung kürze lachen lacht ladegerät laden ladesäule
laeuft lager lahm lahme lampe land lang lange langlebig langsam langsamer laptop lass lassen lasst lastschrift laube
laufen laut laute lauter lauwarm leben lebende lebens lebt lecker leckt leder leer legt lehrer leider leipzig leise
leiser leisten leistung leiter leitung leiwand lese lest letzte letzten letzter letztes leute leuten licht lieb liebe
lieben liebes liebevoll lieblos lief liefern liefert lieferung lieferzeit liegen liegt like limit linde linie link
linse lissabon live loben login lohnt lokal lost loswerden lotse luft lustig lustlos lächeln läden lädt längst lässig
lässt läuft löschen löscht lösung lüfter mach mache machen macht maden mahngebühr mahnung mahnungen mail mails mais
mama mamas mann mantel marke markt maschine matratze matschig maurer maus mbit meckern medikament medikamente meer
mega mehr meilen mein meine meinem meinen meiner meines meins meint meisterwerk melde melden meldet mensch menschen
menschlich menü merci merkt messer mich mies miesen miete mieten mietwagen milch minus minute minuten mitarbeiter
mitnehmen mittag mittagessen mittelmäßig mitten mitternacht mittwoch modell mogelpackung moin monat monate monaten
monatlich mond montag montage monteur moos morgen motor motte murmeltier murren muschel musik muss mutter märz
mäusemelken möbelhaus möchte möchten mögen möglich müde müden mühe mühle müll münchen münzen müsste nach nachbar
nachbarin nachbarn nachmittag nachnamen nachricht nachrichten nacht nachträglich nachts nachtzug nachzahlung nacken
nadel naja name namen natürlich nebel neben nebenkosten nehme nehmen nehmt nein nenn nennt nepp nerv nerven nervt nest
nett nette netz netzteil neue neuen neuer neues neukunden neun newsletter nich nicht nichts niederknien niemand nimmer
nimmt noch nochmal normal notdienst notfälle notruf nudeln null nummer nuss nutzen nächste nächsten nächster nötig
nüssen oben obwohl oder ofen offen offenbar offline ohne okay omas online orange ordentlich ordner ordnung original
ostern paar packt packung paket palme panik papa papier pappel park parken parkhaus parkplatz pass passiert passt
passwort patch paypal peinlich perfekt perle personal personen persönlich pfad pfeffer pfeift pfeil pferd pflegedienst
pflegerin pfui pfändung pietätlos pilz ping pinsel pixel pizza plastik platz platzt plätze podcast polizei pommes
popcorn portal positiv post praktisch praxis preis premium prepaid prima privat probefahrt problem probleme problemlos
profil prozent prüfung pudelwohl punkt punkte päckchen pünktlich qualität quelle quietscht rabatt rabe radio radweg
rahmen rakete ramen ramsch rasche rasen rasend rate rattengift rauch rauchmelder raucht rauf raum raus rauscht
rausgeflogen reagiert reaktion realität rechnen rechnung rechnungen recht rechtsanwalt rechtzeitig reden regal
regelung regen reibungslos reiche reichlich reicht reichweite reifen rein reinfall reise reisen reisepass reißt
reklamation rekord rennen rente reparatur repariert reserviert respekt rest retoure rezept rezeption richtig riecht
riese ring ritter roaming robust rockt rohr rollator rollen rollstuhl rolltreppe rose rote router ruckelt rucksack
ruckzuck ruder rufen ruft ruhig rundum runter räder rückflug rückgabe rückmeldung rückruf rückseite rücksendung
rückzahlung rührei sache saftig saftladen sagen sagt sahne salz samstag samstags sand satt sattel satz sauber sauer
schachtel schade schaden schaf schafft schale schalter schande scharf schatten schatz schau schaufenster schaum schaut
schee scheibe scheiß scherz schick schicken schickt schieben schiebt schiff schild schimmel schlaf schlafe schlafen
schlange schlecht schlechten schlechter schlechtes schlicht schließt schlimm schlimmer schloss schläft schlägt
schlüssel schmeckt schnauze schnee schnell schnelle schneller schnäppchen schnürchen scho schoen schokolade schon
schrank schranke schrauben schreib schreibe schreiben schreibt schreien schritt schritte schuhe schulbus schuld schule
schwan schwarz schweigen schweiz schwester schön schöne schönen schöner schönes schönste scooter screenshot sechs see
seele segel segen sehe sehen sehr seid seide sein seine seit seitdem seite seiten sekunden selben selber selbst selten
sendung senioren serie seriös server service servus setzt shop sich sicher sicherung sieht silvester sind sinnvoll
sitz sitze sitzen sitzplatz sitzplätze sitzt skeptisch sobald socken sofa sofort sogar sohn solide soll sollen sollte
sollten sommer song sonne sonntag sonntags sonst sorte sowas spaet spam sparen spass spaß spedition speedtest speicher
sperren spiegel spiel spielplatz spielzeug spinnt spitze spitzenmäßig sport sprachlos spuckt spur spuren spät später
stabil stadt staffel stall stamm stand standesamt stark startseite station statt status statusseite stau staubsauger
steckdose stecken stecker steckt steh stehe stehen steht steigt stein stellt stemmen stern sternchen sterne steuerung
still stillos stimme stimmt stinksauer stinkt stock stolz stoppen stornieren storniert stornierung strahlen straße
stress strom stromausfall stufen stuhl stumm stunde stunden stundenlang sturm ständig stört störung störungen stück
stürzt suche suchen sucht super supermarkt suppe support system süchtig tabletten tage tagelang tagen tagesgeld tanne
tarif tasche tasse tasten tatort taube tausend taut taxi team techniker teich teil teile teilen telefon telefonieren
telefoniert telegram teller tempel teppich termin terminal testet teuer teurer theater thema therme ticket tickets
tiefkühlware tiger tipp tisch toaster tochter toilette toll tolle tollen toller tonne toppen tor torte total tracking
tragen trainer traube trauerfeier trauerspiel traum traumhaft traumjob traurig trauung treppe treppenhaus treppenlift
treue trinkgeld trocken trommel tropft trotz trotzdem tränen tschüss tulpe tunnel turm typen täglich türen türkei
türscharnier türsteher tüte uebel uebertroffen ueberzeugt ufer umbuchen umbuchung umfrage umgehauen umschreiben
umsonst umtausch unbekannter undicht unding unendlich unerreichbar unfall unfassbar unglaublich ungültig unrecht
unschlagbar unser unsere unserem unten unter unterirdisch unterlagen unterschied unterschrift unterstützt unterwegs
unverschaemt unverschämt unverändert update updates upload urlaub urlaubstag variante vater vaters ventil veranstalter
verarbeitet verarschen verbockt verboten verdient verdreckt verein verfallen verfügbar vergelts vergessen verkauf
verkaufen verkauft verkehrt verkäuferin verlangt verlass verlegt verletzt verliebt verlieren verliert verloren
verlängern vermerk vermieter vermisse verpackt verpasst verriegelt verrissen versand versaut verschickt verschieben
verschimmelt verschluckt verschwunden versehen versetzt version versprechen versprochen verspätet verspätung versteh
verstehe versteht verständlich versuche versucht vertrag vertrauen vertreter vertröstet verweigert video videos viel
viele vielen vielleicht vier viermal viertel vierten visum vogel voicemail voll voller vollmacht vollständig voraus
vorbei vorbildlich vorgang vorher vorm vorschlag vorwarnung völlig wach wackelt wagen wahnsinn wahnsinnig wald wand
wann ware waren warm warmwasser warnen wart warte warten wartet wartung warum wasser wasserdicht wasserkocher weber
wechsel wechseln weder wegelagerer wegen weich weide weihnachten weil wein weint weiss weiter weiß welche welchem
welcher welches welle welt wende wenig weniger wenn werbung werden werk werkstatt wert wertig wetter whatsapp widerruf
wieder wien wiese wieso will wind winter wird wirft wirklich wirkt witz witzig wlan woanders woars woche wochen
wochenende wohin wohl wohnt wohnung wolf wolke wollen wollt wollte wollten wolltest worden wort worte wucher wunder
wunderschön wurde wurden wurzel wäre wären wärme wärmepumpe wärs wünsche wünschen würd würde würden wüsste wütend
yilmaz zack zahle zahlen zahlt zahlung zahn zahnarzt zaun zebra zehn zeigt zeit zeiten zeitfenster zelt zerbrochen
zerdeppert zerkocht zerlegt zerstochen zerstört zettel zickt ziege ziehe ziehen zieht ziel zimmer zins zinsen zischt
zitrone zoll zone zonen zucker zufrieden zug zugegangen zugestellt zugriff zuhause zumutung zurück zurückgeben
zurückholen zurücklegen zurückrufen zusage zusammen zusteller zustellung zuständig zutiefst zuverlässig zwanzig zwar
zwei zweig zweimal zweite zweiten zwiebel zwiebeln zwingend zwischen zählerstand ältere ändere ändern ärger ärgert
ätzendes öffnen österreich übel über überall überbewertet überbucht überfahren überfordert überfüllt überhaupt
überlebt überm übermorgen übernommen überraschend überrascht übersehen übertroffen überweisen überweisung überwiesen
überzeugt
`;
