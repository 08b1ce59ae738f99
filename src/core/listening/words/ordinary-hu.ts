/** Made of the corpora: `node scripts/run.mjs training/listening/write-words.ts`. */
export const ordinaryHu = `
ablak ablakon ablakot adag adagot adataimat adatait adathalász adatokat adatot addig adja adnak adni adnám adott adtak
adtam adták adtátok ahogy ahol ajandek ajanlom ajtaja ajtó ajtón ajtót ajándék ajándékba ajándékot ajánlani ajánlatot
ajánljátok ajánlom akad akadozik akar akarnak akartam akció akciós akinek akkor akkora alagút alatt albérletet alig
allergiás allergéneket alma alszik alszom aludtam aludtunk aluli alól amikor aminek amiről amit amitől amivel angyal
anna annyira annyit anya anyakönyvi anyatok anyukám anyám anyátok anélkül apartman appban apple applikáció apró apám
arany aranyból arc arra arrébb arról asztal asztalt automata automatába automatában autó autóból autómat autópálya
aznap azonnal aztan aztán azért azóta baba babakocsi babakocsit babát baja bajom balaton baleset banda bank banki
bankos barack barlang barna baromi barátaimnak barátnőm barátságos beadni becsípte becsületes bedobta befizettem
befizetési bejelenteni bejott bejárat bejön bejött bele belekötni belepes belépni belül belőle benne bennetek
bennünket bent benyújtani benzinkúton beragadt berlet beszorult beszél beszélnek beteg betelt betűkkel betűvel
beutalóm bevallották bevette bevettem bevált bezzeg bezár bezárt bezárta bezártak bezárták beázott bika bizonytalan
biztonsági biztonságos biztos biztosan biztosításom bióban blokk bocsi bohózat bojler boldog bolt boltban bontott
bonyolult bor borravalót borsó borzalom borzaszto borzasztó bosszantó botrány bravó brutál budapesten budos bukjuk
busz buszon buszt bácsi bánya bárhol bármelyik bébiételben bécsbe béka bérlet bérletem bérletet bírja bírom bödön
bölcs búza büdös büntetés büszke bőröndöm bőséges chatbot cica cicám cikk cimre cipő cipőt citrom click comment csak
csalodas csalodtam család családi csalódtam csalódás csalók csalónak csap csapat csapnivaló csapta csatlakozz
csatlakozást csavarok csekket csendben csendes cserét csiga csillag csillagos csillagot csinál csináljak csinálni
csináltam csodálatos csodás csomag csomagban csomagból csomagja csomagom csomagot csomagpont csont csoportos csónak
csótány csöpög csúcs csúnya csütörtökön csőtörés cuki cukor cápa céges céget cékla cél címet címre darab darabot
debrecenben december depóban dicséret dicséretet disznó dió doboz dobozban dobozon dobozt doktor dolgom dolgozik
dolgoznak dolgozom dolgoztak dolgát domb draga drága drágult drágább drágábban dugó dugóban dupla duplán durván délben
délig délre délután díja díjak díjat döbbenet döcög döntő dörömböl dúdolom dühös ebben ebből ebéd ebédet eddig edző
egesz egyedül egyest egyet egyetlen egyforma egyik egyre egyszer egyszerre egyszerű egyszerűen egyáltalán együtt egész
ehetetlen ehhez ejjel eladó elaludtam elegedett elegem elején elem eletem elfogadtok elfogy elfogyott elférne
elhagytam elhagyták elindult elintézte elintézték elismeresem elismerésem elkallódott elképesztő elküldtem ellopták
elmegy elment elnézést elromlott elrontották első elsőre eltört eltűnt elutalta elveszett elveszik elvesztettek
elvitték elállás elég elégedett elégedve elégszer elérhető elírtam elölről előbb előfizetés előfizető elől előre
először előtt előtte előttem ember emberek embernek emberrel emberség embert emeletre emelkedik emlékeztető enged
engedi engedtek ennek ennyi ennyire ennyit ennél enyém enyémet eper erdekelne erdélybe erdő eredeti erkélyen erre
erről erte erősítse esetén esik esim esküvő esküvői esküvőre este esti estig esténként estére eszméletlen eső esőben
ettem ettől euró eves extra ezek ezen ezer ezerért ezres ezret ezzel ezért ezüst fa fagyasztott fagyi fagyoskodunk fal
falat falu faluban falut farkas fecske fej fejbe fejel fejes fejjel fejét fekete fekszik feladják feladtam felbontva
feldolgozás fele felejtettem felesleges feleslegesen feleségem felett felháborító felhívott felhő feljelentést
felkelni felmondtam feltörték felugro felvették felvonó felárazták felé felénél felét felújítás felülmúlta fent fenyő
festék fiam fiamat figyelmes filmek filmet finom fizet fizetek fizetem fizetes fizethetek fizeti fizetnem fizetni
fizettem fizetve fizetés fizetésem fizetési fizetésnap fizetésnél fizetésre fizetést fiókban fiókját fiókom fiókomat
fiókomba fiókomban flottul fodrász fogadja foglalkoztak foglalni foglalt foglalásom foglalót fogtam folt folyosón
folyton folyó fordulhatok fordulok fordítva forgalmi forint forintját forintomat forintos forintot forrás forró
foszlik fotót friss frissítés furcsa futnak futár futárnak futárt fáradt fárasztó fék fékje fél félek félelem félig
féltem féláron fény férfi férjem föld fölött füge fülke fürdő fürdőben füst füstjelző füstöl főnököm főre fű fűtés
gagyi galamb gally garancia garantált gazdag generátor giccs gomb gomba gond gondoltam gondozó gramm gratula
gratulalok gratulálok gusztustalan gyalog gyalázat gyalázatos gyanús gyenge gyerek gyerekek gyerekekkel gyerekeknek
gyereket gyerekkel gyereknek gyertya gyors gyorsak gyorsan gyár gyík gyógyszer gyógyszere gyógyszert gyöngy gyönyörű
győrben győzött gázpalack gázszag gázszámla gép gépet gördülékeny hagyjuk hagyni hagyta hagytak hagytam hagyták haj
hajam hajnali hajrá hajszál hajó hal hala halas halk hallottuk hamis hanem hang hangja hany harang harangok harmadik
harmadikat harmadszor harminc haromszor hasznos használt hatarido hatkor hattyú határidő havi havidíj havonta haza
hazudtok hegy hely helyen helyett helyettem helyre hete hetek hetente heti hiaba hiba hibakód hibatlan hibák hibákat
hibás hibát hibátlan hibátlanul hideg hihetetlen hihetetlenül hirdetett hiszem hitegetnek hitelt hittem hivatalos
hivatalosan hiába hiányos hiányoznak hiányzik hiányzott hogy hogyan hold holló hollók holnap holnapi holnapig holnapra
homok honnan hosszú hova hoznák hozta hozták hozza hozzatok hozzá hozzájuk hozzánk hozzátok hozzáállás hulyenek humor
huzzak hála hálás hálásak hálásan hálózati hány hányszor három háromig háromkor háromszor ház házhoz héten hétfő
hétfőn hétig hétre hétvégén híd hívjam hívjanak hívjuk hívni hívott hívtak hívás hó hóban hónap hónapig hónapja
hónapok hölgy húsz hülyének hőszivattyú hősök hűtő hűtőt idegbajt idegen idegenek ideges idegesítő ideje ideér idő
időben időm időpont időpontom időpontot idős időt igazi igazságtalan igazán igen igergetnek ilyen ilyenkor ilyet
imadlak imadom imádja imádlak imádom imádtam imádtuk indoklás indul indulnék indult indulunk indítani info infót ing
ingyen ingyenes inkompetens inkább innen internet irjak iskola iskolabusz ismerem ismeretlen isten isteni itthon
izlett januárban jarat jegy jegyem jegyet jegyvizsgáló jegyvásárlás jelent jelentettem jelentkezni jelszavam jelszó
jelszót jelzem jobb jobban jobbat jogtalan jott jutott jutottam járat járatot járok járt jártunk játék játékban jég
jóvá jóváírták jönnek jönni jött jöttem jövök jövünk jövő jövőre kabin kabint kabát kacsa kakas kalap kalapemelés
kalappal kalauz kalász kamat kamu kamuoldal kanál kapcsol kaphatok kapható kapitány kapni kapok kapom kapott kaptam
kaptunk kapu kapunyitás karbantartás karcolás karcos kard kartyaval karácsony karácsonyi karácsonyig kassza kasszanal
kasszából kasszánál kastély kaszinó katasztrófa katona kattints kaució kecske kedd kedden keddre kedvenc kedvence
kedves kedvesen kedvezmény keksznek kell kellemes kellemesen kellene kellenek kellett kelljen kemény kenyér kerem
keresek keress kerestek kerestem kert kerul keruljetek kerül kerületben kerüljétek került keserű keses kesik kesz
ketten kettő kettőt kevés kezdődik keze kezekben kezem kezes kiadott kicsi kicsit kiderült kidob kidobott kifagy
kifakult kifizettem kifogástalan kigyulladt kihez kihozták kijelző kijönni kikapcsolják kikapcsoltam kilencven kilóig
kimaradt kinek kint kipróbáltam király királyak kisebb kisfiam kislany kiszolgálás kiszállítás kivenni kiábrándító
kiütést kocka kocsi kodot kollégájuk komoly komolyan komp komód koncert konkurencia konnektor konyha konyhában
konyorgom kor korlátlan korona korrekt korrektek korábban kosz koszi koszonet koszonjuk koszonom kritikán krém kukákra
kulcs kuldjetek kupon kupont kurva kurvára kutya kutyám kutyát kutyával kálvária kártya kártyám kártyámat kártyámról
kártyát kártyával kártérítést kávé kéne kényelmes képek képen képernyő kérdezem kérdés kérek kérelmet kérem kérhetek
kérhetem kérnek kérni kérnék kérném kért kértek kértem kértünk késett késik késsel kész készleten készül késés később
kéthetes kétlépcsős kétszer kétszáz kéz kézbesítve kézbesítés kézzel kígyó kínai kíváncsi kívánok kódot kórházban
kölcsön költség költöztem költöztetők költözünk könnyebb könnyekig könyv könyvesbolt könyvet könyörögni kör körte
körül körű kösz köszi köszön köszönet köszönettel köszönik köszönjük köszönöm kötbér következő következőre követés
közben közepes közepén közölte közös között közül kút küldemény küldenek küldeni küldenétek küldhetem küldik küldtek
küldtem küldték küldött külföldre külföldön külön kő labirintus lakbért lakik lakom lakás lakásba langyos laptop
lassabban lassan latom lattam leadott leallas lebeszélte leejtettem leesett lefagy lefagyott lefoglalt legalább
legjobb legjobbak legkisebb legközelebb legközelebbi legrosszabb legyen legyszi lehalt lehessen lehet lehetetlen
lehetett lehetne lejart lejjebb lejár lejárt lekestuk lekezelően lekésem lekéstem lekéstük lement lemondtak lemondtam
lemondták lenne lenni lenyelte leráztak lesz leszakadt leszek letették lett lettem levegőt levelemre levelet leves
levontak levonták levontátok levonva levonás levél leállt leállás leállásról leállósávban leány leírás lift liftben
liget liliom link linken linket lomb lopni lopott lopás láb lámpa láng lángos lángra lányom látni látok látom látta
láttam lázas légy légyszi légyszíves lép lépcsőházban lépés létezik létező ló madár mag maga magam magas magatokat
magukat magyar magyarázat magát magával mail mailben mailt majd majdnem malom mama marad maradni maradok maradt
maradtam maradék marha masik masikra mast matrac maximálisan meccs meccset meddig medencében medve megadtam megemelték
megette meghallgat meghalok meghalt meghatodtam meghatódtam megint megjött megkapom megkaptam megköszönni meglepetes
meglepetés meglepően meglátjuk megoldották megoldás megoldódott megszakad megszólalt megszűnik megvan megvenni megy
megyek megyünk megállt megéri megérkezett megérkezik megért megérte mehet mekkora meleg mellett mellette mellé melyik
menete menjek mennek mennem menni mennyei mennyi mennyibe mennyire mennyit mennyivel ment mentett mentünk mentő mentőt
menü meret merre mert messze messzire mesés metró mettől mező miatt miből mielőtt mikor milliót milyen mind mindegy
minden mindenhova mindenki mindenkinek mindent mindig mindjárt mindkét minek minket mint minta mintha minőség minőségű
mire miután miért mióta mobilbank mobilfizetés mobilos mocskos modem mond mondani mondhatom mondják mondom mondta
mondták monoxid mosdó mosolygok most mosás mosógépben mosógépet motor mozgólépcső moziban mukodik munka munkába muszáj
mutogat mutogatnak mák másfél másik másikat másnak másnál második másodperc mások mást mégis méretben méretű mérges
mérgező méteres méz mínusz módosítani mókus múlt múlva működik működött műtét nagy nagyapám nagyi nagyinak nagyjából
nagymamának nagymamát nagyobb nagyon nagyot nagyszerű nalam nalatok nap napi napig napja napok napom napon naponta
napos napot nappal napra negyedik negyedikre negyven nehezen nekem neki nekik nektek nekünk nelkul neten neve nevemben
nevetséges nevettem neztek nincs normális nulla nyaralás nyelvű nyers nyikorog nyissatok nyitva nyitás nyolc nyolcadik
nyomja nyomkodta nyomtam nyugdíjas nyár nyári nyíl nyílik nyílt nyúl nyűgözve nád nálam nálatok nálunk négy négykor
négyszer négyéves néha nélkül nélküle néni néném nézd nézem nézett nézni néztek néztem néző nőtt odavagyok odaégett
okos október olaj olcsó olcsóbb oldal oldala oldalon oltás olvasom olvassa olvassák olyan online orara orgona orok
oroszlán orulok orvos orvosi orvost osszeomlott osszes otthagyom otthon otthonos otthonról pacsi pad padló padlón
padot palota panasz panaszkodni panaszt pap papír papírok papírt paradicsom park parkolás parkolóházba patak patikát
pazar pedig penz penzem penzemet penzt penészes perc perccel perce percenként percet percig percre peronon persze peti
pici pincében pincér pipa piros pitypang pizza plakáton platform pofátlanság pohár pompás pont pontos pontosan posta
pozitív privátban probaltam profi profik profilom profilt príma próbáltam puha puli pult pultnál puszi pálma pályán
páratlan pécsen pék péntek pénteken péntekig pénz pénzem pénzt pénztár pénztáros pénzért pótdíj pótlóbusz rablás rajta
rajtam rakni raktárba raktárban raktáron reagál recepciós recept recseg reggel reggeli reggelre rejtett reka
reklamációs reklám rekord remeg remek remekmű remélem remény rendben rendeld rendelek rendelni rendelnék rendelt
rendeltem rendelés rendelésem rendelést rendelő rendet rendezték rendszer reptér repül repülök respect respekt rezsit
riasztó ritka robot rohadt roller romlott ropogós rossz rosszabb rosszat rosszul router ruha ruhát rák rántott ráírva
régen régi rész rét róka róla rólam rózsa rögtön sajnos sajnálattal sajnálom sajt saját sarok sas sebesség segitett
segitokesz segít segíteni segített segítettek segítsenek segítsetek segítség segítséget segítőkész sehol semmi semmit
senki senkinek sikerult sikerült sima simán sincs siralmas sirni sirály sistereg sofőr sofőrötök soha sokat sorban
sorok sorompó sorozat sorra sorrendben sose sosem stimmel strand strapabíró suliban szabad szabit szakadt szakik
szalljak szamla szar szarvas szavam szebb szekrény szekér szelet szem szemet szemmel személyesen személyi személyzet
szemét szennyvíz szep szepen szerdán szerelmes szerelő szerelőknek szerepel szeretem szeretjük szeretnék szeretném
szerettem szerint szerintem szerintetek szerver szerviz szerződést szezon szia sziasztok szikla sziszeg szivárog szoba
szobor szobába szobát szoktam szokásos szolgáltatás szolgáltatót szolnokon szombat szombati szombaton szomorú szomszéd
szorít szuper szuperek szuperul szája szálloda szállodában szállítotok szállítás szállítást szám számla számlaszámot
számlámat számlámon számlámról számlán számlára számlát számláztak számolom számom számot szánalmas száraz széket szél
szélén szén szép szépek szépen színház színvonal szív szívvel szó szóhoz szól szólnak szóltak szóltam szórakoztató
szőlő sárga sátor sérült sérülten sípol sírni sírok sírt sírtam sólyom sör sötét sötétben sötétedik süket sürgős
sürgősen süti takarítani talalom talál találom talált találtam talán tart tartanak tartok tartott tartozása tavaly
tavasz taxi teendő tegnap tegnapi tegyek tegyetek tehát tehén tej tejet tele telefon telefonját telefonom telefonon
telefont telegramon teli teljes teljesen telt temetésre tenger tenni terem terero terminál termék tervezett teszek
teszi tesznek tetszett tetszik tette tettek tettem tették tető tevedes tigris tiltani tiltsák tiltsátok tiszta
tisztaság tiszteletem tisztelettel tisztelt titeket tizenegy tizenkét tizenöt tobb tobbe tocsog tojás tolvajok torony
torott torta tortát tovább trehany tudja tudjam tudjatok tudjuk tudjátok tudnak tudnek tudni tudnék tudok tudom tudta
tudtam tudtok tudunk tájékoztatás tál tálat támogatást tányért táskám tél télen tényleg téren térerő tétel tévedésből
tévé típus tízen tó több többet többé tök tökéletes tökéletesen tölgy tölt töltött töltő történik törölni törölt
törölték törölve törött tücsök tündér tündéri türelmesek tőle tőletek tűrhetetlen tűz udvar udvariasak udvaron ugyanaz
ugyanazt ugyanúgy ugyes ujra undorító unom utalnom utalom utaltam utalták utalvány utalás utan utat utca utolsó utálom
után utána utánvéttel vacak vagy vagyok vagytok vagyunk vaj valahol valaki valakit valami valamit valasz valaszol
valtok valódi vannak varok vartam vas vasarlo vasárnap vegán vele velem veletek velünk vendég vendégek venni vennék
venném verhetetlen vesz veszem veszett veszi veszik vett vettem vevő vezetni vicc viccelődött vicces vidék vidéken
vihar vihetem villany villanyt villog világ világot virág virágot vissza visszaadni visszaadták visszahívnak
visszahívtak visszahívást visszajár visszajön visszajött visszakaptam viszem viszi viszont vitte vitték vizes vizet
vizsga vizsgálat volna volt voltak voltam voltunk vonal vonalban vonat vonatokon vonatom vonaton vonatra vonják
vonjátok vontatok vontátok válasz válaszol válaszolnak válaszolni válaszolt válaszoltak választ választani választék
válaszukat váltani váltok váltottam váltottunk változat vár várható várni várok várom város vártam vártunk vásárlás
vásárló vége végig végre végéig végén végére véletlenül vérzik víz völgy wellness wifi zajos zene zenét zokni zokon
zsanér zseni zseniális zsák zsömle zsúfolt zuglóban zárható zárják zároltuk zárolták zárolás zárva zászló zóna zónák
zónát zöld ág áldja áldott állam állnak állok állt álltak álltam állunk állás állítani állítsátok állítólag álom ár
árajánlatot árak áram áramot áramszünet árat árok áron árát átadták átmentem átvertek átverés átvettem átírható
édesapám éhes éjfélig éjfélkor éjjel éjszaka éjszakai éjszakára életem életemben éljen élmény élőben éppen érdekes
érdeklődöm érdemes érek éreztem érkezett érkezik érnek érte értelme értem értesítést érthető érték értünk érvényes
érvénytelen étel évben évek évente éves évesen évet évig ígérgetnek ígérik ígért ígértek ígértetek ígérték írja írjon
írjátok írni írok írom írta írtak írtam írták írva ízlett ól óraállás óráig órája órák órákig órán órára órát órával
öltöny ömlik önkiszolgáló önök önöknél örök öröm örülök össze összeg összeget összeomlott összes összetört ötkor ötlet
ötven ötödik ötös újra út útközben útlevél útmutató úton üdvözlöm ügyelet ügyeletes ügyes ügyesek ügyfélkapu ügyintéző
ügyvédem ültem ültettek ültünk ülés ülünk ünnep üres üveg üveggel üvegszilánk üvölt üzlet üzletben üzleti őket ősz
`;
