/** Made of the corpora: `node scripts/run.mjs training/listening/write-words.ts`. */
export const ordinaryHu = `
abban abból ablak ablakon ablakot adag adagot adataimat adatait adathalász adatokat adatot addig adja adjanak adják
adnak adni adnám adom adott adtak adtam adták adtátok ahhoz ahogy ahol ajandek ajanlom ajtaja ajtó ajtón ajtót ajándék
ajándékba ajándékot ajánlani ajánlatot ajánljátok ajánlom akad akadozik akar akarnak akarom akartam akció akciós
akinek akkor akkora alagút alatt albérletet alig allergiás allergéneket alma alszik alszom aludtam aludtunk aluli
aláírással alól amelyik amiben amikor aminek amire amiről amit amitől amivel amúgy angyal anna annyira annyit anya
anyakönyvi anyatok anyu anyukám anyám anyátok anyósom anélkül apartman appba appban apple applikáció apró apám arany
aranyból aranyos arc arra arrébb arról asztal asztalt augusztus automata automatába automatában autó autóból autómat
autópálya autót avarra aznap azonnal aztan aztán azért azóta baba babakocsi babakocsit babát baja bajom balaton
baleset banda bank banki bankos barack barlang barna baromi barátaimnak barátnőm barátságos beadni becsípte becsületes
bedobta befizettem befizetési bejelenteni bejott bejárat bejön bejött bele belefér belekötni belepes belole
belvárosban belépni belépő belül belőle bemenni benne bennetek bennünket bent benyújtani benzin benzinkúton beragadt
berlet beszorult beszálltunk beszél beszélnek beteg betelt betűkkel betűvel beutalóm bevallották bevette bevettem
bevált bezzeg bezár bezárt bezárta bezártak bezárták beázott bicikli biciklim bika bizonytalan biztonsági biztonságos
biztos biztosan biztosításom biztosító bióban blokk bocs bocsi bohózat bojler boldog bolt boltba boltban boltos
bontott bonyolult bor borravalót borsó borzalom borzaszto borzasztó bosszantó botrány bravó brumma brutal brutál
budapesten budos bukjuk buli bundás busszal busz buszon buszt bácsi bánya bárhol bármelyik bébiételben bécsbe béka
bérelt bérlet bérletem bérletet bérletre bírja bírom bírta bödön bölcs búza büdös büntetés büszke bőrönd bőröndöm
bőséges chat chatbot cica cicám cikk cimre cipő cipőjét cipőt citrom click comment csak csalodas csalodtam család
családi csaló csalódtam csalódás csalók csalónak csap csapat csapnivaló csapta csatlakozz csatlakozást csavarok
csekket csendben csendes cserélni cserép cserét csiga csillag csillagos csillagot csinál csináljak csinálni csináltam
csodálatos csodás csomag csomagban csomagból csomagja csomagom csomagot csomagpont csont csoportos csónak csótány
csöpög csúcs csúnya csütörtökön csőtörés cuki cukor cápa céges céget cégünk cékla cél címet címke címre dagad darab
darabot debrecenben december delutan depóban dicséret dicséretet disznó dió doboz dobozba dobozban dobozon dobozt
doktor dolga dolgom dolgozik dolgoznak dolgozom dolgoztak dolgát domb draga drogéria drága drágult drágább drágábban
dugó dugóban dupla duplán durván dátum délben délelőtti délig délre délután délutánra díja díjak díjat döbbenet döcög
döntő dörömböl dúdolom dühös ebben ebből ebéd ebédet eddig edző egesz egyben egyedül egyelőre egyenlegem egyes egyest
egyet egyetlen egyforma egyik egymás egymást egyre egyszer egyszerre egyszerű egyszerűen egyáltalán együtt egész
ehetetlen ehhez ejjel eladó elaludtam elegedett elegem elején elem eletem elfogadtok elfogy elfogyott elférne
elhagytam elhagyták elindult elintézte elintézték elismeresem elismerésem elkallódott elkelt elképesztő elküldtem
ellopták elmaradt elmegy elment elmondtam elnézést elorendelni elott elromlott elrontották elszállt első elsőnek
elsőre eltört eltűnt elutalta elutasította elvagyok elveszett elveszik elvesztettek elvitték elállás elég elégedett
elégedve elégszer elérhető elírtam elölről elütés előadásra előbb előfizetnék előfizetés előfizető elől előre először
előtt előtte előttem előtti előző ember emberek embereket embernek emberrel emberség embert emeletre emelkedik
emlékeztető emlékszik enged engedi engedtek engem ennek ennyi ennyire ennyit ennél enyém enyémet eper erdekelne
erdélybe erdő eredeti erkélyen erre erről erte erősebb erősítse esett esetén esik esim esküvő esküvői esküvőre este
esti estig esténként estére estét eszembe eszik eszközön eszméletlen eső esőben ettem ettől euró eves extra ezek ezen
ezer ezerért ezres ezret ezzel ezért ezüst fa fagyasztott fagyi fagyoskodunk fal falat falu faluban falut fapados
farkas fazekas fecske fej fejbe fejel fejes fejjel fejét fekete fekszik feladják feladtam felbontva feldolgozás fele
felejtettem felesleges feleslegesen feleségem felett felháborító felhívott felhő feljelentést felkelni felmondtam
felnőtt felrobbant feltörték felugro felveszi felvették felvonó felárazták felé felénél felét felújítás felülmúlta
fent fenyő festék fesztivál fiam fiamat fiamnak figyelmes film filmek filmet finnyás finom fizet fizetek fizetem
fizetendő fizetes fizethetek fizeti fizetnem fizetni fizettem fizetve fizetés fizetésem fizetési fizetésnap fizetésnél
fizetésre fizetést fizu fiók fiókban fiókját fiókom fiókomat fiókomba fiókomban fiókot flottul fodrász foga fogadja
fogaszaton foglalkoztak foglalni foglalnék foglalt foglalásom foglalót fogta fogtam fogy fokos folt folyik folyosón
folyt folyton folyó fordulhatok fordulok fordult fordítva forgalmi forint forintját forintomat forintos forintot
forintért forrás forró foszlik fotót friss frissítés frissült full furcsa futnak futni futár futárnak futárt fáradt
fárasztó fék fékje fél féle félek félelem félig féltem féláron félárú fény férfi férjem föld fölött füge fülke fürdő
fürdőben füst füstjelző füstöl főnököm főre főszereplő fű fűtés gagyi galamb gally garancia garantált gazdag generátor
giccs gomb gomba gombot gond gondolom gondolta gondoltam gondozó gramm gratula gratulalok gratulálok gusztustalan
gyalog gyalázat gyalázatos gyanús gyenge gyerek gyerekbiztos gyerekek gyerekekkel gyerekeknek gyereket gyerekkel
gyereknek gyertya gyors gyorsak gyorsan gyár gyík gyógyszer gyógyszere gyógyszert gyöngy gyönyörű győrben győri
győzött gázpalack gázszag gázszámla gép gépe gépet gépre gördülékeny hagyjuk hagyni hagyta hagytak hagytam hagyták haj
hajam hajnal hajnalban hajnali hajrá hajszál hajtom hajó hal hala halas halk hallottuk hamis hanem hang hangja
hangszóró hany harang harangok harmadik harmadikat harmadikon harmadszor harminc haromszor hasznos használati használt
hatarido hatkor hattyú határidő havi havidíj havonta haza hazudtok hegy hegyi hely helyen helyet helyett helyette
helyettem helyi helyre helyén hete hetek hetente hetet hetfo heti hiaba hiba hibakód hibatlan hibák hibákat hibás
hibát hibátlan hibátlanul hideg hihetetlen hihetetlenül hirdetett hiszem hitegetnek hitelt hittem hivatalos
hivatalosan hivtak hiába hiányos hiányoznak hiányzik hiányzott hogy hogyan hold holló hollók hollóplay holnap holnapi
holnapig holnapra homok honapja honnan hosszú hotel hova hoznák hozta hozták hozza hozzatok hozzá hozzájuk hozzánk
hozzátok hozzáállás hulyenek humor huzzak hála hálás hálásak hálásan hálózati hány hányszor hárman hármat három
háromig háromkor háromszor hársfa hátfájás ház házhoz héten hétfő hétfőig hétfőn hétig hétre hétvégén híd hívjam
hívjanak hívjuk hívni hívott hívtak hívtam hívás hó hóban hóláncot hónap hónapban hónapig hónapja hónapok hónapos
hónapot hölgy húgomnak húsz hülyének hőszivattyú hősök hűség hűtő hűtőt idegbajt idegen idegenek ideges idegesítő
ideje ideér idén idő időben időm időpont időpontom időpontot idős időt igazi igazolás igazságtalan igazán igen
igergetnek iker ilyen ilyenkor ilyet imadlak imadom imádja imádlak imádom imádtam imádtuk imént indoklás indul
indulnék indult indulunk indítani info infót ing ingatlanos ingyen ingyenes inkabb inkompetens inkább innen internet
inzulin irjak irtak irtam iskola iskolabusz ismerem ismeretlen ismertem isten isteni iszom ittak itthon izlett
januárban jarat jegy jegye jegyek jegyem jegyet jegyvizsgáló jegyvásárlás jelent jelentettem jelentkezni jelszavam
jelszó jelszót jelzem jobb jobban jobbat jogtalan jott jovore jutott jutottam járat járatot járok járt jártunk
játszósarok játék játékban jég jóvá jóváírták jöhetne jöjjön jönnek jönni jött jöttem jövök jövünk jövő jövőre kabin
kabint kabát kacsa kaja kakas kalap kalapemelés kalappal kalauz kalász kamat kamu kamuoldal kanál kapcsol kaphatok
kapható kapitány kapni kapok kapom kapott kaptam kaptunk kapu kapunyitás karbantartás karcolás karcos kard karika
kartyaval karácsony karácsonyi karácsonyig karácsonyra kassza kasszanal kasszából kasszánál kastély kaszinó
katasztrófa katona kattints kaució kecske kedd kedden keddre kedvenc kedvence kedvencem kedves kedvesen kedvezmény
keksznek kell kellemes kellemesen kellene kellenek kellett kelljen kemény kenyér kereke kerem keresek keresett keress
keressem kerestek kerestem keresztelőt kerhetek kert kerul keruljetek kerül kerületben kerüljétek került keserű keses
kesik kesz ketten kettő kettőkor kettőt kevesebb kevés kezdhetem kezdő kezdődik keze kezekben kezem kezemben kezes
kezünkben kiadott kicsi kicsit kiderült kidob kidobott kifagy kifakult kifizettem kifogástalan kigyulladt kihez
kihozták kijelző kijön kijönni kijött kikapcsolják kikapcsoltam kilenc kilencven kilencvenes kilóig kimaradt kinek
kint kipróbáltam király királyak kisebb kisfiam kisfiú kisgyerek kiskutya kislany kislányom kispatakban kiszolgálás
kiszálltunk kiszállítás kitöltöttem kivalo kivenni kiváló kiábrándító kiütést klíma kocka kockabútor kockavár kocsi
kocsit kodot kollégájuk kollégát komoly komolyan komp komód koncert konkurencia konnektor konyha konyhában konyorgom
kor korlátlan korona korrekt korrektek korábban korábbi kosz koszi koszonet koszonjuk koszonom kosár kotyogó kritikán
krumplit krém kukákra kulcs kulcsot kuldjetek kupon kupont kurva kurvára kutya kutyáknak kutyám kutyát kutyával
kálvária kártya kártyám kártyámat kártyámról kártyát kártyával kártérítést kávé kékvonal kéne kényelmes képek képen
képernyő képest képpel kérdezem kérdés kérdést kérek kérelmet kérem kérhetek kérhetem kérnek kérni kérnék kérném kért
kértek kértem kértünk késett késik késsel kész készleten készül készültem késés később kéthetes kétlépcsős kétszer
kétszáz kétszázzal kétéves kéz kézbe kézbesítve kézbesítés kézzel kígyó kínai kíváncsi kívánok kódot kórházban kórházi
köhög kölcsön köll költség költöztem költöztetők költözünk könnyebb könnyekig könyv könyvesbolt könyvet könyvnek
könyörögni kör környéken körte körúton körül körű kösz köszi köszön köszönet köszönettel köszönik köszönjük köszöntem
köszönöm kötbér következő következőre követés közben közepes közepén közt közé közölte közös között közül kút kúton
küldemény küldenek küldeni küldenétek küldhetem küldik küldjem küldtek küldtem küldték küldött külföldre külföldön
külön kő labirintus lakbér lakbért lakik lakom lakás lakásba langyos laptop lassabban lassan lassú latom lattam leadni
leadott leallas lebeszélte leejtettem leesett lefagy lefagyott lefoglalnám lefoglalt legalább legjobb legjobbak
legkisebb legközelebb legközelebbi legrosszabb legyen legyszi lehalt lehessen lehet lehetetlen lehetett lehetne
leiratkoztam lejart lejjebb lejár lejárt lekestuk lekezelően lekésem lekéstem lekéstük lement lemerült lemondani
lemondom lemondta lemondtak lemondtam lemondták lengyel lenne lenni lennénk lenyelte leráztak lesz leszakadt leszek
letették lett lettem levegőt levelemre levelet levendulás leves levonta levontak levonták levontátok levonva levonás
levél leállt leállás leállásról leállósávban leány leégett leírás lift liftbe liftben liget liliom link linken linket
lomb lombkert lopni lopott lopás láb lába lábamon láda lámpa lámpát láng lángos lángra lány lányom látni látok látom
látta láttam lázas légy légyszi légyszíves lép lépcsőházban lépcsőn lépés létezik létező ló macskát madár mag maga
magam magamnak magas magatokat magukat magunkat magyar magyarázat magát magával mail mailben mailt majd majdnem malom
mama marad maradni maradok maradt maradtam maradék marha masik masikra mast matrac maximálisan meccs meccset meddig
medencében medve megadtam megemelték megette megfulladt meghal meghallgat meghalok meghalt meghatodtam meghatódtam
megint megjegyzést megjött megkapom megkaptam megkérdeztem megkérdezték megköszönni meglepetes meglepetés meglepően
meglesz meglátjuk megláttam megnézni megoldották megoldás megoldódott megszakad megszólalt megszűnik megszűnt megvan
megvenni megvette megvettem megy megyek megyünk megállt megéri megérkezett megérkezik megért megérte mehet mekkora
meleg mellett mellette mellettem melletti mellé melyik menete menetrend menjek mennek mennem menni mennyei mennyi
mennyibe mennyire mennyit mennyivel ment mentem mentett mentünk mentő mentőt menü meret merre mert messze messzire
mesés metró mettől mező miatt miből mielőtt mikor milliót milyen mind mindegy minden mindenhova mindenki mindenkinek
mindent mindig mindjárt mindkettő mindkét minek minket mint minta mintha minőség minőségű mire miután miért mióta
mobilbank mobilfizetés mobilos mocskos modem mond mondani mondhatom mondjuk mondják mondom mondta mondtam mondták
monoxid morzsa mosdó mosolygok most mostanaban mostantól mosás mosógépben mosógépet motor mozgássérült mozgólépcső
mozi moziban mukodik munka munkába munkám muszáj mutasd mutogat mutogatnak mák mármint másfél máshol máshova másik
másikat másnak másnap másnál második másodperc mások mást mátrában mégis méretben méretet méretű mérges mérgező méter
méteres méz mínusz módosítani mókus múlt múlva működik működött műtenek műtét nagy nagyapám nagyi nagyinak nagyjából
nagymamám nagymamának nagymamát nagyobb nagyon nagyot nagyszerű nalam nalatok nalunk nap napforrás napi napig napja
napok napom napon naponta napos napot nappal nappali napra negyedik negyedikre negyven nehezen nekem neki nekik nektek
nekünk nelkul neten neve nevemben nevemre nevetséges nevettem nevére neztek nincs normális november nulla nyaral
nyaralás nyelvű nyers nyikorog nyissatok nyit nyitva nyitás nyolc nyolcadik nyolckor nyolcvan nyomja nyomjak nyomkodta
nyomtam nyugdíjas nyugdíjba nyár nyári nyíl nyílik nyílt nyúl nyúlláb nyűgözve nád nálam nálatok náluk nálunk négy
négyen négykor négyszer négyéves néha nélkül nélküle néni néném névnapot nézd nézem nézett néznek nézni néztek néztem
néző nőtt nővér odavagyok odaégett oket okos október olaj olcsó olcsóbb oldal oldala oldalon oldalt oltás olvasom
olvassa olvassák olvasta olyan online optika oraja orara orgona orion orok oroszlán orulok orvos orvosi orvost
osszeomlott osszes oszt otthagyom otthon otthonos otthonról oviban pacsi pad padló padlón padot palota panasz
panaszkodni panaszom panaszra panaszt pap papa papír papírok papíron papírt paradicsom park parkolás parkolóban
parkolóházba part passzol patak patikát pazar pedig pelenkázó penz penzem penzemet penzt penészes perc percben perccel
perce percenként perces percet percig percre peronon persze peti pici pikkoló pillangó pincében pincér pipa piros
pislog pitypang pizza plakáton platform plazaban plázában pofám pofátlanság pohár pompás pont pontos pontosan
porszívóval posta postán posztot pozitív privátban probaltam profi profik profilom profilt príma próbáltam puha puli
pult pulthoz pultnál pultos puszi pálma pályán páratlan pécsen pék péntek pénteken péntekig pénz pénzem pénzemet pénzt
pénztár pénztáros pénzért pótdíj pótlóbusz rablás ragadtam rajta rajtam rakni raktárba raktárban raktáron reagál
recepciós recept recseg reggel reggeli reggelig reggelre regi regisztrálni rejtett reka reklamációs reklám rekord
remeg remek remekmű remekül remélem remény rendben rendel rendeld rendelek rendelni rendelnék rendelt rendeltem
rendeltünk rendelés rendelésem rendelést rendelő rendesen rendet rendezték rendszer rendszerre reptér repül repülök
respect respekt rezsit riasztó ritka robot rohadt roller romlott ropogós rossz rosszabb rosszat rosszul router ruha
ruhatár ruhát rák rántott ráér ráértek ráírva régen régi régire rész résznél rét róka róla rólam rózsa rózsaszín
rögtön sajnos sajnálattal sajnálom sajt saját sapka sarki sarok sas savanyú sebesség segitett segitokesz segít
segíteni segített segítettek segítsenek segítsetek segítség segítséget segítőkész sehol semmi semmit senki senkinek
sikerult sikerült sima simán sincs siralmas sirni sirály sistereg sofőr sofőrötök soha sokat sorban sorok sorompó
sorozat sorozatot sorra sorrendben sose sosem srác stimmel strand strandon strapabíró suliban szabad szabit szakadt
szakik szakács szallas szalljak szamla szammal szar szarvas szavam szebb szegeden szekrény szekér szelet szem szemet
szemmel személyesen személyi személyzet szemét szennyvíz szep szepen szerdán szerelmes szerelo szerelő szerelőknek
szerelővel szerepel szeretem szeretjük szeretni szeretnék szeretném szerettem szerint szerintem szerintetek szerver
szerviz szerződést szezon szia sziasztok szikla szint sziszeg szivárog szoba szobor szobába szobában szobát szokott
szoktam szokásos szolgáltatás szolgáltatót szolnokon szombat szombati szombaton szomorú szomszéd szorít szuper
szuperek szuperul szája szálloda szállodában szállás szállítotok szállítás szállítást szám számla számlaszámot számlám
számlámat számlámon számlámról számlán számlára számlát számláztak számolom számom számot számítottam szánalmas száraz
százezret szék széket szél szélkerék szélén szén szép szépek szépen szét színház színvonal színészek szív szívvel szó
szóhoz szól szólnak szóltak szóltam szórakoztató szóval szülői szőlő szőnyeg sárga sátor sérült sérülten síelni sípol
sírni sírok sírt sírtam sírva sólyom sör sötét sötétben sötétedik süket sürgős sürgősen süti takarítani talalom talál
találom talált találtam talán tarka tart tartanak tartok tartott tartozása tartunk tavaly tavasszal tavasz tavaszra
taxi teendő tegnap tegnapi tegyek tegyetek tehát tehén tej tejet tele telefon telefonban telefonja telefonját
telefonom telefonon telefonos telefont telefonálni telegramon teli teljes teljesen telt temetésre tenger tenni terem
terero terminál termék tervezett teszek teszi tesznek tetszett tetszik tette tettek tettem tették tető tevedes teát
tigris tihanyba tiltani tiltsák tiltsátok tiszavíz tiszta tisztaság tiszteletem tisztelettel tisztelt titeket tizedik
tizenegy tizenegykor tizenkét tizenöt tobb tobbe tocsog tojás tolták tolvajok torony torott torta tortára tortát
tovább trehany tudja tudjam tudjatok tudjuk tudjátok tudnak tudnek tudni tudnék tudok tudom tudott tudta tudtam tudtok
tudunk turbina tájékoztatás tál tálat támogatást tányért táskám tél télen tény tényleg téren térerő térképbe tétel
tévedtem tévedésből tévé tévét típus tízen tízig tó több többet többi többé tök tökéletes tökéletesen tölgy tölt
töltött töltő történik törölni törölt törölték törölve törött tücsök tündér tündéri türelmesek tőle tőletek
tűrhetetlen tűz udvar udvariasak udvariasan udvaron ugyanaz ugyanazt ugyanott ugyanúgy ugyes ugyhogy ujra ulok
undorító unom utalnom utalom utaltam utalták utalvány utalás utalást utan utat utca utcában utolsó utolsót utálom után
utána utánvéttel utólag vacak vadalma vagy vagyok vagytok vagyunk vaj valahol valahányszor valaki valakinek valakit
valami valamit valasz valaszol valtok való valódi vannak varok varrás varrógép vartam vas vasarlo vasarnap vasárnap
vegyetek vegán vele velem veletek velünk vendeg vendég vendégek venni vennék venném verhetetlen vesz veszek veszem
veszett veszi veszik vett vettem vették vettük vevő vezet vezetni vicc viccelődött vicces vidék vidéken vihar vihetem
villamoson villany villanyt villog világ világot virág virágot vissza visszaadni visszaadták visszahívnak visszahívott
visszahívtak visszahívást visszajár visszajön visszajött visszakaptam visszük viszem viszi viszket viszont vitt vitte
vittem vitték vizes vizet vizsga vizsgálat volna volt voltak voltam voltunk vonal vonalban vonat vonatokon vonatom
vonaton vonatra vonják vonjátok vontatok vontátok vágányról válasz válaszol válaszolnak válaszolni válaszolt
válaszoltak választ választani választék válaszukat vállaltok váltani váltok váltottam váltottunk változat vár várható
várják várni várok várom város városban vártam vártunk vásárlás vásárló vásárolni vége véget végig végre végéig végén
végére végül véletlenül vérzik víz völgy wellness wifi zacskó zajos zavarásért zene zenét zokni zokon zsanér zseni
zseniális zseniálisak zsák zsíros zsömle zsömlés zsúfolt zuglóban zárható zárják zárnak zároltuk zárolták zárolás
zárva zászló zóna zónák zónát zöld ág ágyon áldja áldott állam állnak állok állt álltak álltam állunk állás állítani
állítsátok állítólag álom ár árajánlatot árak áram áramot áramszünet árat árok áron árát ászf átadták átlagos átmentem
átvertek átverés átvettem átírható édesapám éhes éjfél éjfélig éjfélkor éjjel éjszaka éjszakai éjszakára életem
életemben éljen élmény élni élőben éppen érdekes érdeklődöm érdemes érek éreztem érkezett érkezik érnek érte értek
értelme értem értesítést érthető érték értünk érvényes érvénytelen érzem érzi észre étel évad évben évek években
évente éves évesen évet évig évre évvel ígérgetnek ígérik ígért ígértek ígértetek ígérték írhat írja írjon írják
írjátok írni írok írom írta írtak írtam írták írva ízlett ól óraállás óráig órája órák órákig órán órára órát órával
öltöny ömlik önkiszolgáló önök önöknél önöktől öreg örök öröm örülök ösre össze összeg összeget összeomlott összes
összetört ötcsillagos öten ötkor ötlet ötven ötödik ötös újat újra út útközben útlevél útmutató úton üdvözlöm ügyelet
ügyeleten ügyeletes ügyeletet ügyes ügyesek ügyfélkapu ügyintéző ügyvédem ügyvédhez ültem ültettek ültünk ülés ülésen
ülök ülünk ünnep üres üveg üveggel üvegszilánk üvölt üzlet üzletben üzleti őket ősszel ősz
`;
